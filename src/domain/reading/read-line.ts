import { saysFault } from './faults.js'
import { numberingOf } from './headings.js'
import type { Line, Span } from './lines.js'
import { squeezed } from './plain.js'
import type { Heading } from './sections.js'
import { enclosed } from './sentences.js'
import { isUnitName, unitMentions } from './unit-mentions.js'

/** A line taken as a heading, as text, or as a heading with its text behind it. */
export interface ReadLine {
  readonly heading: Heading | null
  /** What it says below its heading. */
  readonly body: Span | null
  /** Whether it is numbered. */
  readonly numbered: boolean
  readonly level: number
}

/** Deeper than any number: headings without one. */
export const BARE = 9
const LONGEST_TITLE = 40
/** 责任单位:, 被提示单位:. */
const OWNER = /^[\u4e00-\u9fff]{0,5}(?:单位|部门|对象)(?:名称)?:\s*/

/** Whether a line opens a section, and what it says itself. */
export function readLine(line: Line): ReadLine {
  const numbering = numberingOf(line)
  const level = numbering?.level ?? BARE
  const start = line.start + (numbering?.length ?? 0)
  const text = line.text.slice(numbering?.length ?? 0)
  const owner = OWNER.exec(text)?.[0].length ?? 0
  const end = owner + endOfTitle(text.slice(owner))
  const title = squeezed(text.slice(0, end))
  const rest = text.slice(end + 1).trim()
  const label = numbering?.label ?? ''
  const read = { numbered: numbering !== null, level }
  const units = unitsIn(title)
  const body = rest === '' ? null : { start: start + end + 1, end: line.end }
  const signed =
    !numbering && text.charAt(end) === '' && /(?:办公室|办公厅|政府|小组)$/.test(units.at(-1) ?? '')
  if (units.length > 0 && !signed && (rest === '' || text.charAt(end) === ':' || numbering)) {
    return { ...read, heading: { level, label, title, units }, body }
  }
  if (isTitle(title, text.charAt(end), rest, numbering !== null)) {
    return { ...read, heading: { level, label, title, units: [] }, body }
  }
  const whole = text.trim() === '' ? null : { start, end: line.end }
  return { ...read, heading: null, body: whole }
}

function endOfTitle(text: string): number {
  const inside = enclosed(text)
  for (let index = 0; index < text.length; index += 1) {
    if (inside[index] || !'。:'.includes(text.charAt(index))) continue
    // 17:30 is a time, and ends no title.
    if (!/^\d:\d\d(?!\d)/.test(text.slice(index - 1, index + 3))) return index
  }
  return text.length
}

/** A heading that is the name of a unit, or of several, with or without 网站, 存在的问题 or a count behind it. */
function unitsIn(title: string): readonly string[] {
  if (title.length > 40) return []
  const name = title
    .replace(OWNER, '')
    .replace(/^关于(?:对)?/, '')
    .replace(/\([^()]*\)$/, '')
    .replace(
      /(?:(?:门户|政府)?网站|频道)?(?:主要)?(?:存在)?(?:的|以下|下列|如下)?(?:主要)?(?:\d+[个条项])?(?:问题|情况|方面)?$/,
      '',
    )
    .replace(/^[【〔]|[】〕]$/g, '')
  if (isUnitName(name)) return [name]
  const lists = [name.split('、'), name.split(/[、和]|以及/)]
  return lists.find((parts) => parts.length > 1 && parts.every(isUnitName)) ?? []
}

/** A title in a box of its own: 【经验交流】. */
const BOXED = /^【[^【】]{2,20}】$/

/** The title of an annex says whose list it is, and is longer than others. */
const LIST = /^[^,。:]{6,}(?:清单|一览表|汇总表|名单|情况表)(?:\([^()]{1,8}\))?$/

function isTitle(title: string, sign: string, rest: string, numbered: boolean): boolean {
  if (BOXED.test(title)) return rest === '' && unitMentions(title).length === 0
  const bare = title.replace(/\([^()]*\)$/, '')
  if (title.length < 2 || title.length > LONGEST_TITLE || /[,“”;《|\t]|\d{4}年.*通报/.test(bare))
    return false
  const names = unitMentions(title).length > 0
  if (rest !== '') {
    if (sign === ':') return numbered && !saysFault(title) && !names
    return numbered && !names
  }
  if (sign === '。') return false
  if (LIST.test(title)) return true
  if (names && saysFault(title)) return false
  if (numbered) return true
  return title.length <= 20 && sign !== ''
    ? true
    : /(?:问题|清单|要求|不足|情况)$/.test(title) &&
        !/通报|关于|函$/.test(title) &&
        title.length <= 16
}
