import { z } from 'zod'
import * as enums from './enums.js'
import { FIELD_CODES } from './field-errors.js'
import { id, instant, line, link, text } from './fields.js'
import { job } from './long-jobs.js'
import { named } from './named.js'
import { operation } from './operation.js'
import { byId } from './params.js'
import { pageOf, paging } from './query.js'

/** So many hits may be sent at once: as JSON, which is read whole, and line by line. */
export const MOST_HITS = { json: 1_000, ndjson: 100_000 } as const

/** What an inspection tool is called in addresses. */
export const tool = z.string().regex(/^[a-z0-9][a-z0-9-]{1,49}$/)

/** One hit as its tool reports it. */
export const hitReport = named(
  'HitReport',
  z
    .strictObject({
      /** The tool's own name for it. */
      id: line(200),
      /** Where it is: a page, or an account of a platform; at least one of them. */
      url: link.nullish(),
      account: line(200).nullish(),
      captured_at: instant,
      /** Where the tool keeps its picture. */
      screenshot: line(500).nullish(),
      indicator_id: line(40).nullish(),
      observation: text(),
      /** The tool looked and no longer sees it. */
      gone: z.boolean(),
    })
    .refine(({ url, account }) => Boolean(url ?? account), { error: 'REQUIRED', path: ['url'] }),
)

/** Hits sent as JSON: taken as a whole or not at all where one is malformed. */
export const hitBatch = named(
  'HitBatch',
  z.strictObject({ hits: z.array(hitReport).min(1).max(MOST_HITS.json) }),
)

/** What all reports of a hit together say, and what somebody decided of it. */
export const hit = named(
  'Hit',
  z.strictObject({
    id,
    tool,
    tool_hit_id: z.string(),
    url: z.string().nullable(),
    account: z.string().nullable(),
    screenshot: z.string().nullable(),
    indicator_id: z.string().nullable(),
    observation: z.string(),
    status: enums.hitStatus,
    /** Null where the tool has only ever said that it is gone. */
    first_seen: instant.nullable(),
    last_seen: instant.nullable(),
    /** When the tool last said that it is gone. */
    gone_at: instant.nullable(),
    times_seen: z.number().int(),
    created_at: instant,
    decided_at: instant.nullable(),
    decided_by: id.nullable(),
    decided_because: z.string().nullable(),
    /** The line of a notice that has taken it up, by whom and when. */
    finding_id: id.nullable(),
    taken_up_at: instant.nullable(),
    taken_up_by: id.nullable(),
  }),
)

/** What became of one line of an import. */
export const hitLine = named(
  'HitLine',
  z.strictObject({
    /** Its number in what was sent, from 1; empty lines count. */
    number: z.number().int(),
    tool_hit_id: z.string().nullable(),
    /** Null until the line is taken. */
    result: enums.hitResult.nullable(),
    hit_id: id.nullable(),
    /** What is wrong with an invalid line. */
    fault: z
      .strictObject({ pointer: z.string(), code: z.enum(FIELD_CODES), message: z.string() })
      .nullable(),
  }),
)

const tag = '监测线索'
const OFFICE = ['office.handler', 'office.reviewer', 'office.leader'] as const
const SENDS = ['inspector', ...OFFICE] as const
const SEES = [...SENDS, 'auditor'] as const

export const hitOperations = {
  importHits: operation({
    id: 'importHits',
    method: 'POST',
    path: '/v1/inspections/{tool}/findings',
    tag,
    summary:
      '报送监测线索：JSON 一次至多一千条；NDJSON 每行一条，至多十万条。逐条结果见 imports/{任务编号}/lines',
    policy: SENDS,
    tool_key: true,
    params: z.strictObject({ tool }),
    body: hitBatch,
    body_limit: 4 * 1024 * 1024,
    ndjson: hitReport,
    status: 202,
    response: job,
    idempotent: true,
  }),
  listHitLines: operation({
    id: 'listHitLines',
    method: 'GET',
    path: '/v1/inspections/{tool}/imports/{id}/lines',
    tag,
    summary: '一次报送的逐条结果；编号即长任务的编号',
    policy: SEES,
    tool_key: true,
    params: z.strictObject({ tool, id }),
    query: z.strictObject({ ...paging, result: enums.hitResult.optional() }),
    status: 200,
    response: named('HitLinePage', pageOf(hitLine)),
    errors: ['CURSOR_INVALID'],
  }),
  listHits: operation({
    id: 'listHits',
    method: 'GET',
    path: '/v1/hits',
    tag,
    summary: '监测线索，最新的在前',
    policy: SEES,
    query: z.strictObject({
      ...paging,
      tool: tool.optional(),
      status: enums.hitStatus.optional(),
      indicator: line(40).optional(),
      finding: id.optional(),
    }),
    status: 200,
    response: named('HitPage', pageOf(hit)),
    errors: ['CURSOR_INVALID'],
  }),
  dismissHit: operation({
    id: 'dismissHit',
    method: 'POST',
    path: '/v1/hits/{id}/dismiss',
    tag,
    summary: '不予采用并说明理由；此后的报送不再改变这一决定',
    policy: OFFICE,
    params: byId,
    body: named('HitDismissal', z.strictObject({ reason: text() })),
    status: 200,
    response: hit,
    errors: ['NOT_IN_THIS_STATE'],
    idempotent: true,
  }),
} as const
