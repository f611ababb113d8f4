import { insertDraftFindings } from '../../db/finding.js'
import type { StoredFinding } from '../../db/finding-row.js'
import { lockHitsOf, moveHits } from '../../db/hit.js'
import { updateNotice } from '../../db/notice.js'
import { becomeSystem } from '../../db/principal.js'
import { type Instant, later } from '../../domain/instant.js'
import { isConsulting } from '../../domain/notice/consultation.js'
import { type DraftEdit, type DraftedLine, numbersOf } from '../../domain/notice/draft-edit.js'
import { inOrder } from '../../domain/notice/merged-line.js'
import { planEdit } from '../../domain/notice/plan-edit.js'
import { reject } from '../../domain/situation.js'
import type { Deps } from '../deps.js'
import { effectOf } from '../effect.js'
import { CommandError } from '../errors.js'
import { type Answer, type KeyUse, once } from '../once.js'
import { persist } from '../persist.js'
import { actorTowards, type Principal } from '../principal.js'
import { rulesKey } from '../rules.js'
import { checkEdit } from './draft-references.js'
import type { ExpandOutcome } from './expand.js'
import { asSeen, lockDraft } from './lock-draft.js'
import { PATIENCE } from './patience.js'

export interface EditRequest {
  principal: Principal
  key: KeyUse | null
  notice_id: string
  if_match: number
  edit: DraftEdit
}

/**
 * Edits lines of a draft, each with an event in its record: what was split, merged, held back or dropped stays readable with who, when
 * and why. Refuses NOT_IN_THIS_STATE for a notice that is out or of which units may still say something, and what `planEdit`
 * refuses. Throws CommandError NOT_FOUND (the notice, or a line it has not), STALE, UNKNOWN_REFERENCE.
 */
export function editDraft(
  deps: Deps,
  request: EditRequest,
  present: (outcome: ExpandOutcome) => Answer,
): Promise<Answer> {
  const { principal, key, notice_id, if_match, edit } = request
  return once(deps, principal, key, {
    patience: PATIENCE,
    load: (tx) =>
      Promise.all([
        lockDraft(tx, principal, notice_id),
        checkEdit(tx, principal.office_id, edit),
        becomeSystem(tx),
      ]),
    async act(tx, [locked]) {
      const { notice, findings, office, consulted } = asSeen(locked, if_match)
      const refused = (rejection: ReturnType<typeof reject>) => ({
        answer: present({ kind: 'refused', rejection }),
        writes: [],
      })
      const lines = numbersOf(edit).map((number) => lineOf(findings, number))
      if (notice.status !== 'draft' || isConsulting(consulted, office.now))
        return refused(reject('NOT_IN_THIS_STATE'))
      const rules = await deps.rules.of(tx, rulesKey(office))
      const heir = edit.kind === 'merge' ? (inOrder(lines)[0]?.finding.id ?? null) : null
      const held = heir ? await lockHitsOf(tx, idsOf(lines)) : []
      const now = lines.reduce<Instant>(
        (last, { last_event_at }) => (last_event_at ? later(last, last_event_at) : last),
        office.now,
      )
      const last = Math.max(...findings.map(({ finding }) => finding.number))
      const actor = actorTowards(principal, null)
      const plan = planEdit(edit, { lines, last, newId: deps.newId }, { actor, now, rules })
      if (plan === 'too_many') return { answer: present({ kind: 'too_many' }), writes: [] }
      if ('code' in plan) return refused(plan)
      const added = plan.added.map((one) => storedNow(one, lines[0], office.now))
      const byId = new Map([...findings, ...added].map((one) => [one.finding.id, one]))
      const effects = plan.edited.flatMap(({ before, after, events }) => {
        const stored = byId.get(after.finding.id)
        if (!stored) return []
        const effect = effectOf(deps, before, { situation: after, events }, stored)
        const line = { ...stored.line, ...effect.line }
        byId.set(after.finding.id, { ...stored, ...effect.locked, line })
        return [effect]
      })
      const next = { ...notice, revision: notice.revision + 1 }
      return {
        answer: present({ kind: 'done', notice: next, findings: [...byId.values()] }),
        // A line is there before anything happens to it.
        writes: [
          updateNotice(tx, next),
          insertDraftFindings(tx, added),
          ...persist(tx, deps, { office_id: office.id, now, rules }, effects),
          // After the lines that are merged into it have given them back.
          moveHits(
            tx,
            held.map(({ id }) => ({ id, finding_id: heir })),
          ),
        ],
      }
    },
  })
}

const idsOf = (lines: readonly StoredFinding[]) => lines.map(({ finding }) => finding.id)

function lineOf(findings: readonly StoredFinding[], number: number): StoredFinding {
  const found = findings.find(({ finding }) => finding.number === number)
  if (!found) throw new CommandError('NOT_FOUND')
  return found
}

/** Whoever has the line that was split in hand has all that came of it. */
function storedNow(
  drafted: DraftedLine,
  origin: StoredFinding | undefined,
  created_at: Instant,
): StoredFinding {
  const carried = { audience: 'office', last_hash: null, last_event_at: null } as const
  return { ...drafted, ...carried, handler_id: origin?.handler_id ?? null, created_at }
}
