import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { listed, modified } from './listing.js'

/** Which of these hashes some record names. */
export type KnownHashes = (hashes: readonly string[]) => Promise<ReadonlySet<string>>

const PART = /^[0-9a-f]{2}$/
const SHA256 = /^[0-9a-f]{64}$/

/**
 * Removes stored files that no record names and that were last stored before `before`; returns how
 * many. One folder is asked about at a time, and its ages are read again before anything goes: the
 * same content may be arriving once more.
 */
export async function sweepStored(
  folder: string,
  before: number,
  known: KnownHashes,
): Promise<number> {
  let removed = 0
  for (const upper of await listed(folder, PART)) {
    for (const lower of await listed(join(folder, upper), PART)) {
      removed += await sweepFolder(join(folder, upper, lower), before, known)
    }
  }
  return removed
}

async function sweepFolder(folder: string, before: number, known: KnownHashes): Promise<number> {
  const old = await olderThan(folder, await listed(folder, SHA256), before)
  if (old.length === 0) return 0
  const named = await known(old)
  const unnamed = old.filter((hash) => !named.has(hash))
  const gone = await olderThan(folder, unnamed, before)
  for (const hash of gone) await rm(join(folder, hash), { force: true })
  return gone.length
}

async function olderThan(
  folder: string,
  hashes: readonly string[],
  before: number,
): Promise<string[]> {
  const ages = await Promise.all(hashes.map((hash) => modified(join(folder, hash))))
  return hashes.filter((_, index) => (ages[index] ?? before) < before)
}
