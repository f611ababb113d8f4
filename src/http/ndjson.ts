import { isUtf8 } from 'node:buffer'
import type { Hash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { ProblemError } from './frame/problem-error.js'

const LINE_FEED = 0x0a
/** How editors begin a file to say that it is UTF-8. */
const MARK = '\uFEFF'

/** One line that is not empty: its text, or what keeps it from being one. */
export type NdjsonLine = { number: number } & (
  | { text: string; fault: null }
  | { text: null; fault: 'TOO_LONG' | 'MALFORMED' }
)

/**
 * The bytes of a body as they come, each also hashed. Throws BODY_TOO_LARGE beyond `most`, VALIDATION_FAILED where it
 * breaks off. Of whoever stops reading, the rest is let pass: a connection closed on it may take the refusal along.
 */
export async function* bodyOf(body: Readable, most: number, hash: Hash): AsyncGenerator<Buffer> {
  const chunks: AsyncIterable<Buffer> = body.iterator({ destroyOnReturn: false })
  let bytes = 0
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > most) throw new ProblemError('BODY_TOO_LARGE')
      hash.update(chunk)
      yield chunk
    }
  } catch (error) {
    if (error instanceof ProblemError) throw error
    throw new ProblemError('VALIDATION_FAILED', [{ in: 'body', pointer: '', code: 'MALFORMED' }])
  } finally {
    body.resume()
  }
}

/**
 * The lines of a body in UTF-8 with their numbers, from 1; a mark at its beginning is no part of the first. Of a line
 * beyond `most` bytes no more than that is held.
 */
export async function* ndjsonLines(
  chunks: AsyncIterable<Buffer>,
  most: number,
): AsyncGenerator<NdjsonLine> {
  let number = 0
  let pieces: Buffer[] = []
  let length = 0
  const keep = (piece: Buffer) => {
    length += piece.length
    if (length > most) pieces = []
    else if (piece.length > 0) pieces.push(piece)
  }
  const ended = (): NdjsonLine | null => {
    number += 1
    if (length === 0) return null
    const line = length > most ? TOO_LONG : textIn(Buffer.concat(pieces), number === 1)
    pieces = []
    length = 0
    return line.text?.trim() === '' ? null : { ...line, number }
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      keep(chunk.subarray(from, end))
      from = end + 1
      const line = ended()
      if (line) yield line
    }
    keep(chunk.subarray(from))
  }
  const last = length > 0 ? ended() : null
  if (last) yield last
}

const TOO_LONG = { text: null, fault: 'TOO_LONG' } as const

function textIn(bytes: Buffer, first: boolean) {
  if (!isUtf8(bytes)) return { text: null, fault: 'MALFORMED' } as const
  const text = bytes.toString()
  return { text: first && text.startsWith(MARK) ? text.slice(1) : text, fault: null } as const
}
