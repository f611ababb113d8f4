import type { PaperLine } from '../paper.js'
import type { Numbering } from './numbering.js'
import type { Styles } from './styles.js'

/** A paragraph as it is read. */
export interface Paragraph {
  text: string
  style: string | null
  list: string | null
  level: number | null
  /** Its end was deleted: it goes on with the next. */
  joined: boolean
  revised: boolean
  struck: boolean
  /** Lines of boxes anchored in it and of notes it refers to. */
  behind: PaperLine[]
}

/** One that says nothing yet. */
export function newParagraph(): Paragraph {
  return {
    ...{ text: '', style: null, list: null, level: null },
    ...{ joined: false, revised: false, struck: false, behind: [] },
  }
}

const REVISED = '此处有修订痕迹：删去的文字未读取，插入的文字按已接受读取，请核对'
const STRUCK = '此处有画了删除线的文字，仍按正文读取，请核对'

/** The lines of a whole paragraph, with the number that Word puts before it. */
export function linesOfParagraph(
  paragraph: Paragraph,
  styles: Styles,
  numbering: Numbering,
): PaperLine[] {
  const { revised, struck, behind } = paragraph
  const label = labelOf(paragraph, styles, numbering)
  const text = paragraph.text.replace(/^\t+/, '')
  const gap = label !== '' && /[\w.•]$/.test(label) ? ' ' : ''
  const doubts = [...(revised ? [REVISED] : []), ...(struck ? [STRUCK] : [])]
  const [first = '', ...rest] = text.split('\n')
  const lines = [`${label}${gap}${first}`, ...rest].map((line) => ({ text: line, doubts }))
  return [...lines, ...behind]
}

function labelOf({ style, list, level }: Paragraph, styles: Styles, numbering: Numbering): string {
  const id = style ?? styles.usual
  const said = styles.of(id)
  const of = list ?? said.list
  if (of === null || of === '0') return ''
  const implied = said.level ?? (list === null && id !== null ? numbering.levelOf(of, id) : 0)
  return numbering.label({ list: of, level: level ?? implied })
}
