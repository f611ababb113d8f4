import { z } from 'zod'
import * as enums from './enums.js'
import { count, id, instant, text } from './fields.js'
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
    answered_at: instant.nullable(),
    answered_by: id.nullable(),
  }),
)

const UNIT = ['unit.reporter', 'unit.signatory'] as const
const OFFICE = ['office.handler', 'office.reviewer', 'office.leader'] as const

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
    body: named(
      'ConsultationAnswer',
      z.strictObject({ answer: enums.consultAnswer, words: text().optional() }),
    ),
    status: 200,
    response: consultationLine,
    errors: ['NOT_IN_THIS_STATE', 'ROLE_NOT_ALLOWED', 'TOO_LATE_TO_ASK', 'FIELD_REQUIRED'],
    idempotent: true,
  }),
} as const
