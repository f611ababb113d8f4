import { becomeSystem } from '../../db/principal.js'
import {
  findRetest,
  lockRetest,
  objectsOf,
  type Retest,
  type RetestObject,
  writeResult,
} from '../../db/retest.js'
import type { Transaction } from '../../db/transaction.js'
import type { Instant } from '../../domain/instant.js'
import { run } from '../../domain/machine/run.js'
import { holds, refuseResult } from '../../domain/retest-hold.js'
import { type Actor, reject } from '../../domain/situation.js'
import type { RetestResult } from '../../domain/vocabulary.js'
import type { Deps } from '../deps.js'
import { effectOf } from '../effect.js'
import { CommandError } from '../errors.js'
import { type LoadedFindings, loadFindings, situationOf } from '../load-situation.js'
import { type Answer, type KeyUse, once, type Work } from '../once.js'
import { persist } from '../persist.js'
import type { Principal } from '../principal.js'
import type { RetestOutcome } from './claim.js'

/** What a tool has seen. */
export interface RetestReport {
  /** The claim under which it looked. */
  claim: number
  result: RetestResult
  /** Left out: now. */
  observed_at: Instant | null
  seen: string
  screenshot: string | null
}

export interface RetestReporting {
  principal: Principal
  key: KeyUse | null
  id: string
  report: RetestReport
}

/**
 * What a tool has seen becomes a re-test of the finding, as if somebody who inspects had recorded it, and the task is done.
 * The same claim's result again changes nothing.
 * Refuses RETEST_TAKEN, NOT_IN_THIS_STATE (cancelled, or done otherwise) and what `record_retest` refuses. Throws CommandError
 * NOT_FOUND (absent, or asked of another tool), LOCKED, KEY_REUSED.
 */
export function reportRetest(
  deps: Deps,
  { principal, key, id, report }: RetestReporting,
  present: (outcome: RetestOutcome) => Answer,
): Promise<Answer> {
  return once(deps, principal, key, {
    async load(tx) {
      const found = await findRetest(tx, id)
      if (!found) throw new CommandError('NOT_FOUND')
      const ids = [found.finding_id]
      const [, loaded, task, [object]] = await Promise.all([
        becomeSystem(tx),
        loadFindings(tx, principal.office_id, ids),
        lockRetest(tx, id),
        objectsOf(tx, ids),
      ])
      if (!task || !object) throw new CommandError('NOT_FOUND')
      return { loaded, task, object }
    },
    async act(tx, { loaded, task, object }) {
      const claimant = { by: principal.service_account_id ?? null, claim: report.claim }
      const again = task.status === 'done' && task.result === report.result
      if (again && holds(task, claimant)) {
        return { answer: present({ kind: 'done', task, object }), writes: [] }
      }
      const rejection = refuseResult(task, claimant)
      if (rejection) return { answer: present({ kind: 'refused', rejection }), writes: [] }
      return record(tx, deps, { principal, report, loaded, task, object }, present)
    },
  })
}

interface Taken {
  principal: Principal
  report: RetestReport
  loaded: LoadedFindings
  task: Retest
  object: RetestObject
}

async function record(
  tx: Transaction,
  deps: Deps,
  { principal, report, loaded, task, object }: Taken,
  present: (outcome: RetestOutcome) => Answer,
): Promise<Work> {
  const [locked] = loaded.findings
  if (!locked) throw new CommandError('NOT_FOUND')
  const { service_account_id } = principal
  const actor: Actor = { person_id: null, roles: ['inspector'], service_account_id }
  const acting = { actor, paper: null, known: new Set<string>() }
  const before = await situationOf(tx, deps.rules, loaded, locked, acting)
  const { result, seen, screenshot } = report
  const observed_at = report.observed_at ?? before.now
  const after = run(before, { name: 'record_retest', result, observed_at, seen }, null)
  const effect = effectOf(deps, before, after, locked)
  const { now, rules } = after.situation
  const moment = { office_id: principal.office_id, now, rules }
  const event = effect.events.find(({ type }) => type === 'retest_recorded')
  if (after.verdict.kind !== 'done' || !event) {
    const rejection =
      after.verdict.kind === 'refused' ? after.verdict.rejection : reject('NOT_IN_THIS_STATE')
    const writes = persist(tx, deps, moment, [effect])
    return { answer: present({ kind: 'refused', rejection }), writes }
  }
  const written = { id: task.id, seq: event.seq, reported_at: now, screenshot }
  const done: Retest = {
    ...task,
    ...written,
    status: 'done',
    result,
    observed_at,
    seen: seen.trim(),
  }
  return {
    answer: present({ kind: 'done', task: done, object }),
    // The task first: what its own result ends is then no longer open.
    writes: [writeResult(tx, written), ...persist(tx, deps, moment, [effect])],
  }
}
