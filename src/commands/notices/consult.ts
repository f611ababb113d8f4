import { insertConsultation, type NewConsultationLine } from '../../db/consultation.js'
import type { WaitingMessage } from '../../db/message.js'
import { type Notice, updateNotice } from '../../db/notice.js'
import {
  askedCause,
  canBeShown,
  consultedUntil,
  keepsFromAsking,
  overCause,
} from '../../domain/notice/consultation.js'
import { type Rejection, reject } from '../../domain/situation.js'
import type { Deps } from '../deps.js'
import { CommandError } from '../errors.js'
import { type Answer, type KeyUse, once } from '../once.js'
import type { Principal } from '../principal.js'
import { rulesKey } from '../rules.js'
import { tell } from '../tell.js'
import { draftsOf, loadDraft, placeOf } from './load-draft.js'
import { PATIENCE } from './patience.js'

export interface ConsultRequest {
  principal: Principal
  key: KeyUse | null
  notice_id: string
  if_match: number
}

export type ConsultOutcome =
  | { kind: 'done'; notice: Notice; shown: readonly NewConsultationLine[] }
  | { kind: 'refused'; rejection: Rejection }

/**
 * Shows every unit its own lines of a draft and tells it so (发文前核实). Lines that were shown are not shown again;
 * sensitive and offline ones and those of a unit nobody can reach are not shown at all. Refuses where nothing is left to
 * show or a line is incomplete (FIELD_REQUIRED), where one is urgent and once the notice is out (NOT_IN_THIS_STATE). Throws CommandError NOT_FOUND, STALE.
 */
export function consultUnits(
  deps: Deps,
  request: ConsultRequest,
  present: (outcome: ConsultOutcome) => Answer,
): Promise<Answer> {
  const { principal, key, notice_id, if_match } = request
  return once(deps, principal, key, {
    patience: PATIENCE,
    load: (tx) => loadDraft(tx, { principal, notice_id, signed_paper_id: null }),
    async act(tx, loaded) {
      const { notice, office } = loaded
      if (!notice || !office) throw new CommandError('NOT_FOUND')
      if (notice.revision !== if_match) throw new CommandError('STALE', notice.revision)
      const refuse = (rejection: Rejection) => ({
        answer: present({ kind: 'refused', rejection }),
        writes: [],
      })
      if (notice.status !== 'draft') return refuse(reject('NOT_IN_THIS_STATE'))
      const drafts = draftsOf(loaded)
      const keeps = keepsFromAsking(drafts)
      if (keeps === '/urgent') return refuse(reject('NOT_IN_THIS_STATE', '/findings'))
      if (keeps) return refuse(reject('FIELD_REQUIRED', `/findings${keeps}`))
      const rules = await deps.rules.of(tx, rulesKey(office))
      const until = consultedUntil(rules, office.now)
      const asked = new Set(loaded.consulted.map(({ finding_id }) => finding_id))
      const byId = new Map(loaded.findings.map((stored) => [stored.finding.id, stored]))
      const shown = drafts.flatMap((draft): NewConsultationLine[] => {
        const { id, number, asset_id, indicator_id, unit_id } = draft.finding
        const line = byId.get(id)?.line
        if (!line || !unit_id || asked.has(id) || !canBeShown(draft)) return []
        const { category, problem } = line
        const place = placeOf(line)
        return [
          {
            ...{ finding_id: id, office_id: office.id, notice_id, unit_id, title: notice.title },
            ...{ number, category, problem, place, asset_id, indicator_id },
            ...{ asked_at: office.now, until },
          },
        ]
      })
      if (shown.length === 0) return refuse(reject('FIELD_REQUIRED', '/findings'))
      const next = { ...notice, consulting_until: until, revision: notice.revision + 1 }
      const about = { office_id: office.id, notice_id, cause: askedCause(office.now) }
      const nothing = { finding_id: null, slip_id: null, contact_fault_id: null, urgent: false }
      const messages = [...new Set(shown.map(({ unit_id }) => unit_id))].map(
        (unit_id): WaitingMessage => ({
          ...{ ...about, ...nothing, id: deps.newId(), unit_id },
          ...{ kind: 'consultation', recipient: 'unit', created_at: office.now },
        }),
      )
      // Said at the first opening after that, should somebody have been silent.
      const over: WaitingMessage = {
        ...{ ...about, ...nothing, id: deps.newId(), unit_id: null },
        ...{ kind: 'consultation_over', recipient: 'handler', created_at: until },
        cause: overCause(office.now),
      }
      const moment = { office_id: office.id, now: office.now, rules }
      const writes = [
        updateNotice(tx, next),
        insertConsultation(tx, shown),
        ...tell(tx, deps, moment, [...messages, over]),
      ]
      return { answer: present({ kind: 'done', notice: next, shown }), writes }
    },
  })
}
