import type { Line } from './lines.js'

/** How a line is numbered: how deep, the label as a heading's number, and where what it says begins. */
export interface Numbering {
  readonly level: number
  readonly label: string
  /** How many signs of the line the label takes. */
  readonly length: number
}

const NUMERAL = '[一二三四五六七八九十百〇零]{1,4}'

/** Ways of numbering, from the outermost to the innermost; bullets are innermost of all. */
const STYLES: readonly (readonly [level: number, pattern: RegExp])[] = [
  [0, /^(?:附[件表录](?:\s*[\d一二三四五六七八九十]{1,2})?)(?=\s*[:、.]?\s*|$)[:、.\s]*/],
  [1, new RegExp(`^第${NUMERAL}(?:部分|章|节)[:、.\\s]*`)],
  [1, new RegExp(`^${NUMERAL}[、.,](?:\\s*)`)],
  [2, new RegExp(`^\\(${NUMERAL}\\)[、.\\s]*`)],
  [3, /^\d{1,2}\.(?=\d{1,2}(?:个工作日|小时|日内|天内|月\d))/],
  [3, /^\d{1,3}(?:[、,]|\.(?!\d)|\s+(?=[“\u4e00-\u9fff]))\s*/],
  [4, /^\(\d{1,3}\)[、.\s]*/],
  [4, /^\d{1,3}\)[、.\s]*/],
  [5, /^[①-⑳㈠-㈩⑴-⒇]\s*/],
  [5, new RegExp(`^${NUMERAL}[是要](?!否)[:,]?`)],
  [3, new RegExp(`^(?:典型)?(?:案例|问题|事例)(?:${NUMERAL}|\\d{1,2})[:、.\\s]*`)],
  [6, /^[-–—•·●■◆▪*★▲]+\s*/],
]

/** A heading of Markdown, as texts from the network have them. */
const MARKDOWN = /^(#{1,6})\s+/

/** How a line is numbered; null where it is not. */
export function numberingOf({ text }: Pick<Line, 'text'>): Numbering | null {
  const [marks = ''] = MARKDOWN.exec(text) ?? []
  const rest = text.slice(marks.length)
  for (const [level, pattern] of STYLES) {
    const [found] = pattern.exec(rest) ?? []
    if (found) {
      return { level, label: found.trim(), length: marks.length + found.length }
    }
  }
  return marks ? { level: marks.trim().length, label: '', length: marks.length } : null
}

/** The number of a heading below others, as people cite it: 三、(一). */
export function citedNumber(labels: readonly string[]): string {
  return labels.map((label) => label.replace(/[.,:\s]+$/, '')).join('')
}
