import { unlessNamed } from '../db/content-lock.js'
import { knownHashes } from '../db/evidence.js'
import type { Pool } from '../db/pool.js'
import type { EvidenceStore } from '../files/evidence-store.js'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/**
 * A sweep of the evidence store for a caretaker that comes by every minute: at most one an hour, and
 * only of what is a day old, since an upload is stored before it is registered.
 */
export function createEvidenceSweep(
  pool: Pool,
  files: Pick<EvidenceStore, 'sweep' | 'sweepUnnamed'>,
): () => Promise<void> {
  let next = 0
  return async () => {
    const now = Date.now()
    if (now < next) return
    next = now + HOUR_MS
    await files.sweep(now - DAY_MS)
    await files.sweepUnnamed(now - DAY_MS, {
      known: (hashes) => knownHashes(pool, hashes),
      unlessNamed: (sha256, remove) => unlessNamed(pool, sha256, remove),
    })
  }
}
