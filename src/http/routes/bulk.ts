import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { BulkChoice, Chosen } from '../../commands/bulk/choose.js'
import type { BulkCommand } from '../../commands/bulk/items.js'
import { bulkToEnd } from '../../commands/bulk/next.js'
import { bulkEntries } from '../../commands/bulk/results.js'
import { type BulkOutcome, startBulk, tryBulk } from '../../commands/bulk/start.js'
import { CommandError } from '../../commands/errors.js'
import type { Answer } from '../../commands/once.js'
import { type Principal, principalFor } from '../../commands/principal.js'
import {
  type bulkAnswer,
  type bulkRequest,
  bulkOperations as operations,
} from '../../contracts/findings/bulk.js'
import { DONE_AT_ONCE } from '../../domain/bulk.js'
import { mayKnock } from '../../domain/permissions.js'
import { filterOf } from '../finding-filter.js'
import { refusal, success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { pageRequest } from '../frame/page.js'
import type { Audience } from '../frame/problem.js'
import { ProblemError } from '../frame/problem-error.js'
import { presentBulkItem } from '../present/bulk.js'
import { presentJob } from '../present/job.js'
import { readAs } from '../reading.js'
import type { RouteDeps } from './room.js'

type Asked = z.output<typeof bulkRequest>
type Signed = { signed_paper_id?: string | null | undefined }

/** One command sent to many findings, and what became of each. */
export function bulkRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { commands, cursors, line } = deps

  bind(app, line, operations.bulkFindings, async ({ query, body, principal, key, audience }) => {
    const { dry_run = false } = query
    const caller = admittedTo(body, principal)
    const choice = choiceOf(body, caller, dry_run)
    const { signed_paper_id = null, ...fields }: Signed = body.fields ?? {}
    // The contract of each command gives the machine's own fields; a union of them cannot say so.
    const command = { name: body.command, ...fields } as BulkCommand
    const wish = { principal: caller, command, signed_paper_id, choice }
    if (dry_run) return presentTrial(await tryBulk(commands, wish), audience)
    const started = await startBulk(commands, { ...wish, key }, (outcome) =>
      presentStart(outcome, audience),
    )
    return started.status === 202 ? atOnce(deps, caller, started, audience) : started
  })

  bind(app, line, operations.listBulkItems, async ({ params, query, principal, audience }) => {
    const scope = { ...query, operation: params.id }
    const page = pageRequest<number>(cursors, operations.listBulkItems, scope, principal)
    const { person_id } = principal
    const found = await readAs(commands.pool, principal, (h) =>
      bulkEntries(h, { ...params, person_id }, { after: page.after ?? 0, limit: page.limit }),
    )
    if (!found) throw new CommandError('NOT_FOUND')
    const to = { ...audience, traceId: params.id }
    const body = page.of(
      found.entries,
      ({ number }) => number,
      (entry) => presentBulkItem(entry, to),
    )
    return success(operations.listBulkItems, body)
  })
}

/** The caller as those of their roles that the command's own route would admit. Throws ROLE_NOT_ALLOWED where it would none. */
function admittedTo({ command }: Asked, principal: Principal): Principal {
  const admitted = mayKnock(command)
  const held = principal.memberships.filter(({ role }) => admitted.some((one) => one === role))
  if (held.length === 0) throw new ProblemError('ROLE_NOT_ALLOWED')
  return {
    ...principalFor(principal, held),
    ...(principal.address ? { address: principal.address } : {}),
  }
}

/** What is done by a filter was seen before: how many it finds has to be said, but in a dry run. */
function choiceOf(
  { findings, filter, expected }: Asked,
  caller: Principal,
  dry_run: boolean,
): BulkChoice {
  if (findings) return { by: 'ids', items: findings }
  if (expected === undefined && !dry_run) {
    const fault = { in: 'body', pointer: '/expected', code: 'REQUIRED' } as const
    throw new ProblemError('VALIDATION_FAILED', [fault])
  }
  const own = caller.scope === 'unit' ? caller.units : undefined
  return {
    by: 'filter',
    expected: expected ?? null,
    filter: filterOf(filter ?? {}, caller, own),
  }
}

/** Few are done while the caller waits, be it the first time or again with the same key: what is done stays done. */
async function atOnce(
  { commands }: RouteDeps,
  principal: Principal,
  started: Answer,
  audience: Audience,
): Promise<Answer> {
  const { matched, operation } = started.body as z.input<typeof bulkAnswer>
  if (matched > DONE_AT_ONCE || !operation) return started
  const { office_id, person_id } = principal
  const { id } = operation
  await bulkToEnd(commands, { id, office_id, person_id })
  const found = await readAs(commands.pool, principal, (h) =>
    bulkEntries(h, { id, person_id }, { after: 0, limit: DONE_AT_ONCE }),
  )
  if (!found) throw new CommandError('NOT_FOUND')
  // Sent again it is the same answer, so it is the operation that the problems name.
  const to = { ...audience, traceId: id }
  return success(operations.bulkFindings, {
    ...{ dry_run: false, matched, operation: presentJob(found.operation) },
    items: found.entries.map((entry) => presentBulkItem(entry, to)),
  })
}

function presentStart(outcome: BulkOutcome, to: Audience): Answer {
  if (outcome.kind === 'differs') return differing(to, outcome.matched)
  if (outcome.kind === 'running') return refusal(to, 'ALREADY_RUNNING')
  const { operation, matched } = outcome
  const body = { dry_run: false, matched, operation: presentJob(operation), items: [] }
  const location = `/v1/operations/${operation.id}`
  return { ...success(operations.bulkFindings, body, { location }), status: 202 }
}

function presentTrial(outcome: Chosen, to: Audience): Answer {
  const { matched } = outcome
  if (outcome.kind === 'differs') return differing(to, matched)
  const items = outcome.items.map(({ id, revision }, index) =>
    presentBulkItem({ number: index + 1, id, revision, result: null }, to),
  )
  return success(operations.bulkFindings, { dry_run: true, matched, operation: null, items })
}

const DIFFERS = { in: 'body', pointer: '/expected', code: 'OUT_OF_RANGE' } as const

/** Refused with how many there are now. */
function differing(to: Audience, matched: number): Answer {
  const { body, ...rest } = refusal(to, 'COUNT_DIFFERS', [DIFFERS])
  return { ...rest, body: { ...(body as object), matched } }
}
