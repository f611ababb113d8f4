import { isSecret } from '../domain/reading/doubts.js'
import { linesOf } from '../domain/reading/lines.js'
import { codePointsOf, plainSigns } from '../domain/reading/plain.js'
import { readNotice } from '../domain/reading/read-notice.js'
import type { NoticeReading } from '../domain/reading/reading.js'
import { LONGEST_TEXT } from '../domain/reading/unread.js'
import { PaperError, type PaperKind, type PaperLine } from './paper.js'
import type { WholePaper } from './read-paper.js'

/** The draft a paper gives, and the text its places are counted in. */
export interface PaperDraft {
  readonly kind: PaperKind
  /** Of a paper marked as secret its mark alone. */
  readonly text: string
  /** What is in the file and was not read, in Chinese. */
  readonly notes: readonly string[]
  readonly reading: NoticeReading
}

/** A level with its star is a mark wherever it stands: 机密★10年. */
const STARRED = /^\s*(?:绝密|机密|秘密)\s*[★☆]/

/** The draft of a paper: what its text gives, and its own doubts where they are. Throws PaperError TEXT_TOO_LONG. */
export function draftOf({ kind, lines, notes, heads = [] }: WholePaper): PaperDraft {
  const written = lines.filter(
    ({ text }, at) => text.trim() !== '' || lines.length === 1 || at === 0,
  )
  const text = written.map((line) => line.text).join('\n')
  if (text.length > LONGEST_TEXT) throw new PaperError('TEXT_TOO_LONG')
  const mark = markIn(text, heads)
  // Nothing of a secret paper goes back but what says that it is one.
  if (mark !== null) return { kind, text: mark, notes: [], reading: readNotice(mark) }
  const reading = readNotice(text)
  const unresolved = [...reading.unresolved, ...doubtsOf(text, written)]
  return { kind, text, notes, reading: { ...reading, unresolved } }
}

function markIn(text: string, heads: readonly string[]): string | null {
  const own = isSecret(linesOf(plainSigns(text)))
  if (own) return text.slice(own.start, own.end)
  const head = heads.find((line) => isSecret(linesOf(plainSigns(line))) || STARRED.test(line))
  if (head !== undefined) return head.trim()
  return (
    text
      .split('\n')
      .find((line) => STARRED.test(line))
      ?.trim() ?? null
  )
}

function doubtsOf(text: string, lines: readonly PaperLine[]) {
  const points = codePointsOf(text)
  let at = 0
  return lines.flatMap((line) => {
    const [start, end] = [at, at + line.text.length]
    at = end + 1
    const place = { text: line.text, start: points(start), end: points(end) }
    return line.doubts.map((why) => ({ ...place, why }))
  })
}
