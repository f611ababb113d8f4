import { z } from 'zod'
import { type BulkCommandName, MOST_IN_BULK, whySingly } from '../../domain/bulk.js'
import * as enums from '../enums.js'
import { count, eachOnce, type FieldIssue, id, ids } from '../fields.js'
import { job } from '../long-jobs.js'
import { named } from '../named.js'
import { operation } from '../operation.js'
import { byId } from '../params.js'
import { problem } from '../problem.js'
import { flag, pageOf, paging } from '../query.js'
import { commandBodies } from './commands.js'
import { CASE_ROLES } from './operations.js'
import { CONDITIONS } from './query.js'

/** All conditions given hold, as in the list; several values of one are alternatives. */
export const findingFilter = named(
  'FindingFilter',
  z.strictObject({
    unit: ids(50, 1).optional(),
    supporting: z.boolean().optional(),
    state: z.array(enums.state).min(1).max(20).optional(),
    severity: z.array(enums.severity).min(1).max(20).optional(),
    overdue: z.boolean().optional(),
    ...CONDITIONS,
  }),
)

const choice = {
  /** Each with the revision that was seen, as an If-Match says it of one. */
  findings: eachOnce(
    z
      .array(z.strictObject({ id, revision: count }))
      .min(1)
      .max(MOST_IN_BULK),
    (one) => one.id,
    'id',
  ).optional(),
  /** Instead of `findings`. */
  filter: findingFilter.optional(),
  /** How many a dry run has said that the filter finds: with another number nothing is done. */
  expected: z.number().int().min(1).max(MOST_IN_BULK).optional(),
}

type Choice = { findings?: readonly object[] | undefined; filter?: object | undefined }

/** The one or the other, and not both. */
function chooses(given: Choice, context: z.RefinementCtx): void {
  if ((given.findings === undefined) !== (given.filter === undefined)) return
  const message = (given.findings ? 'UNKNOWN_FIELD' : 'REQUIRED') satisfies FieldIssue
  context.addIssue({ code: 'custom', path: [given.findings ? 'filter' : 'findings'], message })
}

/** A command with its own fields, as it is sent to one finding. */
const sent = <N extends BulkCommandName>(name: N) =>
  z
    .strictObject({ command: z.literal(name), fields: commandBodies[name].optional(), ...choice })
    .superRefine(chooses)

function commandIn(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'command' in input ? input.command : null
}

/** One command and the findings it is sent to; one that is not sent to many is refused with the reason. */
export const bulkRequest = named(
  'BulkRequest',
  z.discriminatedUnion(
    'command',
    [
      sent('acknowledge'),
      sent('delegate'),
      sent('name_supporting'),
      sent('recall'),
      sent('reassign'),
      sent('reschedule'),
      sent('request_extension'),
      sent('register_report'),
      sent('record_contact'),
      sent('record_instruction'),
      sent('comment'),
    ],
    { error: ({ input }) => whySingly(commandIn(input)) ?? undefined },
  ),
)

/** What became of the command on one finding. */
export const bulkItem = named(
  'BulkItem',
  z.strictObject({
    /** Its place in the order in which they are done, from 1. */
    number: count,
    finding_id: id,
    /** Null before its turn, of an operation that was stopped, and where it is no longer kept. */
    outcome: z.enum(['done', 'refused']).nullable(),
    /** The finding's revision: the one that was seen, and afterwards the one it has. */
    revision: count,
    state: enums.state.nullable(),
    /** What the same command would have been answered alone. */
    problem: problem.nullable(),
  }),
)

export const bulkAnswer = named(
  'BulkAnswer',
  z.strictObject({
    dry_run: z.boolean(),
    /** How many findings are chosen; by a filter also beyond what may be done at once. */
    matched: z.number().int().min(0),
    /** Null in a dry run. Where it runs, it is to be read at its address. */
    operation: job.nullable(),
    /** One of each where all are done, or in a dry run; none while the operation runs. */
    items: z.array(bulkItem),
  }),
)

export const bulkOperations = {
  bulkFindings: operation({
    id: 'bulkFindings',
    method: 'POST',
    path: '/v1/findings/bulk',
    tag: '问题办理',
    summary:
      '批量办理：对至多一千个问题办理同一操作，按编号或按条件，逐项给出结果；超过二百个的转为长任务；dry_run=true 时只计数',
    policy: CASE_ROLES,
    step_up: true,
    query: z.strictObject({ dry_run: flag.optional() }),
    body: bulkRequest,
    status: 200,
    response: bulkAnswer,
    also: { status: 202, response: bulkAnswer },
    errors: ['COUNT_DIFFERS', 'ALREADY_RUNNING', 'UNKNOWN_REFERENCE', 'LOCKED'],
    idempotent: true,
    dry_run: true,
  }),
  listBulkItems: operation({
    id: 'listBulkItems',
    method: 'GET',
    path: '/v1/operations/{id}/items',
    tag: '长任务',
    summary: '批量办理的逐项结果，只有办理人本人可以查看',
    policy: CASE_ROLES,
    params: byId,
    query: z.strictObject(paging),
    status: 200,
    response: named('BulkItemPage', pageOf(bulkItem)),
    errors: ['CURSOR_INVALID'],
  }),
} as const
