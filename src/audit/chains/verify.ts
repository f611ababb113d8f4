import type { Pool } from '../../db/pool.js'
import type { HashText } from '../../domain/chain.js'
import type { Verify } from '../../proof/key.js'
import { HEADS_BEGIN, type HeadsPlace, type HeadsRead, readHeads } from '../../proof/read-heads.js'
import { compareHeads } from './compare-heads.js'
import { type Coverage, coveredLate, notCovered, startCoverage, withLine } from './coverage.js'
import { type Faults, NAMED_FAULTS, type RecordFault, withFaults } from './fault.js'
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
      erased: progress.erased + page.erased,
      faults: withFaults(progress.faults, page.faults),
    }
    kept(progress)
  }
  if (!heads) return progress
  let coverage = await coverageUpTo(heads, progress.heads.place)
  for await (const read of readHeads(heads.path, heads.verify, progress.heads.place)) {
    const { line } = read
    if (line) {
      const found = [
        ...(await compareHeads(pool, line.heads)),
        ...(await coveredLate(pool, coverage, line)),
      ]
      progress = { ...progress, faults: withNew(progress.faults, found) }
      coverage = withLine(coverage, line)
    }
    progress = { ...progress, heads: counted(progress.heads, read) }
    kept(progress)
  }
  const faults = withNew(progress.faults, await notCovered(pool, coverage))
  return { ...progress, faults, heads: { ...progress.heads, read: true } }
}

/** What the lines cover that an earlier run has read: it kept no more of them than where they end. */
async function coverageUpTo(
  { path, verify }: NonNullable<Verification['heads']>,
  { offset }: HeadsPlace,
): Promise<Coverage> {
  let coverage = startCoverage()
  if (offset === 0) return coverage
  for await (const { line, place } of readHeads(path, verify, HEADS_BEGIN)) {
    if (line) coverage = withLine(coverage, line)
    if (place.offset >= offset) break
  }
  return coverage
}

/** A finding is named once, by what was found first. */
function withNew(faults: Faults, found: readonly RecordFault[]): Faults {
  const known = new Set(faults.named.map(({ finding_id }) => finding_id))
  const fresh = found.filter(({ finding_id }) => !known.has(finding_id) && known.add(finding_id))
  return withFaults(faults, fresh)
}

function counted(before: HeadsProgress, { line, fault, place }: HeadsRead): HeadsProgress {
  const lines = before.lines + 1
  const bad = fault === null || fault === 'torn' ? [] : [{ line: lines, fault }]
  return {
    read: false,
    place,
    lines,
    heads: before.heads + (line?.heads.length ?? 0),
    torn: before.torn + (fault === 'torn' ? 1 : 0),
    bad: [...before.bad, ...bad].slice(0, NAMED_FAULTS),
  }
}
