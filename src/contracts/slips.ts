import { z } from 'zod'
import * as enums from './enums.js'
import { count, id, instant, line, text } from './fields.js'
import { CASE_ROLES } from './findings/operations.js'
import { named } from './named.js'
import { operation } from './operation.js'
import { byId } from './params.js'
import { listOf, pageOf, paging } from './query.js'

const tag = '催办和督办'

/** A call, letter or reminder in the history of a finding, as it stands on the slip. */
export const slipContact = named(
  'SlipContact',
  z.strictObject({
    at: instant,
    type: enums.eventType,
    whom: z.string().nullable(),
    words: z.string().nullable(),
  }),
)

export const slipFinding = named(
  'SlipFinding',
  z.strictObject({
    finding_id: id,
    number: count,
    category: z.string(),
    problem: z.string(),
    state: enums.state,
    overdue: z.boolean(),
    joined_at: instant,
    contacts: z.array(slipContact),
  }),
)

const summary = {
  id,
  notice_id: id,
  unit_id: id,
  rung: count,
  rung_label: z.string(),
  number: z.string().nullable(),
  /** 主送; null is its unit. */
  addressee: z.string().nullable(),
  /** 抄送. */
  copies: z.array(z.string()),
  /** 正文; null is the usual demand. */
  text: z.string().nullable(),
  status: enums.slipStatus,
  revision: count,
  findings: z.array(id),
  drafted_at: instant,
  issued_at: instant.nullable(),
  issued_by: id.nullable(),
  entered_by: id.nullable(),
  signed_paper_id: id.nullable(),
  acknowledged_at: instant.nullable(),
  acknowledged_by: id.nullable(),
  /** The portal through which that was; null where they came themselves. */
  service_account_id: id.nullable(),
  withdrawn_at: instant.nullable(),
  reason: z.string().nullable(),
}

/** One slip for a unit, notice and rung. */
export const slipSummary = named('SlipSummary', z.strictObject(summary))

export const slip = named('Slip', z.strictObject({ ...summary, findings: z.array(slipFinding) }))

const signed = { signed_paper_id: id.optional() }
const refusals = [
  'NOT_IN_THIS_STATE',
  'ROLE_NOT_ALLOWED',
  'LEADER_REQUIRED',
  'SUPERSEDED',
  'FIELD_REQUIRED',
] as const
const acts = {
  status: 200,
  response: slipSummary,
  idempotent: true,
  if_match: true,
  etag: true,
} as const

export const slipOperations = {
  listSlips: operation({
    id: 'listSlips',
    method: 'GET',
    path: '/v1/slips',
    tag,
    summary: '催办单、督办单清单',
    policy: CASE_ROLES,
    query: z.strictObject({
      ...paging,
      status: listOf(enums.slipStatus).optional(),
      unit: id.optional(),
      notice: id.optional(),
    }),
    status: 200,
    response: named('SlipPage', pageOf(slipSummary)),
    errors: ['CURSOR_INVALID'],
  }),
  getSlip: operation({
    id: 'getSlip',
    method: 'GET',
    path: '/v1/slips/{id}',
    tag,
    summary: '单据详情，附各问题的沟通记录',
    policy: CASE_ROLES,
    params: byId,
    status: 200,
    response: slip,
    etag: true,
  }),
  issueSlip: operation({
    id: 'issueSlip',
    method: 'POST',
    path: '/v1/slips/{id}/issue',
    tag,
    summary: '签发',
    policy: ['office.handler', 'office.reviewer', 'office.leader'],
    params: byId,
    body: named(
      'SlipIssue',
      z.strictObject({
        ...signed,
        number: line(100).optional(),
        /** Left out, it is its unit. */
        addressee: line(200).optional(),
        /** As they are to stand on the slip; it is not sent to them. */
        copies: z.array(line(200)).max(20).optional(),
        /** Left out, it is the usual demand of its rung. */
        text: text().optional(),
      }),
    ),
    errors: [...refusals, 'LOCKED', 'UNKNOWN_REFERENCE'],
    ...acts,
  }),
  acknowledgeSlip: operation({
    id: 'acknowledgeSlip',
    method: 'POST',
    path: '/v1/slips/{id}/acknowledge',
    tag,
    summary: '单位签收',
    policy: ['unit.reporter', 'unit.signatory'],
    params: byId,
    body: named('SlipAcknowledge', z.strictObject({})),
    errors: [...refusals, 'LOCKED'],
    ...acts,
  }),
  withdrawSlip: operation({
    id: 'withdrawSlip',
    method: 'POST',
    path: '/v1/slips/{id}/withdraw',
    tag,
    summary: '撤回',
    policy: ['office.handler', 'office.reviewer', 'office.leader'],
    params: byId,
    body: named('SlipWithdraw', z.strictObject({ ...signed, reason: text().optional() })),
    errors: [...refusals, 'LOCKED', 'UNKNOWN_REFERENCE'],
    ...acts,
  }),
} as const
