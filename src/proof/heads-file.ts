import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type HeadsLine, type LastLine, readLine, writeLine } from './heads-line.js'
import { type HeldHeads, readHeld } from './held-heads.js'
import { type Signer, verifierOf } from './key.js'

/** More than a line has, so that the end of the file holds a whole one. */
const TAIL = 4 * 1024 * 1024
const NEWLINE = 0x0a

/** A file of signed heads that is only ever appended to; one process at a time may write. */
export interface HeadsBook {
  /**
   * The last whole line; null where there is none yet. One that is not by our own key is gone on from as if nothing
   * before it had been signed. Throws where the end of the file cannot be read.
   */
  last(): Promise<LastLine | null>
  /** The newest heads by our own key, read on from an earlier reading where nothing before it was changed. */
  held(before: HeldHeads | null): Promise<HeldHeads>
  /** Appends a line; on the disk when this resolves. What a killed writer left half stays, on a line of its own. */
  append(last: LastLine | null, body: Pick<HeadsLine, 'at' | 'as_of' | 'heads'>): Promise<LastLine>
}

/** The book in a file that is made with its first line. */
export function openHeadsBook(path: string, signer: Signer): HeadsBook {
  const verify = verifierOf(signer.public_key) ?? (() => false)
  async function last(): Promise<LastLine | null> {
    const read = await lastLineOf(path)
    return (
      read && {
        ...read.last,
        as_of: verify(read.signed, read.signature) ? read.last.as_of : null,
      }
    )
  }
  return {
    last,
    async held(before) {
      const digest = (await last())?.digest ?? null
      return readHeld(path, { verify, last: digest }, before)
    },
    async append(last, body) {
      await mkdir(dirname(path), { recursive: true })
      const file = await open(path, 'a+', 0o600)
      try {
        const { size } = await file.stat()
        const next = writeLine(signer, last, body)
        const torn = size > 0 && !(await endsWhole(file, size))
        await file.appendFile(`${torn ? '\n' : ''}${next.text}\n`)
        await file.sync()
        if (size === 0) await syncFolder(dirname(path))
        return next.last
      } finally {
        await file.close()
      }
    },
  }
}

/** Milliseconds since the last line of a file says it was written, whoever signed it; null without one. */
export async function ageOfHeads(path: string): Promise<number | null> {
  const read = await lastLineOf(path)
  return read && Date.now() - Date.parse(read.last.at)
}

async function lastLineOf(path: string): Promise<ReturnType<typeof readLine>> {
  const file = await open(path, 'r').catch(ifMissing)
  if (!file) return null
  try {
    return await lastIn(file, path)
  } finally {
    await file.close()
  }
}

async function lastIn(file: FileHandle, path: string): Promise<ReturnType<typeof readLine>> {
  const { size } = await file.stat()
  const start = Math.max(0, size - TAIL)
  const tail = Buffer.alloc(size - start)
  await file.read(tail, 0, tail.length, start)
  // What follows the last line end is half a line, nothing, or a whole one but for its end: that is the last one.
  const lines = tail.toString('utf8').split('\n')
  for (const text of lines.toReversed()) {
    const read = readLine(text)
    if (read) return read
  }
  if (start === 0) return null
  throw new Error(`${path} does not end in a line of signed heads`)
}

async function endsWhole(file: FileHandle, size: number): Promise<boolean> {
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1)
  return buffer[0] === NEWLINE
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function ifMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
