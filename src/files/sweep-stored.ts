import type { Contents } from './contents.js'

/** What records know of content. */
export interface Named {
  /** Which of these hashes some record names. */
  known: (hashes: readonly string[]) => Promise<ReadonlySet<string>>
  /**
   * Removes content while nobody can give it a name: answers what `remove` does, or false, not asking it, where a record names
   * it after all or is about to.
   */
  unlessNamed: (sha256: string, remove: () => Promise<boolean>) => Promise<boolean>
}

/**
 * Removes content that no record names and that was last kept before `before`; returns how many. Some are asked about
 * at a time; then each once more before it goes, and its age is read again: the same content may be arriving.
 */
export async function sweepStored(
  contents: Pick<Contents, 'keptBefore' | 'remove'>,
  before: number,
  { known, unlessNamed }: Named,
): Promise<number> {
  let removed = 0
  for await (const old of contents.keptBefore(before)) {
    const named = await known(old)
    for (const hash of old) {
      if (named.has(hash)) continue
      if (await unlessNamed(hash, () => contents.remove(hash, before))) removed += 1
    }
  }
  return removed
}
