import { numberOf } from '../phrases/numerals.js'
import type { Block } from './document.js'
import type { FoundFinding } from './found-finding.js'
import type { Line } from './lines.js'
import { squeezed } from './plain.js'
import type { Unresolved } from './reading.js'
import { unreadSentences } from './unread-sentences.js'

/** The line of a secrecy mark at the head of a text; null where there is none. */
export function isSecret(lines: readonly Line[]): Line | null {
  return (
    lines
      .slice(0, 6)
      .find(({ text }) => /^(?:密级:)?\s*(?:绝密|机密|秘密)(?:\s*★.*)?$/.test(text)) ?? null
  )
}

/** What a person has to look at besides the lines of the draft: lists that are not complete, annexes that are not there. */
export function doubtsOf(
  text: string,
  plain: string,
  blocks: readonly Block[],
  found: readonly FoundFinding[],
  points: (index: number) => number,
): Unresolved[] {
  const doubt = (start: number, end: number, why: string) => ({
    ...{ text: text.slice(start, end), start: points(start), end: points(end), why },
  })
  const places = new Map(found.map(({ place }) => [place.start, place]))
  const lists = [...places.values()].flatMap(({ start, end }) => {
    const why = missingIn(
      squeezed(plain.slice(start, end)),
      found.filter(({ place }) => place.start === start),
    )
    return why ? [doubt(start, end, why)] : []
  })
  const unread = unreadSentences(plain, blocks, found)
  return [
    ...lists,
    ...unread.map(({ start, end }) =>
      doubt(start, end, '在问题部分提到单位，但没有读出问题，请核对'),
    ),
    ...annexes(plain, blocks).map(([start, end]) =>
      doubt(start, end, '正文提到的附件不在文中，其中的问题未读取'),
    ),
  ]
}

const COUNT = /等(?:共)?(\d{1,3}|[两二三四五六七八九十]{1,3})(?:个|家)/

/** 等5个县区 where three are named: two are missing. A bare 等 says only that there may be more. */
function missingIn(sentence: string, found: readonly FoundFinding[]): string | null {
  const [, words] = COUNT.exec(sentence) ?? []
  const named = Math.max(
    new Set(found.map(({ finding }) => finding.unit)).size,
    new Set(found.flatMap(({ finding }) => finding.objects)).size,
  )
  const count = words ? numberOf(words) : null
  if (count !== null && count > named)
    return `写明共${count}个，只列出${named}个，缺${count - named}个`
  const bare = found.some(({ finding }) => finding.needs.includes('incomplete-list'))
  return bare && count === null ? '“等”字表示列举可能未尽，未列出的没有读取' : null
}

/** 见附件, where no annex follows. */
function annexes(plain: string, blocks: readonly Block[]): [number, number][] {
  const has = blocks.some(
    (block) =>
      block.kind === 'table' || (block.read.heading?.level === 0 && block.section.no !== ''),
  )
  const [match] = plain.matchAll(/[^。\n]{0,20}(?:见|详见|附)附[件表]\d*/g)
  return match && !has ? [[match.index, match.index + match[0].length]] : []
}
