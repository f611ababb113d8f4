import {
  answerConsultation,
  type ConsultationLine,
  type ConsultedLine,
  findConsultation,
  lockConsultation,
  othersWait,
} from '../../db/consultation.js'
import type { WaitingMessage } from '../../db/message.js'
import { findOffice } from '../../db/office.js'
import { becomeSystem } from '../../db/principal.js'
import { askedCause, type ConsultAnswer, wantsWords } from '../../domain/notice/consultation.js'
import { type Rejection, reject } from '../../domain/situation.js'
import type { Deps } from '../deps.js'
import { CommandError } from '../errors.js'
import { type Answer, type KeyUse, once } from '../once.js'
import { actorTowards, type Principal } from '../principal.js'
import { rulesKey } from '../rules.js'
import { tell } from '../tell.js'

export interface ConsultAnswerRequest {
  principal: Principal
  key: KeyUse | null
  finding_id: string
  answer: ConsultAnswer
  words: string | null
}

export type ConsultAnswerOutcome =
  | { kind: 'done'; line: ConsultationLine }
  | { kind: 'refused'; rejection: Rejection }

/**
 * A unit says of a line it was shown whether it is so, once and in time; with the last answer the office is told.
 * Refuses ROLE_NOT_ALLOWED, NOT_IN_THIS_STATE (said already, no draft any more, or offline), TOO_LATE_TO_ASK, FIELD_REQUIRED
 * (why it is not so). Throws CommandError NOT_FOUND.
 */
export function answerConsulted(
  deps: Deps,
  request: ConsultAnswerRequest,
  present: (outcome: ConsultAnswerOutcome) => Answer,
): Promise<Answer> {
  const { principal, key, finding_id, answer, words } = request
  return once(deps, principal, key, {
    load: async (tx) => {
      const [shown, office, , locked] = await Promise.all([
        findConsultation(tx, finding_id),
        findOffice(tx, principal.office_id),
        becomeSystem(tx),
        lockConsultation(tx, finding_id),
      ])
      if (!shown || !office || !locked) throw new CommandError('NOT_FOUND')
      const waiting = await othersWait(tx, locked.notice.id, finding_id, office.now)
      return { ...locked, office, waiting }
    },
    async act(tx, { line, office, waiting, ...around }) {
      const { notice } = around
      const rejection = refusal(request, { line, ...around }, office.now)
      if (rejection) return { answer: present({ kind: 'refused', rejection }), writes: [] }
      const said = { answer, words, at: office.now, by: principal.person_id }
      const after: ConsultationLine = {
        ...{ ...line, answer, words },
        ...{ answered_at: said.at, answered_by: said.by },
      }
      const rules = await deps.rules.of(tx, rulesKey(office))
      const moment = { office_id: office.id, now: office.now, rules }
      const told: WaitingMessage = {
        ...{ id: deps.newId(), office_id: office.id, unit_id: null, notice_id: notice.id },
        ...{ finding_id: null, slip_id: null, contact_fault_id: null, urgent: false },
        ...{ cause: askedCause(line.asked_at), created_at: office.now },
        ...{ kind: 'consultation_answered', recipient: 'handler' },
      }
      const writes = [
        answerConsultation(tx, finding_id, said),
        ...(waiting ? [] : tell(tx, deps, moment, [told])),
      ]
      return { answer: present({ kind: 'done', line: after }), writes }
    },
  })
}

const ANSWERS: readonly string[] = ['unit.reporter', 'unit.signatory']

function refusal(
  { principal, answer, words }: ConsultAnswerRequest,
  { line, notice, finding }: ConsultedLine,
  now: ConsultationLine['until'],
): Rejection | null {
  const { roles } = actorTowards(principal, line.unit_id)
  if (!roles.some((role) => ANSWERS.includes(role))) return reject('ROLE_NOT_ALLOWED')
  const draft = notice.status === 'draft' && finding?.state === 'draft'
  if (line.answer !== null || !draft || finding.handling === 'offline') {
    return reject('NOT_IN_THIS_STATE')
  }
  if (now >= line.until) return reject('TOO_LATE_TO_ASK')
  return wantsWords(answer) && !words?.trim() ? reject('FIELD_REQUIRED', '/words') : null
}
