import { findOffice } from '../../db/office.js'
import { cancelRetest, insertRetest, lockRetest, objectsOf, type Retest } from '../../db/retest.js'
import { reject } from '../../domain/situation.js'
import { OPEN_STATES } from '../../domain/vocabulary.js'
import type { Deps } from '../deps.js'
import { CommandError } from '../errors.js'
import { loadFindings } from '../load-situation.js'
import { type Answer, type KeyUse, once } from '../once.js'
import type { Principal } from '../principal.js'
import type { RetestOutcome } from './claim.js'

export interface RetestAsking {
  principal: Principal
  key: KeyUse | null
  finding_id: string
  /** The tool that alone may look; null for any of the office's. */
  tool: string | null
  reason: string | null
}

/**
 * Somebody of the office asks for a re-test. Refuses OFFLINE_ONLY, NOT_IN_THIS_STATE (neither open nor closed). Throws
 * CommandError NOT_FOUND, ALREADY_EXISTS (one asked for is open), LOCKED, KEY_REUSED.
 */
export function askRetest(
  deps: Pick<Deps, 'pool' | 'poke' | 'newId'>,
  { principal, key, finding_id, tool, reason }: RetestAsking,
  present: (outcome: RetestOutcome) => Answer,
): Promise<Answer> {
  const { office_id, person_id } = principal
  return once(deps, principal, key, {
    load: (tx) =>
      Promise.all([loadFindings(tx, office_id, [finding_id]), objectsOf(tx, [finding_id])]),
    act(tx, [{ findings, office }, [object]]) {
      const [found] = findings
      if (!found || !object) throw new CommandError('NOT_FOUND')
      const { state, handling, round } = found.finding
      const looked = [...OPEN_STATES, 'closed'].some((one) => one === state)
      if (handling === 'offline' || !looked) {
        const rejection = reject(handling === 'offline' ? 'OFFLINE_ONLY' : 'NOT_IN_THIS_STATE')
        return { answer: present({ kind: 'refused', rejection }), writes: [] }
      }
      const asked = {
        ...({ id: deps.newId(), office_id, finding_id, reason: 'asked', tool } as const),
        ...{ round: round?.number ?? null, lookback: null, opened_at: office.now },
        ...{ asked_by: person_id, asked_because: reason },
      }
      const task: Retest = { ...asked, ...UNTOUCHED, clock: office.now }
      return {
        answer: present({ kind: 'done', task, object }),
        writes: [insertRetest(tx, asked)],
      }
    },
  })
}

const UNTOUCHED: Pick<Retest, Untouched> = {
  ...{ status: 'open', claim: 0, claimed_by: null, claimed_at: null, lease_until: null },
  ...{ seq: null, reported_at: null, screenshot: null, result: null, observed_at: null },
  ...{ seen: null, cancelled_at: null, cancelled_why: null, cancelled_by: null },
  cancelled_because: null,
}

type Untouched = Exclude<keyof Retest, keyof Parameters<typeof insertRetest>[1] | 'clock'>

export interface RetestCancelling {
  principal: Principal
  key: KeyUse | null
  id: string
  reason: string
}

/**
 * Somebody of the office no longer wants a task, whoever has it. Refuses NOT_IN_THIS_STATE (done or cancelled). Throws
 * CommandError NOT_FOUND, LOCKED, KEY_REUSED.
 */
export function cancelTask(
  deps: Pick<Deps, 'pool' | 'poke'>,
  { principal, key, id, reason }: RetestCancelling,
  present: (outcome: RetestOutcome) => Answer,
): Promise<Answer> {
  return once(deps, principal, key, {
    async load(tx) {
      const [task, office] = await Promise.all([
        lockRetest(tx, id),
        findOffice(tx, principal.office_id),
      ])
      if (!task || !office) throw new CommandError('NOT_FOUND')
      const [object] = await objectsOf(tx, [task.finding_id])
      if (!object) throw new CommandError('NOT_FOUND')
      return { task, office, object }
    },
    act(tx, { task, office: { now: at }, object }) {
      if (task.status === 'done' || task.status === 'cancelled') {
        const rejection = reject('NOT_IN_THIS_STATE')
        return { answer: present({ kind: 'refused', rejection }), writes: [] }
      }
      const by = { at, person_id: principal.person_id, because: reason }
      const after: Retest = {
        ...{ ...task, status: 'cancelled', cancelled_at: at, cancelled_why: 'by_hand' },
        ...{ cancelled_by: by.person_id, cancelled_because: reason },
      }
      return {
        answer: present({ kind: 'done', task: after, object }),
        writes: [cancelRetest(tx, id, by)],
      }
    },
  })
}
