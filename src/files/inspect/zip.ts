import type { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl'
import { EvidenceError } from '../evidence-error.js'
import { checkEntries, unsafe, ZIP_LIMITS, type ZipSource, zipEnd } from './zip-index.js'

/** Takes the content of one entry as it is unpacked. */
export interface PartReader {
  take(chunk: Buffer): void
  end(): Promise<void> | void
}

/** How much may still be unpacked, counted over an archive and those within it. */
export interface Budget {
  bytes: number
}

/** A budget for one file. */
export function budgetOf(): Budget {
  return { bytes: ZIP_LIMITS.bytes }
}

/**
 * Unpacks a whole archive, entry by entry and kept nowhere, and hands each to the reader made for its name. Every
 * byte is counted as it comes out: what an entry says of its size never lets anything pass. Throws ARCHIVE_UNSAFE.
 */
export async function readZip(
  source: ZipSource,
  budget: Budget,
  reader: (name: string) => PartReader,
): Promise<void> {
  try {
    const end = await zipEnd(source)
    const zip = await opened(source)
    try {
      const entries: Entry[] = []
      for await (const entry of zip.eachEntry()) entries.push(entry)
      checkEntries(entries, end, budget.bytes)
      for (const entry of entries) {
        if (!entry.fileName.endsWith('/')) await unpack(zip, entry, budget, reader(entry.fileName))
      }
    } finally {
      zip.close()
    }
  } catch (error) {
    throw blamed(error)
  }
}

function opened(source: ZipSource): Promise<ZipFile> {
  const options = { autoClose: false, strictFileNames: true }
  return Buffer.isBuffer(source)
    ? fromBufferPromise(source, options)
    : openPromise(source.path, options)
}

async function unpack(zip: ZipFile, entry: Entry, budget: Budget, part: PartReader): Promise<void> {
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false })
  const inflate = entry.compressionMethod === 0 ? null : createInflateRaw()
  const plain: AsyncIterable<Buffer> = inflate ? into(packed, inflate) : packed
  let size = 0
  try {
    for await (const chunk of plain) {
      size += chunk.length
      budget.bytes -= chunk.length
      if (size > entry.uncompressedSize) throw unsafe('more than it says')
      if (budget.bytes < 0) throw unsafe('more than is unpacked')
      part.take(chunk)
    }
  } finally {
    packed.destroy()
    inflate?.destroy()
  }
  if (size !== entry.uncompressedSize) throw unsafe('less than it says')
  await part.end()
}

function into(packed: Readable, inflate: ReturnType<typeof createInflateRaw>): Readable {
  packed.on('error', (error) => inflate.destroy(error))
  return packed.pipe(inflate)
}

/** What a reader of archives cannot read is the sender's to mend; a disk that fails is ours. */
function blamed(error: unknown): unknown {
  if (error instanceof EvidenceError) return error
  if (error instanceof Error && 'syscall' in error) return error
  return new EvidenceError('ARCHIVE_UNSAFE', 'the archive cannot be read', { cause: error })
}
