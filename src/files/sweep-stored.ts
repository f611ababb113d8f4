import type { Contents } from './contents.js'

/** Which of these hashes some record names. */
export type KnownHashes = (hashes: readonly string[]) => Promise<ReadonlySet<string>>

/**
 * Removes content that no record names and that was last kept before `before`; returns how many. Some are asked about
 * at a time, and the age of each is read again before it goes: the same content may be arriving once more.
 */
export async function sweepStored(
  contents: Pick<Contents, 'keptBefore' | 'remove'>,
  before: number,
  known: KnownHashes,
): Promise<number> {
  let removed = 0
  for await (const old of contents.keptBefore(before)) {
    const named = await known(old)
    for (const hash of old) {
      if (!named.has(hash) && (await contents.remove(hash, before))) removed += 1
    }
  }
  return removed
}
