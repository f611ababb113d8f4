import { blankConsultations } from '../../db/consultation.js'
import { deleteDraftFindings } from '../../db/finding.js'
import { lockHitsOf, moveHits } from '../../db/hit.js'
import { updateNotice } from '../../db/notice.js'
import { isConsulting } from '../../domain/notice/consultation.js'
import { type Rejection, reject } from '../../domain/situation.js'
import type { Deps } from '../deps.js'
import { type Answer, type KeyUse, once } from '../once.js'
import type { Principal } from '../principal.js'
import { carried, replacedBy } from './carry-hits.js'
import { listed, type NoticeWithLines, replaceLines } from './draft.js'
import type { HeadChange, LineInput } from './draft-input.js'
import { checkReferences } from './draft-references.js'
import { asSeen, lockDraft } from './lock-draft.js'
import { PATIENCE } from './patience.js'

export type ChangeOutcome =
  | ({ kind: 'done' } & NoticeWithLines)
  | { kind: 'refused'; rejection: Rejection }

/**
 * Changes a draft: fields left out stay, lines given take the place of all lines. An issued notice is never edited
 * (NOT_IN_THIS_STATE). Lines that were withdrawn or corrected as findings, or of which a unit has said something, have a history
 * and stay: then, and while units may still say something, lines cannot be replaced. Hits of a line that is replaced by
 * name go on with it; those of all others are given back. Throws CommandError NOT_FOUND, STALE, UNKNOWN_REFERENCE.
 */
export function changeNotice(
  deps: Deps,
  request: {
    principal: Principal
    key: KeyUse | null
    notice_id: string
    if_match: number
    head: HeadChange
    lines: readonly LineInput[] | null
  },
  present: (outcome: ChangeOutcome) => Answer,
): Promise<Answer> {
  const { principal, notice_id, if_match, head, lines } = request
  return once(deps, principal, request.key, {
    patience: PATIENCE,
    load: (tx) =>
      Promise.all([
        lockDraft(tx, principal, notice_id),
        checkReferences(tx, principal.office_id, head, lines ?? []),
      ]),
    async act(tx, [locked]) {
      const { notice, findings, office, consulted } = asSeen(locked, if_match)
      const begun =
        isConsulting(consulted, office.now) ||
        consulted.some(({ answer, finding_id }) => {
          return answer !== null && findings.some(({ finding }) => finding.id === finding_id)
        }) ||
        findings.some(({ finding }) => finding.seq > 0)
      const storied = lines !== null && begun
      if (notice.status !== 'draft' || storied) {
        return refuse(present, reject('NOT_IN_THIS_STATE'))
      }
      const next = { ...notice, ...listed(head), revision: notice.revision + 1 }
      const kept = findings.toSorted((a, b) => a.finding.number - b.finding.number)
      if (!lines) {
        return {
          answer: present({ kind: 'done', notice: next, findings: kept }),
          writes: [updateNotice(tx, next)],
        }
      }
      const replaced = replacedBy(lines, findings)
      const removed = findings.map(({ finding }) => finding.id)
      // All of them, in their order, before their lines go, which the database takes from them in any.
      const held = await lockHitsOf(tx, removed)
      const [, , , stored] = await Promise.all([
        updateNotice(tx, next),
        deleteDraftFindings(tx, removed),
        blankConsultations(tx, removed),
        replaceLines(tx, deps, office, next, lines),
      ])
      return {
        answer: present({ kind: 'done', notice: next, findings: stored }),
        writes: [moveHits(tx, carried(held, replaced, stored))],
      }
    },
  })
}

function refuse(present: (outcome: ChangeOutcome) => Answer, rejection: Rejection) {
  return { answer: present({ kind: 'refused', rejection }), writes: [] }
}
