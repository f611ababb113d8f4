import { randomUUID } from 'node:crypto'
import { mkdir, open as openFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { arrivals } from './arrivals.js'
import { type BucketOptions, openBucket } from './bucket.js'
import { bucketContents } from './bucket-contents.js'
import type { Brought } from './contents.js'
import { EvidenceError } from './evidence-error.js'
import { cleanFileName } from './file-name.js'
import { folderContents } from './folder-contents.js'
import { inspect } from './inspect/inspect.js'
import { isMarkedName } from './inspect/marks.js'
import { secret } from './inspect/markup-marks.js'
import type { Said } from './inspect/said.js'
import { createMeter, type Measured } from './meter.js'
import { sweepUnfinished } from './sweep.js'
import { type Named, sweepStored } from './sweep-stored.js'

export interface EvidenceStoreOptions {
  /** Where uploads arrive and are looked into, and where they stay unless there is a bucket. */
  folder: string
  /** Limit of one file. */
  max_bytes: number
  /** Where they stay instead. */
  bucket?: BucketOptions | null
}

export interface StoredEvidence extends Measured {
  /** The given name, cleaned: metadata only, the stored name is the hash. */
  name: string
  /** What a picture says beside what it shows; null where nothing was looked for. */
  metadata: readonly Said[] | null
}

/** An upload that has arrived whole. Whoever has it either keeps it or has it discarded, or both in this order. */
export interface ReceivedEvidence extends Brought {
  file: StoredEvidence
}

export type EvidenceStore = ReturnType<typeof createEvidenceStore>

const SHA256 = /^[0-9a-f]{64}$/

/**
 * Files under the SHA-256 of their content: never changed, the same content stored once. Throws EvidenceError STORE_AWAY
 * where they are in a bucket and it does not answer.
 */
export function createEvidenceStore(options: EvidenceStoreOptions) {
  const folder = resolve(options.folder)
  const unfinished = join(folder, 'unfinished')
  const contents = options.bucket
    ? bucketContents(openBucket(options.bucket), unfinished)
    : folderContents(folder)

  /**
   * Takes in an upload that is what it says; when it returns, the bytes are safe, and found nowhere
   * yet. Throws EvidenceError for whatever is the uploader's to mend, and leaves nothing behind then.
   */
  async function receive(
    source: Readable,
    file: { declared_type: string; name: string },
  ): Promise<ReceivedEvidence> {
    const name = cleanFileName(file.name)
    const meter = createMeter({ ...file, name, max_bytes: options.max_bytes })
    const path = join(unfinished, `${randomUUID()}.part`)
    // A connection may break once more after the outcome is decided; that must not end the process.
    source.on('error', () => {})
    try {
      if (isMarkedName(name)) throw secret()
      await mkdir(unfinished, { recursive: true })
      await write(path, source, meter.take)
      const measured = meter.finish()
      const metadata = await inspect(path, { name, ...measured })
      const brought = await contents.bring({ ...measured, path })
      return {
        file: { ...measured, name, metadata },
        keep: brought.keep,
        discard: async () => {
          await Promise.all([discard(path), brought.discard()])
        },
      }
    } catch (error) {
      source.destroy()
      await discard(path)
      throw error
    }
  }

  /** Takes in an upload and keeps it at once. Stored again, content heals itself. */
  async function put(...given: Parameters<typeof receive>): Promise<StoredEvidence> {
    const { file, keep, discard } = await receive(...given)
    try {
      await keep()
    } finally {
      await discard()
    }
    return file
  }

  /**
   * The content of a hash, checked as a whole before the first byte is handed out. The stream owns
   * the file: read it to the end or destroy it. Throws EvidenceError NOT_FOUND, or CORRUPT where a
   * byte has changed.
   */
  async function open(sha256: string): Promise<{ size: number; stream: Readable }> {
    if (!SHA256.test(sha256)) throw new EvidenceError('NOT_FOUND', 'no such evidence')
    return contents.open(sha256)
  }

  /** Whether content of this hash is stored; its bytes are not checked. */
  async function exists(sha256: string): Promise<boolean> {
    return SHA256.test(sha256) && (await contents.exists(sha256))
  }

  /**
   * Removes content that no record names and that nobody has stored since `before` (epoch
   * milliseconds): what was uploaded and never registered. Returns how many were removed.
   */
  const sweepUnnamed = (before: number, named: Named) => sweepStored(contents, before, named)

  /**
   * Removes what crashed uploads left and nobody wrote to since `before` (epoch milliseconds);
   * returns how many.
   */
  async function sweep(before: number): Promise<number> {
    const here = await sweepUnfinished(unfinished, before)
    return here + (await contents.sweepBrought(before))
  }

  return { receive, put, open, exists, sweep, sweepUnnamed }
}

async function write(path: string, source: Readable, take: (chunk: Buffer) => void): Promise<void> {
  const handle = await openFile(path, 'wx', 0o440)
  try {
    for await (const chunk of arrivals(source)) {
      take(chunk)
      await handle.writeFile(chunk)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** What cannot be removed now is swept later; the reason of the failure matters more. */
async function discard(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined)
}
