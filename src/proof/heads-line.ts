import { createHash } from 'node:crypto'
import { canonicalText } from '../domain/chain.js'
import type { Instant } from '../domain/instant.js'
import type { Signature, Signer } from './key.js'

export const HEADS_FORMAT = 'zhenggai-heads-1'

/** The end of a finding's chain at some time, with what names the finding when it is gone. */
export interface Head {
  office_id: string
  notice_id: string
  finding_id: string
  number: number
  seq: number
  hash: string
}

/** One signed line: the heads that had changed. */
export interface HeadsLine {
  format: typeof HEADS_FORMAT
  /** Counted through the file, from 1. */
  number: number
  /** The digest of the line before; null in the first. */
  previous: string | null
  at: Instant
  /** Up to when the file holds every change, with this line; null while its first round is being written. */
  as_of: Instant | null
  heads: readonly Head[]
}

/** What the next line has to know of the one before. */
export type LastLine = Pick<HeadsLine, 'number' | 'at' | 'as_of'> & { digest: string }

/** The text of a line, signed, and what is to be remembered of it. */
export function writeLine(
  signer: Signer,
  last: LastLine | null,
  body: Pick<HeadsLine, 'at' | 'as_of' | 'heads'>,
): { text: string; last: LastLine } {
  const number = (last?.number ?? 0) + 1
  const line: HeadsLine = {
    ...{ format: HEADS_FORMAT, number, previous: last?.digest ?? null },
    ...body,
  }
  const text = canonicalText({ ...line, signature: signer.sign(canonicalText(line)) })
  return { text, last: lastOf(line, text) }
}

/** A line with what of it was signed; null where the text is no line, whole or in part. */
export function readLine(
  text: string,
): { line: HeadsLine; signed: string; signature: Signature; last: LastLine } | null {
  try {
    const { signature, ...line } = JSON.parse(text) as HeadsLine & { signature: Signature }
    const whole = line.format === HEADS_FORMAT && canonicalText({ ...line, signature }) === text
    if (!whole || !Array.isArray(line.heads) || typeof signature?.value !== 'string') return null
    return { line, signed: canonicalText(line), signature, last: lastOf(line, text) }
  } catch {
    return null
  }
}

function lastOf({ number, at, as_of }: Omit<HeadsLine, 'previous'>, text: string): LastLine {
  return { number, at, as_of, digest: createHash('sha256').update(text).digest('hex') }
}
