import { randomUUID } from 'node:crypto'
import { mkdir, open as openFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bucket } from './bucket.js'
import type { ArrivedFile, Brought, Contents } from './contents.js'
import { verifiedSize } from './verified.js'

const UNFINISHED = 'unfinished/'
const KEPT = /^[0-9a-f]{2}\/[0-9a-f]{2}\/([0-9a-f]{64})$/

/**
 * Content in a bucket, under the paths it would have in a folder (`ab/cd/<hash>`). `unfinished` is the folder of this
 * machine through which files pass on their way in and out.
 */
export function bucketContents(bucket: Bucket, unfinished: string): Contents {
  /**
   * The way over the network is made under a name of its own, before anybody holds a transaction for it; from there
   * the bucket itself copies, and what is never registered is never found.
   */
  async function bring(file: ArrivedFile): Promise<Brought> {
    const key = `${UNFINISHED}${randomUUID()}.part`
    const discard = () => bucket.remove(key).catch(() => undefined)
    try {
      await bucket.put(key, file)
    } catch (error) {
      // It may have arrived all the same. Nobody waits a second time for a bucket that is away.
      void discard()
      throw error
    }
    return { keep: () => bucket.copy(key, keyOf(file.sha256)), discard }
  }

  /** Comes over whole and is hashed here: what is handed out are the very bytes that were checked. */
  async function open(sha256: string) {
    const path = join(unfinished, `${randomUUID()}.part`)
    await mkdir(unfinished, { recursive: true })
    const handle = await openFile(path, 'wx+', 0o600)
    try {
      // Open it stays readable; by name nobody needs it, and a crash leaves nothing.
      await rm(path)
      for await (const piece of bucket.read(keyOf(sha256))) await handle.writeFile(piece)
      const size = await verifiedSize(handle, sha256)
      return { size, stream: handle.createReadStream({ start: 0 }) }
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  async function* keptBefore(before: number): AsyncGenerator<readonly string[]> {
    for await (const page of bucket.list('')) {
      const old = page.flatMap(({ key, modified }) => {
        const [, sha256] = KEPT.exec(key) ?? []
        return sha256 !== undefined && modified < before ? [sha256] : []
      })
      if (old.length > 0) yield old
    }
  }

  async function remove(sha256: string, before: number): Promise<boolean> {
    const modified = await bucket.modified(keyOf(sha256))
    if (modified === null || !(modified < before)) return false
    await bucket.remove(keyOf(sha256))
    return true
  }

  async function sweepBrought(before: number): Promise<number> {
    let removed = 0
    for await (const page of bucket.list(UNFINISHED)) {
      for (const { key, modified } of page) {
        if (!(modified < before)) continue
        await bucket.remove(key)
        removed += 1
      }
    }
    return removed
  }

  return {
    bring,
    open,
    exists: async (sha256) => (await bucket.modified(keyOf(sha256))) !== null,
    keptBefore,
    remove,
    sweepBrought,
  }
}

function keyOf(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
}
