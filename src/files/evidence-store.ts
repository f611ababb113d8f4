import { randomUUID } from 'node:crypto'
import { access, mkdir, open as openFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { arrivals } from './arrivals.js'
import { moveInto } from './durable.js'
import { EvidenceError } from './evidence-error.js'
import { cleanFileName } from './file-name.js'
import { hasCode } from './fs-error.js'
import { inspect } from './inspect/inspect.js'
import { isMarkedName } from './inspect/marks.js'
import { secret } from './inspect/markup-marks.js'
import { createMeter, type Measured } from './meter.js'
import { sweepUnfinished } from './sweep.js'
import { type KnownHashes, sweepStored } from './sweep-stored.js'
import { verifiedSize } from './verified.js'

export interface EvidenceStoreOptions {
  folder: string
  /** Limit of one file. */
  max_bytes: number
}

export interface StoredEvidence extends Measured {
  /** The given name, cleaned: metadata only, the stored name is the hash. */
  name: string
}

/** An upload that has arrived whole. Whoever has it either keeps it or has it discarded, or both in this order. */
export interface ReceivedEvidence {
  file: StoredEvidence
  /** Moves it under its hash; stored again, content heals itself. */
  keep: () => Promise<void>
  /** Removes it where it was not kept. */
  discard: () => Promise<void>
}

export type EvidenceStore = ReturnType<typeof createEvidenceStore>

const SHA256 = /^[0-9a-f]{64}$/

/**
 * Files under the SHA-256 of their content (`ab/cd/<hash>`): never changed, the same content stored
 * once.
 */
export function createEvidenceStore(options: EvidenceStoreOptions) {
  const folder = resolve(options.folder)
  const unfinished = join(folder, 'unfinished')

  /**
   * Takes in an upload that is what it says; when it returns, the bytes are on disk, and nowhere
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
      await inspect(path, { name, ...measured })
      return {
        file: { ...measured, name },
        keep: () => moveInto(folder, pathOf(measured.sha256), path),
        discard: () => discard(path),
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
    const handle = await openStored(folder, sha256)
    try {
      const size = await verifiedSize(handle, sha256)
      return { size, stream: handle.createReadStream({ start: 0 }) }
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  /** Whether content of this hash is stored; its bytes are not checked. */
  async function exists(sha256: string): Promise<boolean> {
    if (!SHA256.test(sha256)) return false
    try {
      await access(join(folder, pathOf(sha256)))
      return true
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return false
      throw error
    }
  }

  /**
   * Removes content that no record names and that nobody has stored since `before` (epoch
   * milliseconds): what was uploaded and never registered. `known` says which of some hashes are
   * named; returns how many were removed.
   */
  const sweepUnnamed = (before: number, known: KnownHashes) => sweepStored(folder, before, known)

  /**
   * Removes what crashed uploads left and nobody wrote to since `before` (epoch milliseconds);
   * returns how many.
   */
  const sweep = (before: number) => sweepUnfinished(unfinished, before)

  return { receive, put, open, exists, sweep, sweepUnnamed }
}

function pathOf(sha256: string): string {
  return join(sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}

async function openStored(folder: string, sha256: string) {
  const missing = () => new EvidenceError('NOT_FOUND', 'no such evidence')
  if (!SHA256.test(sha256)) throw missing()
  try {
    return await openFile(join(folder, pathOf(sha256)), 'r')
  } catch (error) {
    throw hasCode(error, 'ENOENT') ? missing() : error
  }
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
