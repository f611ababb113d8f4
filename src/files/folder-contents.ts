import { access, open as openFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Contents } from './contents.js'
import { moveInto } from './durable.js'
import { EvidenceError } from './evidence-error.js'
import { hasCode } from './fs-error.js'
import { listed, modified } from './listing.js'
import { verifiedSize } from './verified.js'

const PART = /^[0-9a-f]{2}$/
const SHA256 = /^[0-9a-f]{64}$/

/** Content in a folder of this machine, or of one whose disk it shares (`ab/cd/<hash>`). */
export function folderContents(folder: string): Contents {
  const placeOf = (sha256: string) => join(folder, pathOf(sha256))

  async function open(sha256: string) {
    const handle = await opened(placeOf(sha256))
    try {
      const size = await verifiedSize(handle, sha256)
      return { size, stream: handle.createReadStream({ start: 0 }) }
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  async function exists(sha256: string): Promise<boolean> {
    try {
      await access(placeOf(sha256))
      return true
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return false
      throw error
    }
  }

  async function* keptBefore(before: number): AsyncGenerator<readonly string[]> {
    for (const upper of await listed(folder, PART)) {
      for (const lower of await listed(join(folder, upper), PART)) {
        const hashes = await listed(join(folder, upper, lower), SHA256)
        const ages = await Promise.all(hashes.map((hash) => modified(placeOf(hash))))
        const old = hashes.filter((_, index) => (ages[index] ?? before) < before)
        if (old.length > 0) yield old
      }
    }
  }

  async function remove(sha256: string, before: number): Promise<boolean> {
    if ((await modified(placeOf(sha256))) >= before) return false
    await rm(placeOf(sha256), { force: true })
    return true
  }

  return {
    // On the same disk nothing has to travel: a move is all there is to do.
    bring: async ({ path, sha256 }) => ({
      keep: () => moveInto(folder, pathOf(sha256), path),
      discard: async () => undefined,
    }),
    open,
    exists,
    keptBefore,
    remove,
    sweepBrought: async () => 0,
  }
}

function pathOf(sha256: string): string {
  return join(sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}

async function opened(path: string) {
  try {
    return await openFile(path, 'r')
  } catch (error) {
    throw hasCode(error, 'ENOENT') ? new EvidenceError('NOT_FOUND', 'no such evidence') : error
  }
}
