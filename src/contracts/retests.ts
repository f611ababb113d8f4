import { z } from 'zod'
import { LEASE_MINUTES } from '../domain/retest.js'
import * as enums from './enums.js'
import { id, instant, line, text } from './fields.js'
import { tool } from './hits.js'
import { named } from './named.js'
import { operation } from './operation.js'
import { byId } from './params.js'
import { pageOf, paging } from './query.js'

/** What is to be looked at, as it is called today. */
export const retestObject = named(
  'RetestObject',
  z.strictObject({
    notice_number: z.string().nullable(),
    /** The finding's number in its notice. */
    number: z.number().int(),
    indicator_id: z.string().nullable(),
    problem: z.string(),
    place: z.string().nullable(),
    medium: enums.medium,
    asset: z.string().nullable(),
    platform: z.string().nullable(),
    url: z.string().nullable(),
    /** What proves that it is fixed; some of it comes with the answer and is on no page. */
    proves: z.array(enums.proof),
  }),
)

/** What a tool has seen; the finding's history says the same. */
const outcome = named(
  'RetestOutcome',
  z.strictObject({
    result: enums.retestResult,
    observed_at: instant,
    /** Null where the words were erased. */
    seen: z.string().nullable(),
    screenshot: z.string().nullable(),
    reported_at: instant,
    /** The number of the finding's event that records it. */
    seq: z.number().int(),
  }),
)

/** One look at the object of a finding, asked of an inspection tool. */
export const retest = named(
  'Retest',
  z.strictObject({
    id,
    finding_id: id,
    reason: enums.retestReason,
    status: enums.retestStatus,
    /** The answer that waited when it was opened; what is seen judges it only if it was seen after that. */
    round: z.number().int().nullable(),
    /** Which look-back it is, from 1. */
    lookback: z.number().int().nullable(),
    /** The only tool that may look; null for any of the office's. */
    tool: tool.nullable(),
    object: retestObject,
    opened_at: instant,
    asked_by: id.nullable(),
    asked_because: z.string().nullable(),
    /** How often it was taken; the last is the one that counts. */
    claim: z.number().int(),
    /** The service account that took it last. */
    claimed_by: id.nullable(),
    claimed_at: instant.nullable(),
    lease_until: instant.nullable(),
    outcome: outcome.nullable(),
    cancelled_at: instant.nullable(),
    cancelled_why: enums.retestEnd.nullable(),
    cancelled_by: id.nullable(),
    cancelled_because: z.string().nullable(),
  }),
)

/** What was seen of a finding at one time: by whoever inspected, or by the tool that first reported it (`result` null). */
export const retestSight = named(
  'RetestSight',
  z.strictObject({
    result: enums.retestResult.nullable(),
    observed_at: instant.nullable(),
    seen: z.string().nullable(),
    screenshot: z.string().nullable(),
    /** The answer it judges. */
    round: z.number().int().nullable(),
  }),
)

const tag = '复测任务'
const OFFICE = ['office.handler', 'office.reviewer', 'office.leader'] as const
const SEES = ['inspector', ...OFFICE, 'auditor'] as const
/** A tool's key alone: whoever inspects in person records what they saw on the finding itself, and is refused here. */
const TOOL = ['inspector'] as const

const claim = z.number().int().min(1).max(1_000_000)

export const retestOperations = {
  listRetests: operation({
    id: 'listRetests',
    method: 'GET',
    path: '/v1/retests',
    tag,
    summary: '复测任务，最早的在前；监测工具只见本办公室交给它的',
    policy: SEES,
    tool_key: true,
    query: z.strictObject({
      ...paging,
      status: enums.retestStatus.optional(),
      finding: id.optional(),
    }),
    status: 200,
    response: named('RetestPage', pageOf(retest)),
    errors: ['CURSOR_INVALID'],
  }),
  claimRetest: operation({
    id: 'claimRetest',
    method: 'POST',
    path: '/v1/retests/{id}/claim',
    tag,
    summary: '监测工具领取复测任务，或凭领取序号续期；期限一过任务重新待领取',
    policy: TOOL,
    tool_key: true,
    params: byId,
    body: named(
      'RetestClaim',
      z.strictObject({
        /** How long the task is kept, counted from now. */
        minutes: z.number().int().min(1).max(LEASE_MINUTES.most).optional(),
        /** The claim that is to run on; left out to take a task nobody has. */
        claim: claim.optional(),
      }),
    ),
    status: 200,
    response: retest,
    errors: ['NOT_IN_THIS_STATE', 'RETEST_TAKEN'],
    idempotent: true,
  }),
  reportRetest: operation({
    id: 'reportRetest',
    method: 'POST',
    path: '/v1/retests/{id}/result',
    tag,
    summary: '监测工具报送复测所见；只作为事实记录，不代替办公室的决定',
    policy: TOOL,
    tool_key: true,
    params: byId,
    body: named(
      'RetestReport',
      z.strictObject({
        /** Under which it looked. */
        claim,
        result: enums.retestResult,
        /** Now, where left out. */
        observed_at: instant.optional(),
        seen: text(),
        /** Where the tool keeps its picture. */
        screenshot: line(500).nullish(),
      }),
    ),
    status: 200,
    response: retest,
    errors: ['NOT_IN_THIS_STATE', 'RETEST_TAKEN', 'FIELD_REQUIRED', 'FUTURE_DATE', 'OFFLINE_ONLY'],
    idempotent: true,
  }),
  getFindingRetests: operation({
    id: 'getFindingRetests',
    method: 'GET',
    path: '/v1/findings/{id}/retests',
    tag,
    summary: '一个问题的复测任务、整改前后所见和复测给出的建议；建议不是决定',
    policy: SEES,
    params: byId,
    status: 200,
    response: named(
      'FindingRetests',
      z.strictObject({
        /** Before the answer that waits, or that came last. */
        before: retestSight.nullable(),
        /** Since then. */
        after: retestSight.nullable(),
        proposal: enums.retestProposal.nullable(),
        /** The newest first, a hundred at most. */
        tasks: z.array(retest),
      }),
    ),
  }),
  askRetest: operation({
    id: 'askRetest',
    method: 'POST',
    path: '/v1/findings/{id}/retests',
    tag,
    summary: '要求对该问题复测一次',
    policy: OFFICE,
    params: byId,
    body: named(
      'RetestAsking',
      z.strictObject({ tool: tool.optional(), reason: text().optional() }),
    ),
    status: 201,
    response: retest,
    errors: ['NOT_IN_THIS_STATE', 'OFFLINE_ONLY', 'ALREADY_EXISTS'],
    idempotent: true,
  }),
  cancelRetest: operation({
    id: 'cancelRetest',
    method: 'POST',
    path: '/v1/retests/{id}/cancel',
    tag,
    summary: '取消复测任务并说明理由',
    policy: OFFICE,
    params: byId,
    body: named('RetestCancelling', z.strictObject({ reason: text() })),
    status: 200,
    response: retest,
    errors: ['NOT_IN_THIS_STATE'],
    idempotent: true,
  }),
} as const
