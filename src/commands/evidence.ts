import { type Evidence, insertEvidence } from '../db/evidence.js'
import { findOffice } from '../db/office.js'
import type { LocalDate } from '../domain/instant.js'
import type { Deps } from './deps.js'
import { CommandError } from './errors.js'
import { type Answer, type KeyUse, once } from './once.js'
import type { Principal } from './principal.js'

/** A file that is already safe in the store, and whose it is. */
export interface EvidenceRequest {
  principal: Principal
  key: KeyUse | null
  file: Pick<Evidence, 'sha256' | 'size' | 'type' | 'name'>
  /** Null is the office's own. */
  unit_id: string | null
  captured_on: LocalDate | null
}

/** Registers an uploaded file. Throws DatabaseError FOREIGN_KEY for a unit the office does not have. */
export function recordEvidence(
  deps: Deps,
  { principal, key, file, unit_id, captured_on }: EvidenceRequest,
  present: (evidence: Evidence) => Answer,
): Promise<Answer> {
  return once(deps, principal, key, {
    load: (tx) => findOffice(tx, principal.office_id),
    act(tx, office) {
      if (!office) throw new CommandError('NOT_FOUND')
      const evidence: Evidence = {
        ...file,
        id: deps.newId(),
        office_id: office.id,
        unit_id,
        captured_on,
        uploaded_by: principal.person_id,
        uploaded_at: office.now,
        scan_state: 'unscanned',
      }
      return { answer: present(evidence), writes: [insertEvidence(tx, evidence)] }
    },
  })
}
