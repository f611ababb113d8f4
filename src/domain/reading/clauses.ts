import { saysFault } from './faults.js'
import type { Span } from './lines.js'
import type { Parsed, Token } from './tokens.js'

/** A part of a sentence between commas. */
export interface Clause extends Span {
  /** The part with quoted words and brackets hidden. */
  readonly masked: string
  readonly tokens: readonly Token[]
}

/**
 * The parts of a sentence: between commas, and at 、 where what stands before it says a fault already and something
 * named follows: “甲”栏目超期、“乙”栏目空白.
 */
export function clausesOf({ masked, tokens }: Parsed, from = 0): Clause[] {
  const clauses: Clause[] = []
  let start = from
  const cut = (end: number) => {
    if (end > start) {
      const within = tokens.filter((one) => one.start >= start && one.start < end)
      clauses.push({ start, end, masked: masked.slice(start, end), tokens: within })
    }
    start = end + 1
  }
  for (let index = from; index < masked.length; index += 1) {
    const sign = masked.charAt(index)
    if (isComma(masked, index) || ';。!?'.includes(sign)) cut(index)
    else if (
      sign === '、' &&
      begins(tokens, index + 1) &&
      saysFault(bare(masked, tokens, start, index))
    ) {
      cut(index)
    }
  }
  cut(masked.length)
  return clauses
}

/** The words of a stretch without the names in it. */
export function bare(masked: string, tokens: readonly Token[], start: number, end: number): string {
  let words = masked.slice(start, end)
  for (const one of tokens) {
    if (one.kind !== 'unit' || one.start < start || one.end > end) continue
    const [from, to] = [one.start - start, one.end - start]
    words = words.slice(0, from) + '△'.repeat(to - from) + words.slice(to)
  }
  return words
}

function begins(tokens: readonly Token[], index: number): boolean {
  return tokens.some(({ start }) => start === index)
}

/** A comma, or a colon that parts whom from what; 1,234 is one number, 12:00 a time, http: an address. */
function isComma(text: string, index: number): boolean {
  const sign = text.charAt(index)
  const [before, after] = [text.charAt(index - 1), text.slice(index + 1, index + 5)]
  if (sign === ',') return !(/\d/.test(before) && /^\d{3}(?!\d)/.test(after))
  return sign === ':' && !/^(?:\/\/|\d)/.test(after)
}
