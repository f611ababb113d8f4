import { z } from 'zod'
import type { RequestCommandName } from '../domain/vocabulary.js'
import { commandEndpoint } from './command-endpoint.js'
import * as enums from './enums.js'
import { count, id, instant, localDate, sha256, text } from './fields.js'
import { envelope } from './findings/commands.js'
import { CASE_ROLES } from './findings/operations.js'
import { named } from './named.js'
import { operation } from './operation.js'
import { byId } from './params.js'
import { listOf, pageOf, paging } from './query.js'

const tag = '申请审批'

const asked = {
  id,
  kind: enums.requestKind,
  status: enums.requestStatus,
  finding_id: id,
  finding_number: count,
  unit_id: id,
  /** The unit that is to have the finding, of a transfer. */
  target_unit_id: id.nullable(),
  /** What the finding is about, to the unit that is proposed alone and while it is asked: it does not see the finding. */
  problem: z.string().nullable(),
  place: z.string().nullable(),
  asked_at: instant,
  asked_by: z.array(id),
  /** The portal through which that was; null where they came themselves. */
  service_account_id: id.nullable(),
  new_date: localDate.nullable(),
  reason_code: enums.extensionReason.nullable(),
  words: z.string().nullable(),
  evidence: z.array(sha256),
  pauses: z.boolean(),
}

const judgement = { verdict: enums.verdict, by: id, reason: z.string().nullable() }

/**
 * What a unit asks of the office. `revision` is the finding's, which every act on the request has to name; null of a request
 * that is over, to a unit that does not have the finding.
 */
export const request = named(
  'Request',
  z.strictObject({
    ...asked,
    revision: count.nullable(),
    /** What the unit that is proposed says, to the office and to itself. */
    view: z
      .strictObject({
        agrees: z.boolean(),
        by: id,
        service_account_id: id.nullable(),
        reason: z.string().nullable(),
      })
      .nullable(),
    /** Until when that is asked for, of a transfer; and whether that day passed without it: the office decides all the same. */
    view_by: localDate.nullable(),
    /** Null to whom the view itself is not shown. */
    view_missed: z.boolean().nullable(),
    proposal: z.strictObject(judgement).nullable(),
    decision: z.strictObject({ ...judgement, working_days_late: count.nullable() }).nullable(),
    ended_at: instant.nullable(),
  }),
)

const judging = {
  ...envelope,
  verdict: enums.verdict.optional(),
  reason: text().optional(),
}
const bodies = {
  give_view: named(
    'GiveView',
    z.strictObject({
      paper_number: envelope.paper_number,
      agrees: z.boolean().optional(),
      reason: text().optional(),
    }),
  ),
  withdraw_request: named(
    'WithdrawRequest',
    z.strictObject({ ...envelope, reason: text().optional() }),
  ),
  propose_decision: named('ProposeDecision', z.strictObject(judging)),
  decide_request: named('DecideRequest', z.strictObject(judging)),
}

/** One act on a request: the same command path as of a finding, whose answer it gives. */
function act<N extends Exclude<RequestCommandName, 'give_view'>, I extends string>(
  name: N,
  operationId: I,
  verb: string,
) {
  const body: (typeof bodies)[N] = bodies[name]
  return operation({
    ...commandEndpoint(name),
    id: operationId,
    path: `/v1/requests/{id}/${verb}`,
    tag,
    body,
  })
}

/** What may be done with a request, by the command's name. */
export const requestCommandOperations = {
  // Whoever is asked for a view does not see the finding: the answer is no more than what was said.
  give_view: operation({
    ...commandEndpoint('give_view'),
    id: 'giveView',
    path: '/v1/requests/{id}/view',
    tag,
    body: bodies.give_view,
    response: named(
      'ViewGiven',
      z.strictObject({ request_id: id, agrees: z.boolean(), revision: count }),
    ),
  }),
  withdraw_request: act('withdraw_request', 'withdrawRequest', 'withdraw'),
  propose_decision: act('propose_decision', 'proposeDecision', 'propose'),
  decide_request: act('decide_request', 'decideRequest', 'decide'),
} as const

export const requestOperations = {
  listRequests: operation({
    id: 'listRequests',
    method: 'GET',
    path: '/v1/requests',
    tag,
    summary: '延期、异议、调整责任单位申请清单',
    policy: CASE_ROLES,
    query: z.strictObject({
      ...paging,
      status: listOf(enums.requestStatus).optional(),
      kind: enums.requestKind.optional(),
      unit: id.optional(),
      finding: id.optional(),
    }),
    status: 200,
    response: named('RequestPage', pageOf(request)),
    errors: ['CURSOR_INVALID'],
  }),
  getRequest: operation({
    id: 'getRequest',
    method: 'GET',
    path: '/v1/requests/{id}',
    tag,
    summary: '申请详情',
    policy: CASE_ROLES,
    params: byId,
    status: 200,
    response: request,
    etag: true,
  }),
} as const
