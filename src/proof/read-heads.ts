import { open } from 'node:fs/promises'
import { type HeadsLine, type LastLine, readLine } from './heads-line.js'
import type { Verify } from './key.js'

/**
 * What is wrong with a line: half of one that a killed writer left (`torn`, harmless where the next one hangs on the one
 * before), a signature by none of the keys, or a line missing, put in or moved before it.
 */
export type LineFault = 'torn' | 'forged' | 'unlinked'

/** How far a file was read: to take up from there. */
export interface HeadsPlace {
  offset: number
  last: LastLine | null
}
export const HEADS_BEGIN: HeadsPlace = { offset: 0, last: null }

export interface HeadsRead {
  /** The line; null where it cannot be read or is not ours. */
  line: HeadsLine | null
  fault: LineFault | null
  /** Where the next one begins, and what it has to hang on. */
  place: HeadsPlace
}

/** Reads signed heads line by line, however long the file is. Throws where there is no such file. */
export async function* readHeads(
  path: string,
  verify: Verify,
  from: HeadsPlace,
): AsyncGenerator<HeadsRead> {
  let { offset, last } = from
  for await (const { bytes, whole } of linesFrom(path, offset)) {
    offset += bytes.length + (whole ? 1 : 0)
    // What a line without its end was given later is an empty one.
    if (bytes.length === 0) continue
    const read = readLine(bytes.toString('utf8'))
    if (!read) {
      yield { line: null, fault: 'torn', place: { offset, last } }
      continue
    }
    const { line } = read
    const genuine = verify(read.signed, read.signature)
    const follows =
      line.number === (last?.number ?? 0) + 1 && line.previous === (last?.digest ?? null)
    if (genuine) last = read.last
    const fault = !genuine ? 'forged' : follows ? null : 'unlinked'
    yield { line: genuine ? line : null, fault, place: { offset, last } }
  }
}

/** The lines from a place on, and at the end what has no line end yet. */
async function* linesFrom(
  path: string,
  start: number,
): AsyncGenerator<{ bytes: Buffer; whole: boolean }> {
  const file = await open(path, 'r')
  let held: Buffer[] = []
  try {
    for await (const chunk of file.createReadStream({ start, autoClose: false })) {
      let rest = chunk as Buffer
      for (let end = rest.indexOf(0x0a); end !== -1; end = rest.indexOf(0x0a)) {
        yield { bytes: Buffer.concat([...held, rest.subarray(0, end)]), whole: true }
        held = []
        rest = rest.subarray(end + 1)
      }
      if (rest.length > 0) held.push(rest)
    }
    if (held.length > 0) yield { bytes: Buffer.concat(held), whole: false }
  } finally {
    await file.close()
  }
}
