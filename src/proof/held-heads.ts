import type { Verify } from './key.js'
import { HEADS_BEGIN, type HeadsPlace, readHeads } from './read-heads.js'

/** What a file of signed heads holds: the newest hash of each finding, as far as it was read. */
export interface HeldHeads {
  place: HeadsPlace
  hashes: Map<string, string>
}

const NOTHING = (): HeldHeads => ({ place: HEADS_BEGIN, hashes: new Map() })

/**
 * What a file holds up to its last line, read on from before where it is still the same file. Where it was cut, changed
 * or begun anew, by the digest it ends in or a line that hangs on another, it is read from its beginning.
 */
export async function readHeld(
  path: string,
  { verify, last }: { verify: Verify; last: string | null },
  before: HeldHeads | null,
): Promise<HeldHeads> {
  if (last === null) return NOTHING()
  if (before) {
    const { held, linked } = await readOn(path, verify, before)
    if (linked && held.place.last?.digest === last) return held
  }
  return (await readOn(path, verify, NOTHING())).held
}

async function readOn(
  path: string,
  verify: Verify,
  { place: from, hashes }: HeldHeads,
): Promise<{ held: HeldHeads; linked: boolean }> {
  let place = from
  let linked = true
  for await (const read of readHeads(path, verify, from)) {
    place = read.place
    if (read.fault === 'unlinked') linked = false
    for (const { finding_id, hash } of read.line?.heads ?? []) hashes.set(finding_id, hash)
  }
  return { held: { place, hashes }, linked }
}
