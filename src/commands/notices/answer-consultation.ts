import {
  type Answered,
  answerConsultation,
  type ConsultationLine,
  type ConsultedLine,
  findConsultation,
  lockConsultation,
  othersWait,
} from '../../db/consultation.js'
import { type Evidence, evidenceByHash } from '../../db/evidence.js'
import type { WaitingMessage } from '../../db/message.js'
import { findOffice } from '../../db/office.js'
import { becomeSystem } from '../../db/principal.js'
import type { Instant } from '../../domain/instant.js'
import { answeredCause } from '../../domain/notice/consultation.js'
import {
  answeredAt,
  enteredCause,
  type GivenAnswer,
  refusedAnswer,
} from '../../domain/notice/consultation-answer.js'
import { type Rejection, reject } from '../../domain/situation.js'
import type { Role } from '../../domain/vocabulary.js'
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
  given: GivenAnswer
}

export type ConsultAnswerOutcome =
  | { kind: 'done'; line: ConsultationLine; files: readonly Evidence[] }
  | { kind: 'refused'; rejection: Rejection }

/**
 * A unit says of a line it was shown whether it is so, or the office enters what it said, in time; with the last answer the
 * office is told, and the unit of what was entered in its name. Refuses ROLE_NOT_ALLOWED, NOT_IN_THIS_STATE (no draft any
 * more, or offline) and what `refusedAnswer` does. Throws CommandError NOT_FOUND.
 */
export function answerConsulted(
  deps: Deps,
  request: ConsultAnswerRequest,
  present: (outcome: ConsultAnswerOutcome) => Answer,
): Promise<Answer> {
  const { principal, key, finding_id, given } = request
  return once(deps, principal, key, {
    load: async (tx) => {
      const [shown, office, named, , locked] = await Promise.all([
        findConsultation(tx, finding_id),
        findOffice(tx, principal.office_id),
        // Files are looked up as the caller: whose they are is judged with the line.
        given.evidence.length > 0 ? evidenceByHash(tx, principal.office_id, given.evidence) : [],
        becomeSystem(tx),
        lockConsultation(tx, finding_id),
      ])
      if (!shown || !office || !locked) throw new CommandError('NOT_FOUND')
      const waiting = await othersWait(tx, locked.notice.id, finding_id, office.now)
      return { ...locked, office, named, waiting }
    },
    async act(tx, { office, named, waiting, ...consulted }) {
      const { line } = consulted
      const { now } = office
      const files = named.filter((file) => {
        return file.unit_id === line.unit_id && file.scan_state !== 'infected'
      })
      const known = new Set(files.map(({ sha256 }) => sha256))
      const rejection = refusal(request, consulted) ?? refusedAnswer(line, given, { now, known })
      if (rejection) return { answer: present({ kind: 'refused', rejection }), writes: [] }
      const rules = await deps.rules.of(tx, rulesKey(office))
      const moment = { office_id: office.id, now, rules }
      const at = answeredAt(line.answered_at, now)
      const told = [
        ...(waiting ? [] : [toOffice(line, at)]),
        ...(given.entered ? [toUnit(line, at)] : []),
      ].map((about): WaitingMessage => ({ ...about, id: deps.newId(), created_at: now }))
      const { person_id: by, service_account_id = null } = principal
      const sent = { at, by, service_account_id }
      const writes = [
        answerConsultation(tx, finding_id, { ...given, ...sent }),
        ...tell(tx, deps, moment, told),
      ]
      const after = answered(line, given, sent)
      return { answer: present({ kind: 'done', line: after, files }), writes }
    },
  })
}

function answered(
  line: ConsultationLine,
  { answer, words, evidence, entered }: GivenAnswer,
  { at, by, service_account_id }: Pick<Answered, 'at' | 'by' | 'service_account_id'>,
): ConsultationLine {
  const { whom = null, how = null, said_at = null } = entered ?? {}
  const said = { answer, words, evidence: [...evidence], answered_at: at, answered_by: by }
  return { ...line, ...said, service_account_id, whom, how, said_at }
}

type About = Omit<WaitingMessage, 'id' | 'created_at'>

/** Nobody is waited for any more, or what had been said is said otherwise. */
function toOffice(
  { office_id, notice_id, finding_id, asked_at, answer }: ConsultationLine,
  at: Instant,
): About {
  const cause = answeredCause(asked_at, answer === null ? null : { finding_id, at })
  return {
    ...{ ...NOTHING, office_id, notice_id, cause, unit_id: null },
    ...{ kind: 'consultation_answered', recipient: 'handler' },
  }
}

/** What the office entered in its name. */
function toUnit(
  { office_id, notice_id, unit_id, finding_id }: ConsultationLine,
  at: Instant,
): About {
  const cause = enteredCause(finding_id, at)
  return {
    ...{ ...NOTHING, office_id, notice_id, cause, unit_id },
    ...{ kind: 'response_registered', recipient: 'unit' },
  }
}

const NOTHING = { finding_id: null, slip_id: null, contact_fault_id: null, urgent: false }

const OWN: readonly Role[] = ['unit.reporter', 'unit.signatory']
const ENTERING: readonly Role[] = ['office.handler', 'office.reviewer', 'office.leader']

function refusal(
  { principal, given }: ConsultAnswerRequest,
  { line, notice, finding }: ConsultedLine,
): Rejection | null {
  const { roles } = actorTowards(principal, line.unit_id)
  const allowed = given.entered ? ENTERING : OWN
  if (!roles.some((role) => allowed.includes(role))) return reject('ROLE_NOT_ALLOWED')
  const draft = notice.status === 'draft' && finding?.state === 'draft'
  return draft && finding.handling !== 'offline' ? null : reject('NOT_IN_THIS_STATE')
}
