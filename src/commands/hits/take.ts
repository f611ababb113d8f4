import {
  insertHits,
  insertSightings,
  knownSightings,
  lockReportedHits,
  type ReportedHit,
  tryTool,
  updateHits,
} from '../../db/hit.js'
import { linesAfter, markTaken, type StagedLine, type TakenLine } from '../../db/hit-import.js'
import { lockOperation, type Operation, recordProgress } from '../../db/operation.js'
import { type Transaction, transaction } from '../../db/transaction.js'
import { faultOfReport, type HitReport, type HitResult } from '../../domain/hit.js'
import { type KnownHit, sightingKey, takeReports } from '../../domain/hit-rules.js'
import type { Instant } from '../../domain/instant.js'
import type { Deps } from '../deps.js'
import { endOperation } from '../operations.js'
import type { HitImportInput } from './start.js'

const PAGE = 1_000

/** How far a job is: how many lines came to what, and the number of the last of them. */
type Progress = Readonly<Record<HitResult | 'taken' | 'after', number>>

const NOTHING: Progress = {
  ...{ taken: 0, new: 0, seen_again: 0, unchanged: 0, gone: 0, invalid: 0, after: 0 },
}

/**
 * Takes the next page of lines of an import; what became of each of them and how far it is are written with it. `finished`
 * when nothing is left, and the job has ended, or was stopped; `busy` while another import of the tool has its turn, for which
 * no connection waits. Done twice or at once it is harmless.
 */
export function takeHits(
  deps: Pick<Deps, 'pool' | 'newId'>,
  operationId: string,
): Promise<'more' | 'busy' | 'finished'> {
  return transaction(deps.pool, async (tx) => {
    const operation = await lockOperation(tx, operationId)
    if (operation?.status !== 'running') return 'finished'
    const { tool } = operation.input as HitImportInput
    const progress = (operation.progress as Progress | null) ?? NOTHING
    const [turn, lines] = await Promise.all([
      tryTool(tx, operation.office_id, tool),
      linesAfter(tx, operationId, progress.after, PAGE),
    ])
    if (!turn) return 'busy'
    if (lines.length === 0) {
      const { after: _, ...result } = progress
      await endOperation(tx, operation, { status: 'done', result })
      return 'finished'
    }
    const { taken, writes } = await take(tx, deps, operation, lines)
    const marked = markTaken(tx, operationId, taken)
    const recorded = recordProgress(tx, operationId, counted(progress, taken))
    await tx.commitWith([...writes, marked, recorded])
    return 'more'
  })
}

/** What is known of the hits of some lines, what these make of it, and the writes of that, sent. */
async function take(
  tx: Transaction,
  deps: Pick<Deps, 'newId'>,
  { office_id, input, created_at }: Operation,
  lines: readonly StagedLine[],
): Promise<{ taken: TakenLine[]; writes: Promise<unknown>[] }> {
  const { tool } = input as HitImportInput
  const judged = lines.map((line) => judge(line, created_at))
  const reports = judged.flatMap(({ report }) => report ?? [])
  const ids = [...new Set(reports.map(({ id }) => id))]
  const [stored, sightings] = await Promise.all([
    lockReportedHits(tx, office_id, tool, ids),
    knownSightings(tx, office_id, tool, reports),
  ])
  const known = knownHits(stored, sightings)
  const { results, hits, fresh } = takeReports(known, reports)

  const ofTool = new Map(stored.map((hit) => [hit.tool_hit_id, hit]))
  const idOf = new Map(ids.map((id) => [id, ofTool.get(id)?.id ?? deps.newId()]))
  const changed = [...hits].flatMap(([tool_hit_id, hit]): ReportedHit[] => {
    if (hit === known.get(tool_hit_id)) return []
    const born = ofTool.get(tool_hit_id)?.created_at ?? created_at
    const id = idOf.get(tool_hit_id) ?? ''
    return [{ id, office_id, tool, tool_hit_id, created_at: born, ...hit.observed }]
  })
  const newcomers = changed.filter(({ tool_hit_id }) => !ofTool.has(tool_hit_id))
  const others = changed.filter(({ tool_hit_id }) => ofTool.has(tool_hit_id))
  const seen = fresh.map(({ id, captured_at, gone }) => ({
    ...{ hit_id: idOf.get(id) ?? '', captured_at, gone, office_id },
  }))
  let next = 0
  const taken = judged.map(({ report, ...line }): TakenLine => {
    if (!report) return { ...line, result: 'invalid', hit_id: null }
    const result = results[next] ?? null
    next += 1
    return { ...line, result, hit_id: idOf.get(report.id) ?? null }
  })
  return {
    taken,
    writes: [insertHits(tx, newcomers), updateHits(tx, others), insertSightings(tx, seen)],
  }
}

type Judged = Pick<StagedLine, 'number' | 'fault_field' | 'fault_code'> & {
  report: HitReport | null
}

/** A line with what speaks against its report, which then is not taken. */
function judge({ number, report, fault_field, fault_code }: StagedLine, at: Instant): Judged {
  const fault = report && faultOfReport(report, at)
  if (!fault) return { number, report, fault_field, fault_code }
  return { number, report: null, fault_field: fault.field, fault_code: fault.code }
}

function knownHits(
  stored: readonly ReportedHit[],
  sightings: Awaited<ReturnType<typeof knownSightings>>,
): Map<string, KnownHit> {
  const keys = new Map<string, Set<string>>()
  for (const { tool_hit_id, ...sighting } of sightings) {
    const of = keys.get(tool_hit_id) ?? new Set()
    keys.set(tool_hit_id, of.add(sightingKey(sighting)))
  }
  return new Map(
    stored.map(
      ({ id: _, office_id: __, tool: ___, created_at: ____, tool_hit_id, ...observed }) => [
        tool_hit_id,
        { observed, sightings: keys.get(tool_hit_id) ?? new Set() },
      ],
    ),
  )
}

function counted(before: Progress, lines: readonly TakenLine[]): Progress {
  const many = (wanted: HitResult) => lines.filter(({ result }) => result === wanted).length
  return {
    taken: before.taken + lines.length,
    new: before.new + many('new'),
    seen_again: before.seen_again + many('seen_again'),
    unchanged: before.unchanged + many('unchanged'),
    gone: before.gone + many('gone'),
    invalid: before.invalid + many('invalid'),
    after: lines.at(-1)?.number ?? before.after,
  }
}
