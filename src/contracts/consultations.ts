import { z } from 'zod'
import * as enums from './enums.js'
import { count, id, instant, line, text } from './fields.js'
import { evidence } from './findings/commands.js'
import { namedEvidence } from './findings/named-evidence.js'
import { named } from './named.js'
import { operation } from './operation.js'
import { byId } from './params.js'
import { flag, pageOf, paging } from './query.js'

const tag = '发文前核实'

/** A line of a draft as its unit was shown it, and what that said of it. */
export const consultationLine = named(
  'ConsultationLine',
  z.strictObject({
    /** The line's finding, by which it is answered. */
    finding_id: id,
    notice_id: id,
    title: z.string(),
    unit_id: id,
    number: count,
    category: z.string(),
    problem: z.string(),
    place: z.string().nullable(),
    asset_id: id.nullable(),
    indicator_id: z.string().nullable(),
    asked_at: instant,
    /** Exclusive; silence until then is consent. */
    until: instant,
    answer: enums.consultAnswer.nullable(),
    words: z.string().nullable(),
    /** Files of the unit that show it. */
    evidence: z.array(namedEvidence),
    answered_at: instant.nullable(),
    /** Who sent it. */
    answered_by: id.nullable(),
    /** The portal through which that was; null where they came themselves. */
    service_account_id: id.nullable(),
    /** On whose word, where the office entered it in the unit's name; null where the unit said so itself. */
    entered: named(
      'EnteredAnswer',
      z.strictObject({ whom: z.string(), how: enums.consultChannel, said_at: instant }),
    ).nullable(),
  }),
)

const answer = { answer: enums.consultAnswer, words: text().optional(), evidence }

const UNIT = ['unit.reporter', 'unit.signatory'] as const
const OFFICE = ['office.handler', 'office.reviewer', 'office.leader'] as const
const REFUSED = [
  ...['NOT_IN_THIS_STATE', 'ROLE_NOT_ALLOWED', 'TOO_LATE_TO_ASK', 'FIELD_REQUIRED'],
  'EVIDENCE_REQUIRED',
] as const

export const consultationOperations = {
  consultUnits: operation({
    id: 'consultUnits',
    method: 'POST',
    path: '/v1/notices/{id}/consult',
    tag,
    summary: '发文前核实：把草稿中各单位的问题送其核实',
    policy: OFFICE,
    params: byId,
    status: 200,
    response: named(
      'Consultation',
      z.strictObject({ notice_id: id, until: instant, units: count, findings: count }),
    ),
    errors: ['NOT_IN_THIS_STATE', 'FIELD_REQUIRED'],
    idempotent: true,
    if_match: true,
    etag: true,
  }),
  listConsultations: operation({
    id: 'listConsultations',
    method: 'GET',
    path: '/v1/consultations',
    tag,
    summary: '送核实的问题及单位意见',
    policy: [...UNIT, ...OFFICE, 'auditor'],
    query: z.strictObject({
      ...paging,
      notice: id.optional(),
      unit: id.optional(),
      finding: id.optional(),
      unanswered: flag.optional(),
    }),
    status: 200,
    response: named('ConsultationPage', pageOf(consultationLine)),
    errors: ['CURSOR_INVALID'],
  }),
  answerConsultation: operation({
    id: 'answerConsultation',
    method: 'POST',
    path: '/v1/consultations/{id}/answer',
    tag,
    summary: '反馈核实意见：属实、误报或已改',
    policy: UNIT,
    params: byId,
    body: named('ConsultationAnswer', z.strictObject(answer)),
    status: 200,
    response: consultationLine,
    errors: REFUSED,
    idempotent: true,
  }),
  registerConsultationAnswer: operation({
    id: 'registerConsultationAnswer',
    method: 'POST',
    path: '/v1/consultations/{id}/register',
    tag,
    summary: '代录核实意见：单位以电话或纸质反馈的',
    policy: OFFICE,
    params: byId,
    body: named(
      'RegisterConsultationAnswer',
      z.strictObject({
        ...answer,
        /** Who of the unit said so. */
        whom: line(200),
        how: enums.consultChannel,
        said_at: instant,
      }),
    ),
    status: 200,
    response: consultationLine,
    errors: [...REFUSED, 'FUTURE_DATE', 'DUE_NOT_ALLOWED'],
    idempotent: true,
  }),
} as const
