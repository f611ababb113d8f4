import { z } from 'zod'
import { MOST_CHOSEN, OPEN_HITS } from '../domain/hit.js'
import * as enums from './enums.js'
import { count, type FieldIssue, id, ids, line, text } from './fields.js'
import { tool } from './hits.js'
import { named } from './named.js'
import { operation } from './operation.js'
import { byId } from './params.js'
import { flag } from './query.js'

/** Of the hits nobody has decided on, all that are of these. */
export const hitQuery = named(
  'HitQuery',
  z.strictObject({
    /** Left out: those that wait. */
    status: z.enum(OPEN_HITS).optional(),
    tool: tool.optional(),
    /** By whose site, column or account the register knows the place. */
    unit_id: id.optional(),
    indicator_id: line(40).optional(),
  }),
)

const choice = {
  hits: ids(MOST_CHOSEN, 1).optional(),
  /** Instead of `hits`. */
  filter: hitQuery.optional(),
  /** How many a dry run has said that the filter finds: with another number nothing is decided. */
  expected: z.number().int().min(1).max(MOST_CHOSEN).optional(),
}

type Choice = { hits?: readonly string[] | undefined; filter?: object | undefined }

/** The one or the other, and not both. */
function chooses(given: Choice, context: z.RefinementCtx): void {
  if ((given.hits === undefined) !== (given.filter === undefined)) return
  const message = (given.hits ? 'UNKNOWN_FIELD' : 'REQUIRED') satisfies FieldIssue
  context.addIssue({ code: 'custom', path: [given.hits ? 'filter' : 'hits'], message })
}

export const hitTaking = named(
  'HitTaking',
  z
    .strictObject({
      ...choice,
      /** Which hits become one line; left out: those of one object and problem. */
      grouping: enums.hitGrouping.optional(),
    })
    .superRefine(chooses),
)

export const hitDismissals = named(
  'HitDismissals',
  z.strictObject({ ...choice, reason: text() }).superRefine(chooses),
)

/** What became of one hit, and the line of a notice that has it. */
const decidedHit = named(
  'DecidedHit',
  z.strictObject({
    hit_id: id,
    outcome: enums.hitOutcome,
    notice_id: id.nullable(),
    finding_id: id.nullable(),
    number: count.nullable(),
  }),
)

const decided = {
  dry_run: z.boolean(),
  /** How many there are of those that are chosen; by a filter also beyond what may be decided on at once. */
  matched: z.number().int(),
  hits: z.array(decidedHit),
}

export const hitsTakenUp = named(
  'HitsTakenUp',
  z.strictObject({
    ...decided,
    notice_id: id,
    lines: z.array(
      z.strictObject({
        /** Null where a dry run would make it. */
        finding_id: id.nullable(),
        number: count,
        unit_id: id.nullable(),
        asset_id: id.nullable(),
        indicator_id: z.string().nullable(),
        severity: enums.severity,
        severity_confirmed: z.boolean(),
        category: z.string(),
        problem: z.string(),
        place: z.string().nullable(),
        /** How many of the chosen hits it takes up. */
        hits: count,
        /** Whether the line was in the draft before. */
        joined: z.boolean(),
      }),
    ),
  }),
)

const tag = '监测线索'
const OFFICE = ['office.handler', 'office.reviewer', 'office.leader'] as const
const query = z.strictObject({ dry_run: flag.optional() })

export const triageOperations = {
  takeUpHits: operation({
    id: 'takeUpHits',
    method: 'POST',
    path: '/v1/notices/{id}/hits',
    tag,
    summary:
      '采用线索：并入通报草稿，同类线索合为一条；按编号或按条件，一次至多一千条；dry_run=true 时只试算',
    policy: OFFICE,
    params: byId,
    query,
    body: hitTaking,
    status: 200,
    response: hitsTakenUp,
    errors: ['NOT_IN_THIS_STATE', 'COUNT_DIFFERS', 'LOCKED'],
    idempotent: true,
    if_match: true,
    dry_run: true,
    etag: true,
  }),
  dismissHits: operation({
    id: 'dismissHits',
    method: 'POST',
    path: '/v1/hits/dismiss',
    tag,
    summary: '不予采用并说明理由：按编号或按条件，一次至多一千条；dry_run=true 时只试算',
    policy: OFFICE,
    query,
    body: hitDismissals,
    status: 200,
    response: named('HitsDismissed', z.strictObject(decided)),
    errors: ['COUNT_DIFFERS', 'LOCKED'],
    idempotent: true,
    dry_run: true,
  }),
} as const
