import { findOffice } from '../db/office.js'
import { insertSignedPaper, type SignedPaper } from '../db/signed-paper.js'
import type { LocalDate } from '../domain/instant.js'
import { type Rejection, reject } from '../domain/situation.js'
import { localDateOf } from '../domain/zone.js'
import type { Deps } from './deps.js'
import { CommandError } from './errors.js'
import { type Answer, type KeyUse, once } from './once.js'
import type { Principal } from './principal.js'

export interface PaperRequest {
  principal: Principal
  key: KeyUse | null
  signer_id: string
  signed_on: LocalDate
  paper_number: string | null
  evidence_id: string | null
  /** The unit whose signatory signed; null for the office's own people. */
  unit_id: string | null
}

export type PaperOutcome =
  | { kind: 'done'; paper: SignedPaper }
  | { kind: 'refused'; rejection: Rejection }

/**
 * Puts on file what somebody signed on paper; one paper may stand behind many findings. What the signer may decide is
 * judged each time it is used. Throws CommandError UNKNOWN_REFERENCE for a signer or scan the office does not have.
 */
export function enterSignedPaper(
  deps: Deps,
  request: PaperRequest,
  present: (outcome: PaperOutcome) => Answer,
): Promise<Answer> {
  const { principal, key, ...given } = request
  return once(deps, principal, key, {
    load: (tx) => findOffice(tx, principal.office_id),
    act(tx, office) {
      if (!office) throw new CommandError('NOT_FOUND')
      if (given.signed_on > localDateOf(office.zone, office.now)) {
        return refused(present, reject('FUTURE_DATE', '/signed_on'))
      }
      if (!given.paper_number?.trim() && !given.evidence_id) {
        return refused(present, reject('FIELD_REQUIRED', '/paper_number'))
      }
      const paper: SignedPaper = {
        ...given,
        id: deps.newId(),
        office_id: office.id,
        entered_by: principal.person_id,
        created_at: office.now,
      }
      return { answer: present({ kind: 'done', paper }), writes: [insertSignedPaper(tx, paper)] }
    },
  })
}

function refused(present: (outcome: PaperOutcome) => Answer, rejection: Rejection) {
  return { answer: present({ kind: 'refused', rejection }), writes: [] }
}
