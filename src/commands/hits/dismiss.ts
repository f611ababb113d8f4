import { dismissHits, type Hit, lockHit } from '../../db/hit.js'
import { findOffice } from '../../db/office.js'
import { isOpenHit } from '../../domain/hit.js'
import { type Rejection, reject } from '../../domain/situation.js'
import type { Deps } from '../deps.js'
import { CommandError } from '../errors.js'
import { type Answer, type KeyUse, once } from '../once.js'
import type { Principal } from '../principal.js'

export interface HitDismissal {
  principal: Principal
  key: KeyUse | null
  id: string
  reason: string
}

export type HitDismissalOutcome =
  | { kind: 'done'; hit: Hit }
  | { kind: 'refused'; rejection: Rejection }

/**
 * Somebody decides not to use a hit, once; later reports of it go on being counted and change nothing of that. Refuses
 * NOT_IN_THIS_STATE (decided already, or taken up). Throws CommandError NOT_FOUND, LOCKED, KEY_REUSED.
 */
export function dismiss(
  deps: Pick<Deps, 'pool' | 'poke'>,
  { principal, key, id, reason }: HitDismissal,
  present: (outcome: HitDismissalOutcome) => Answer,
): Promise<Answer> {
  return once(deps, principal, key, {
    load: (tx) => Promise.all([findOffice(tx, principal.office_id), lockHit(tx, id)]),
    act(tx, [office, hit]) {
      if (!office || !hit) throw new CommandError('NOT_FOUND')
      if (!isOpenHit(hit.status)) {
        const rejection = reject('NOT_IN_THIS_STATE')
        return { answer: present({ kind: 'refused', rejection }), writes: [] }
      }
      const decided = { at: office.now, by: principal.person_id, because: reason }
      const after: Hit = {
        ...{ ...hit, decision: 'dismissed', status: 'dismissed', decided_at: decided.at },
        ...{ decided_by: decided.by, decided_because: decided.because },
      }
      const answer = present({ kind: 'done', hit: after })
      return { answer, writes: [dismissHits(tx, [id], decided)] }
    },
  })
}
