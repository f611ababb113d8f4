import type { Block, TextBlock } from './document.js'
import { type Base, deadlinesIn } from './find-deadlines.js'
import { citedNumber } from './headings.js'
import { squeezed } from './plain.js'
import type { ReadRequirement } from './reading.js'

const RESPONSIBLE =
  /(?:各级各部门|各区县[^,要应]{0,8}办公室|(?:各|相关|有关|上述|以上|被通报|存在问题的?|责任)[^,。;要应须在对于]{0,12}(?:单位|部门|办公室|政府|乡镇|街道|区县)(?:\([^()]{1,12}\))?)/

/** What everybody is asked, one for each heading of the part that asks; feedback and self-inspection apart. */
export function requirementsOf(
  plain: string,
  blocks: readonly Block[],
  base: Base,
): ReadRequirement[] {
  const texts = blocks
    .filter((block) => block.kind === 'text')
    .filter(({ section }) => section.kind === 'requirements')
  return texts.flatMap((block, index) => {
    const { read, section } = block
    const deeper = texts[index + 1]
    const opens =
      read.heading &&
      !read.body &&
      deeper &&
      deeper.section.path.length >= section.path.length &&
      deeper.read.level > read.level
    if (
      opens ||
      (!read.heading && !read.numbered && index > 0 && !isAlone(block, texts[index - 1]))
    )
      return []
    const sentences = block.sentences.map(({ start, end }) => squeezed(plain.slice(start, end)))
    const no = read.heading ? section.no : citedNumber([section.no, numberOf(block)])
    const title = read.heading?.title ?? titleIn(sentences[0] ?? '')
    if (title === '') return []
    return requirementsIn(no, title, sentences, base)
  })
}

/** A paragraph right below its heading is what the heading asks. */
function isAlone({ section }: TextBlock, before: TextBlock | undefined): boolean {
  return before !== undefined && before.section !== section
}

function numberOf({ line, read }: TextBlock): string {
  return read.numbered ? (/^\S{1,5}?[、.)]/.exec(line.text)?.[0] ?? '') : ''
}

function titleIn(sentence: string): string {
  const [first = ''] = sentence.split(/[,。;:]/)
  return first.slice(0, 40)
}

function requirementsIn(
  no: string,
  title: string,
  sentences: readonly string[],
  base: Base,
): ReadRequirement[] {
  const deadlineOf = (texts: readonly string[]) =>
    texts.flatMap((text) => deadlinesIn(text, base)).find(({ date }) => date !== null)?.date ?? null
  const responsibleOf = (texts: readonly string[]) => {
    const named = texts.flatMap((text) => RESPONSIBLE.exec(text)?.[0] ?? [])
    return named.length > 0 ? [...new Set(named)].join(';') : null
  }
  const looks = sentences.filter(
    (text) => /自查/.test(text) && deadlinesIn(text, base).length === 0,
  )
  const others = sentences.filter((text) => !looks.includes(text))
  if (looks.length > 0 && deadlineOf(others) !== null) {
    return [
      { no: `${no}-1`, title, responsible: responsibleOf(others), deadline: deadlineOf(others) },
      { no: `${no}-2`, title: '自查', responsible: responsibleOf(looks), deadline: null },
    ]
  }
  return [{ no, title, responsible: responsibleOf(sentences), deadline: deadlineOf(sentences) }]
}
