import { becomeSystem } from '../../db/principal.js'
import {
  lockRetest,
  objectsOf,
  type Retest,
  type RetestObject,
  writeClaim,
} from '../../db/retest.js'
import { plusMs } from '../../domain/instant.js'
import { holds, refuseClaim } from '../../domain/retest-hold.js'
import type { Rejection } from '../../domain/situation.js'
import type { Deps } from '../deps.js'
import { CommandError } from '../errors.js'
import { type Answer, type KeyUse, once } from '../once.js'
import type { Principal } from '../principal.js'

const MINUTE_MS = 60_000

export interface RetestClaim {
  principal: Principal
  key: KeyUse | null
  id: string
  /** How long the tool may keep it. */
  minutes: number
  /** The claim that is to run on; null to take a task nobody has. */
  claim: number | null
}

export type RetestOutcome =
  | { kind: 'done'; task: Retest; object: RetestObject }
  | { kind: 'refused'; rejection: Rejection }

/**
 * A tool takes a task, or keeps one it has: of two at once one wins, also of two that are one tool's. By the real clock,
 * also in a rehearsal. Refuses what `refuseClaim` does. Throws CommandError NOT_FOUND (absent, or asked of another tool),
 * LOCKED, KEY_REUSED.
 */
export function claimRetest(
  deps: Pick<Deps, 'pool' | 'poke'>,
  { principal, key, id, minutes, claim }: RetestClaim,
  present: (outcome: RetestOutcome) => Answer,
): Promise<Answer> {
  return once(deps, principal, key, {
    async load(tx) {
      const task = await lockRetest(tx, id)
      if (!task) throw new CommandError('NOT_FOUND')
      // A tool reads no findings: what it is to look at is read for it.
      const [, [object]] = await Promise.all([becomeSystem(tx), objectsOf(tx, [task.finding_id])])
      if (!object) throw new CommandError('NOT_FOUND')
      return { task, object }
    },
    act(tx, { task, object }) {
      const by = principal.service_account_id ?? null
      const claimant = { by, claim }
      const own = holds(task, claimant)
      const rejection = refuseClaim(task, claimant)
      if (rejection) return { answer: present({ kind: 'refused', rejection }), writes: [] }
      const { clock } = task
      const taken = {
        ...{ id, claim: own ? task.claim : task.claim + 1, claimed_by: by },
        claimed_at: own ? task.claimed_at : clock,
        lease_until: plusMs(clock, minutes * MINUTE_MS),
      }
      const after: Retest = { ...task, ...taken, status: 'claimed' }
      const answer = present({ kind: 'done', task: after, object })
      return { answer, writes: [writeClaim(tx, taken)] }
    },
  })
}
