import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { EvidenceError } from './evidence-error.js'

const STEP = 1 << 18

/**
 * The size of an open file whose content has this hash; throws CORRUPT otherwise. The read position
 * stays put.
 */
export async function verifiedSize(handle: FileHandle, sha256: string): Promise<number> {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(STEP)
  let size = 0
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, STEP, size)
    if (bytesRead === 0) break
    hash.update(buffer.subarray(0, bytesRead))
    size += bytesRead
  }
  if (hash.digest('hex') === sha256) return size
  throw new EvidenceError('CORRUPT', `stored content no longer matches ${sha256}`)
}
