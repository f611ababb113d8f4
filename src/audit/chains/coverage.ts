import { databaseNow, firstBefore, headsAfter } from '../../db/chain.js'
import type { Handle } from '../../db/handle.js'
import { type Instant, plusMs } from '../../domain/instant.js'
import type { HeadsLine } from '../../proof/heads-line.js'
import type { RecordFault } from './fault.js'

/** A command says when it happened before it commits: what is younger than that before a line may have missed it. */
const OVERLAP_MS = 10 * 60_000
const FINDINGS = 2_000
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'
const AFTER_ITS_LAST = 2 ** 31 - 1

/** How far the lines of signed heads read so far cover each finding, and up to when they say they cover all. */
export interface Coverage {
  seqs: Map<string, number>
  as_of: Instant | null
}

/** Before the first line. */
export const startCoverage = (): Coverage => ({ seqs: new Map(), as_of: null })

/**
 * Events that a line is the first to cover, though an earlier one said that it covers everything of their time: they were
 * put into the past. A line dated later than the one after it, by a clock that had jumped ahead, says nothing.
 */
export async function coveredLate(
  h: Handle,
  { seqs, as_of }: Coverage,
  { heads, at }: HeadsLine,
): Promise<RecordFault[]> {
  if (as_of === null || as_of > at) return []
  const spans = heads.map(({ finding_id, seq }) => {
    return { finding_id, after: seqs.get(finding_id) ?? 0, seq }
  })
  const early = await firstBefore(h, spans, plusMs(as_of, -OVERLAP_MS))
  return heads.flatMap(({ hash: _, ...head }) => {
    const found = early.find(({ finding_id }) => finding_id === head.finding_id)
    return found ? [{ ...head, seq: found.seq, fault: 'unsigned' as const }] : []
  })
}

/** The coverage with one line more. */
export function withLine({ seqs, as_of }: Coverage, line: HeadsLine): Coverage {
  for (const { finding_id, seq } of line.heads) {
    seqs.set(finding_id, Math.max(seq, seqs.get(finding_id) ?? 0))
  }
  return { seqs, as_of: line.as_of ?? as_of }
}

/** Events that the last line should cover and none does. */
export async function notCovered(h: Handle, { seqs, as_of }: Coverage): Promise<RecordFault[]> {
  if (as_of === null || as_of > (await databaseNow(h))) return []
  const faults: RecordFault[] = []
  for (let after: string | null = BEFORE_ALL; after !== null; ) {
    const rows = await headsAfter(h, after, FINDINGS)
    after = rows.length < FINDINGS ? null : (rows.at(-1)?.finding_id ?? null)
    const spans = rows.flatMap(({ finding_id, seq }) => {
      const covered = seqs.get(finding_id) ?? 0
      return seq > covered ? [{ finding_id, after: covered, seq: AFTER_ITS_LAST }] : []
    })
    const early = await firstBefore(h, spans, plusMs(as_of, -OVERLAP_MS))
    for (const { hash: _, ...head } of rows) {
      const found = early.find(({ finding_id }) => finding_id === head.finding_id)
      if (found) faults.push({ ...head, seq: found.seq, fault: 'unsigned' })
    }
  }
  return faults
}
