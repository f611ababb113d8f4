import { deleteDraftFindings, insertDraftFindings } from '../../db/finding.js'
import type { StoredFinding } from '../../db/finding-row.js'
import { lockHitsOf, moveHits } from '../../db/hit.js'
import { updateNotice } from '../../db/notice.js'
import { isConsulting } from '../../domain/notice/consultation.js'
import { canBeExpanded, expansionOf } from '../../domain/notice/expansion.js'
import { reject } from '../../domain/situation.js'
import type { Deps } from '../deps.js'
import { CommandError } from '../errors.js'
import { type Answer, type KeyUse, once } from '../once.js'
import type { Principal } from '../principal.js'
import type { ChangeOutcome } from './change.js'
import { checkUnits } from './draft-references.js'
import { asSeen, lockDraft } from './lock-draft.js'
import { PATIENCE } from './patience.js'

export interface ExpandRequest {
  principal: Principal
  key: KeyUse | null
  notice_id: string
  if_match: number
  /** Of the line, as it stands in the draft. */
  number: number
  /** At least one, and each once. */
  unit_ids: readonly string[]
}

/** `too_many`: with these units the draft would have more lines than a notice may have. */
export type ExpandOutcome = ChangeOutcome | { kind: 'too_many' }

/**
 * Makes of a collective line of a draft (各单位普遍存在…) one for each of these units, alike but for the unit: an asset or
 * a finding it follows stays with the unit it named, and its hits with the first. That one keeps the line's number, the others come last, so
 * that no other line's number moves: clerks work by number. Refuses NOT_IN_THIS_STATE for a notice that is out or of
 * which units may still say something, and for a line that is a unit's or has a history. Throws CommandError
 * NOT_FOUND, STALE, UNKNOWN_REFERENCE.
 */
export function expandFinding(
  deps: Deps,
  request: ExpandRequest,
  present: (outcome: ExpandOutcome) => Answer,
): Promise<Answer> {
  const { principal, key, notice_id, if_match, number, unit_ids } = request
  return once(deps, principal, key, {
    patience: PATIENCE,
    load: (tx) =>
      Promise.all([
        lockDraft(tx, principal, notice_id),
        checkUnits(tx, principal.office_id, unit_ids),
      ]),
    async act(tx, [locked]) {
      const { notice, findings, office, consulted } = asSeen(locked, if_match)
      const collective = findings.find(({ finding }) => finding.number === number)
      if (!collective) throw new CommandError('NOT_FOUND')
      const { finding, line } = collective
      const editable = notice.status === 'draft' && !isConsulting(consulted, office.now)
      if (!editable || !canBeExpanded(finding, line.dispatch)) {
        const rejection = reject('NOT_IN_THIS_STATE')
        return { answer: present({ kind: 'refused', rejection }), writes: [] }
      }
      const last = Math.max(...findings.map((one) => one.finding.number))
      const places = expansionOf(number, last, unit_ids)
      if (!places) return { answer: present({ kind: 'too_many' }), writes: [] }
      const held = await lockHitsOf(tx, [finding.id])
      const expanded = places.map((place): StoredFinding => {
        const named = place.unit_id === finding.unit_id
        const asset_id = named ? finding.asset_id : null
        const follows_id = named ? line.follows_id : null
        // No unit helps itself.
        const supporting_unit_ids = line.supporting_unit_ids.filter((id) => id !== place.unit_id)
        return {
          ...{ ...collective, created_at: office.now },
          finding: { ...finding, ...place, id: deps.newId(), asset_id },
          line: { ...line, dispatch: 'unit', follows_id, supporting_unit_ids },
        }
      })
      const next = { ...notice, revision: notice.revision + 1 }
      const after = [...findings.filter((one) => one !== collective), ...expanded]
      return {
        answer: present({ kind: 'done', notice: next, findings: after }),
        writes: [
          updateNotice(tx, next),
          deleteDraftFindings(tx, [finding.id]),
          insertDraftFindings(tx, expanded),
          moveHits(
            tx,
            held.map(({ id }) => ({ id, finding_id: expanded[0]?.finding.id ?? null })),
          ),
        ],
      }
    },
  })
}
