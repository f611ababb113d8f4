import type { Pool } from '../../db/pool.js'
import type { HashText } from '../../domain/chain.js'
import type { Verify } from '../../proof/key.js'
import { type HeadsRead, readHeads } from '../../proof/read-heads.js'
import { compareHeads } from './compare-heads.js'
import { type Faults, NAMED_FAULTS, withFaults } from './fault.js'
import type { HeadsProgress, Progress } from './progress.js'
import { walkPage } from './walk.js'

/** What to verify, and whom to tell how far it has come. */
export interface Verification {
  pool: Pool
  hash: HashText
  /** The file of signed heads and what checks it; null leaves it aside. */
  heads: { path: string; verify: Verify } | null
  kept: (progress: Progress) => void
}

/**
 * Walks every chain of the database, then holds each signed head against it; goes on from where an earlier one was
 * killed. What has been looked at is not held in memory.
 */
export async function verifyRecord(
  { pool, hash, heads, kept }: Verification,
  from: Progress,
): Promise<Progress> {
  let progress = from
  while (!progress.walked) {
    const page = await walkPage(pool, hash, progress.after)
    progress = {
      ...progress,
      after: page.after,
      walked: page.after === null,
      findings: progress.findings + page.findings,
      events: progress.events + page.events,
      faults: withFaults(progress.faults, page.faults),
    }
    kept(progress)
  }
  if (!heads) return progress
  for await (const read of readHeads(heads.path, heads.verify, progress.heads.place)) {
    const faults = await withOtherHeads(pool, progress.faults, read)
    progress = { ...progress, faults, heads: counted(progress.heads, read) }
    kept(progress)
  }
  return progress
}

async function withOtherHeads(pool: Pool, faults: Faults, { line }: HeadsRead): Promise<Faults> {
  if (!line || line.heads.length === 0) return faults
  const known = new Set(faults.named.map(({ finding_id }) => finding_id))
  const otherwise = await compareHeads(pool, line.heads)
  // A finding is named once, by what was found first.
  return withFaults(
    faults,
    otherwise.filter(({ finding_id }) => !known.has(finding_id)),
  )
}

function counted(before: HeadsProgress, { line, fault, place }: HeadsRead): HeadsProgress {
  const lines = before.lines + 1
  const bad = fault === null || fault === 'torn' ? [] : [{ line: lines, fault }]
  return {
    place,
    lines,
    heads: before.heads + (line?.heads.length ?? 0),
    torn: before.torn + (fault === 'torn' ? 1 : 0),
    bad: [...before.bad, ...bad].slice(0, NAMED_FAULTS),
  }
}
