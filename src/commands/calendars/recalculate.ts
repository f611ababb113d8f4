import { lockOperation, type Operation, recordProgress } from '../../db/operation.js'
import { nextAhead } from '../../db/outlook.js'
import { type Transaction, transaction } from '../../db/transaction.js'
import { takeDue } from '../../domain/clock/advance.js'
import { run } from '../../domain/machine/run.js'
import type { Deps } from '../deps.js'
import { type LoadedFindings, loadFindings } from '../load-situation.js'
import { endOperation } from '../operations.js'
import { runEach } from '../run-each.js'
import type { ApplyInput } from './apply.js'

const PAGE = 50

/** How far a job is: findings looked at and moved, and the last of them by id. */
interface Progress {
  looked_at: number
  moved: number
  after: string
}

const NOTHING: Progress = { looked_at: 0, moved: 0, after: '00000000-0000-0000-0000-000000000000' }

/**
 * Brings the next page of findings to the calendar that was applied, each by the decision of whoever applied it; with the
 * page how far it is. False when nothing is left, and the job has ended, or was stopped. What is due was due by the
 * calendar before. Done twice or at once it is harmless: what has moved moves no more. Throws DatabaseError
 * LOCK_TIMEOUT.
 */
export function recalculateNext(deps: Deps, operationId: string): Promise<boolean> {
  const work = async (tx: Transaction) => {
    const operation = await lockOperation(tx, operationId)
    if (operation?.status !== 'running') return false
    const progress = (operation.progress as Progress | null) ?? NOTHING
    const ids = await nextAhead(tx, operation.office_id, progress.after, PAGE)
    const last = ids.at(-1)
    if (last === undefined) {
      const { looked_at, moved } = progress
      await endOperation(tx, operation, { status: 'done', result: { looked_at, moved } })
      return false
    }
    const loaded = await loadFindings(tx, operation.office_id, ids)
    const { moved, writes } = await recalculated(tx, deps, operation, loaded)
    const next = {
      ...{ looked_at: progress.looked_at + ids.length, moved: progress.moved + moved, after: last },
    }
    await tx.commitWith([...writes, recordProgress(tx, operationId, next)])
    return true
  }
  return transaction(deps.pool, work)
}

/** A finding is caught up by the calendar that was in force, then brought to the one that is. */
async function recalculated(
  tx: Transaction,
  deps: Deps,
  { input, requested_by }: Operation,
  loaded: LoadedFindings,
): Promise<{ moved: number; writes: Promise<unknown>[] }> {
  const { before: calendar_version, reason } = input as ApplyInput
  const { hours } = loaded.office
  const actor = { person_id: requested_by, roles: ['office.leader'] as const }
  const acting = { actor, paper: null, known: new Set<string>() }
  const { runs, write } = await runEach(tx, deps, loaded, acting, async (situation) => {
    const { rules, finding } = situation
    const { policy_version } = finding
    const old = await deps.rules.of(tx, { hours, calendar_version, policy_version })
    const caught = takeDue({ ...situation, rules: old })
    const after = run({ ...caught.situation, rules }, { name: 'recalculate', reason }, null)
    return { ...after, events: [...caught.events, ...after.events] }
  })
  return {
    moved: runs.filter(({ after }) => after.verdict.kind === 'done').length,
    writes: write(),
  }
}
