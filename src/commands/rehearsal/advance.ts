import { findOffice, type Office } from '../../db/office.js'
import { lockOffice } from '../../db/office-clock.js'
import { insertOperation, type Operation, runningOperation } from '../../db/operation.js'
import { becomeSystem } from '../../db/principal.js'
import { nextStop } from '../../db/rehearsal.js'
import { wantSubjects } from '../../db/workflow-sync.js'
import { type Instant, plusMs } from '../../domain/instant.js'
import type { Deps } from '../deps.js'
import { CommandError } from '../errors.js'
import { type Answer, type KeyUse, once } from '../once.js'
import type { Principal } from '../principal.js'

/** Where to: the next thing that will happen, so many calendar days on, or an instant. */
export type AdvanceTo = { to: 'next' | Instant } | { days: number }

export interface AdvanceRequest {
  principal: Principal
  key: KeyUse | null
  target: AdvanceTo
}

export type AdvanceOutcome =
  | { kind: 'started'; operation: Operation }
  | { kind: 'refused'; code: 'NOT_A_REHEARSAL' | 'ONLY_FORWARD' | 'ALREADY_RUNNING' | 'TOO_FAR' }

const DAY = 86_400_000
/** As many days as may be asked for at once. */
const FURTHEST_MS = 400 * DAY

/**
 * Starts the long job that moves a rehearsal's clock, visiting every stop on the way. Whether the caller may is the
 * route's to say. Throws CommandError NOT_FOUND (no such office), LOCKED, KEY_REUSED.
 */
export function startAdvance(
  deps: Deps,
  { principal, key, target }: AdvanceRequest,
  present: (outcome: AdvanceOutcome) => Answer,
): Promise<Answer> {
  const { office_id } = principal
  return once(deps, principal, key, {
    async load(tx) {
      const [, , office, running] = await Promise.all([
        becomeSystem(tx),
        lockOffice(tx, office_id),
        findOffice(tx, office_id),
        runningOperation(tx, office_id, 'advance_rehearsal'),
      ])
      const next = office?.standing_clock
        ? await nextStop(tx, office_id, office.standing_clock)
        : null
      return { office, running, next }
    },
    act(tx, { office, running, next }) {
      const refuse = (code: Extract<AdvanceOutcome, { kind: 'refused' }>['code']) => ({
        answer: present({ kind: 'refused', code }),
        writes: [],
      })
      if (!office) throw new CommandError('NOT_FOUND')
      if (office.standing_clock === null) return refuse('NOT_A_REHEARSAL')
      if (running) return refuse('ALREADY_RUNNING')
      const to = instantOf(target, office.standing_clock, next)
      if (to < office.standing_clock) return refuse('ONLY_FORWARD')
      if (to > plusMs(office.standing_clock, FURTHEST_MS)) return refuse('TOO_FAR')
      const operation = operationOf(deps, office, principal, to)
      const writes = [
        insertOperation(tx, operation),
        wantSubjects(tx, [{ subject_id: operation.id, office_id, kind: 'operation' }]),
      ]
      return { answer: present({ kind: 'started', operation }), writes }
    },
  })
}

/** An instant that is the clock's own is no step back: whatever is due there is waited for. */
function instantOf(target: AdvanceTo, clock: Instant, next: Instant | null): Instant {
  if ('days' in target) return plusMs(clock, target.days * DAY)
  return target.to === 'next' ? (next ?? clock) : target.to
}

function operationOf(
  { newId }: Pick<Deps, 'newId'>,
  office: Office & { now: Instant },
  principal: Principal,
  to: Instant,
): Operation {
  return {
    id: newId(),
    office_id: office.id,
    kind: 'advance_rehearsal',
    status: 'running',
    input: { from: office.now, to },
    progress: null,
    result: null,
    requested_by: principal.person_id,
    created_at: office.now,
    finished_at: null,
  }
}
