import { lockOperation, type Operation, recordProgress } from '../../db/operation.js'
import { nextAhead } from '../../db/outlook.js'
import { type Transaction, transaction } from '../../db/transaction.js'
import { takeDue } from '../../domain/clock/advance.js'
import { later } from '../../domain/instant.js'
import { run } from '../../domain/machine/run.js'
import type { Deps } from '../deps.js'
import { effectOf } from '../effect.js'
import { type LoadedFindings, loadFindings, situationOf } from '../load-situation.js'
import { endOperation } from '../operations.js'
import { persist } from '../persist.js'
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

async function recalculated(
  tx: Transaction,
  deps: Deps,
  operation: Operation,
  loaded: LoadedFindings,
): Promise<{ moved: number; writes: Promise<unknown>[] }> {
  const { before: old, reason } = operation.input as ApplyInput
  const { office } = loaded
  const actor = { person_id: operation.requested_by, roles: ['office.leader'] as const }
  const runs = await Promise.all(
    loaded.findings.map(async (locked) => {
      const acting = { actor, paper: null, known: new Set<string>() }
      const situation = await situationOf(tx, deps.rules, loaded, locked, acting)
      const { hours } = office
      const key = { hours, calendar_version: old, policy_version: locked.finding.policy_version }
      const caught = takeDue({ ...situation, rules: await deps.rules.of(tx, key) })
      const command = { name: 'recalculate', reason } as const
      const after = run({ ...caught.situation, rules: situation.rules }, command, null)
      const events = [...caught.events, ...after.events]
      return { after, effect: effectOf(deps, situation, { ...after, events }, locked) }
    }),
  )
  const rules = runs[0]?.after.situation.rules
  const now = runs.map(({ after }) => after.situation.now).reduce(later, office.now)
  const moment = rules && { office_id: office.id, now, rules }
  const effects = runs.map(({ effect }) => effect)
  return {
    moved: runs.filter(({ after }) => after.verdict.kind === 'done').length,
    writes: moment ? persist(tx, deps, moment, effects) : [],
  }
}
