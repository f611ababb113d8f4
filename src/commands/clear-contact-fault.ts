import { type ContactFault, clearContactFault, lockContactFault } from '../db/contact-fault.js'
import { findOffice } from '../db/office.js'
import { type Rejection, reject } from '../domain/situation.js'
import type { Deps } from './deps.js'
import { CommandError } from './errors.js'
import { type Answer, type KeyUse, once } from './once.js'
import type { Principal } from './principal.js'

export interface Clearing {
  principal: Principal
  key: KeyUse | null
  id: string
  reason: string
}

export type ClearingOutcome =
  | { kind: 'done'; fault: ContactFault }
  | { kind: 'refused'; rejection: Rejection }

/** Writes that an address was found to be right after all: from then on the next failure is told anew. */
export function clearFault(
  deps: Deps,
  { principal, key, id, reason }: Clearing,
  present: (outcome: ClearingOutcome) => Answer,
): Promise<Answer> {
  return once(deps, principal, key, {
    load: (tx) => Promise.all([findOffice(tx, principal.office_id), lockContactFault(tx, id)]),
    act(tx, [office, fault]) {
      if (!office || !fault) throw new CommandError('NOT_FOUND')
      if (fault.cleared_at) {
        const rejection = reject('NOTHING_TO_CHANGE', null)
        return { answer: present({ kind: 'refused', rejection }), writes: [] }
      }
      const cleared = { at: office.now, by: principal.person_id, because: reason }
      const after: ContactFault = {
        ...fault,
        cleared_at: cleared.at,
        cleared_by: cleared.by,
        cleared_because: cleared.because,
      }
      const answer = present({ kind: 'done', fault: after })
      return { answer, writes: [clearContactFault(tx, id, cleared)] }
    },
  })
}
