import type { FastifyInstance } from 'fastify'
import { CommandError } from '../../commands/errors.js'
import type { Answer } from '../../commands/once.js'
import type { Principal } from '../../commands/principal.js'
import { changeRow, type RowOutcome } from '../../commands/register/change.js'
import { createRow } from '../../commands/register/create.js'
import type { RegisterRows } from '../../commands/register/rows.js'
import type { Noted } from '../../commands/security-events.js'
import type { Operation, Parsed } from '../../contracts/operation.js'
import type { Handle } from '../../db/handle.js'
import type { Office } from '../../db/office.js'
import type { Register } from '../../db/register-lock.js'
import type { Instant } from '../../domain/instant.js'
import { refusal, success } from '../frame/answers.js'
import { bind, type Call } from '../frame/bind.js'
import { contentTag } from '../frame/etag.js'
import { pageRequest } from '../frame/page.js'
import type { Audience } from '../frame/problem.js'
import { ProblemError } from '../frame/problem-error.js'
import { readAs } from '../reading.js'
import type { RouteDeps } from './room.js'

interface RegisterTable {
  list: Operation
  read: Operation
  create: Operation
  change: Operation
}

/** How one register is kept: its contract, its rows, and what may follow from an entry or a change. */
export interface RegisterRoom<T extends RegisterTable, Row extends { id: string }, Place> {
  operations: T
  register: Register
  present: (row: Row) => object
  place: (row: Row) => Place
  page: (
    h: Handle,
    principal: Principal,
    query: Parsed<T['list']['query']>,
    page: { limit: number; after: Place | null },
  ) => Promise<Row[]>
  rows: RegisterRows<Row>
  entry: (body: Parsed<T['create']['body']>, id: string, office: Office & { now: Instant }) => Row
  next: (
    body: Parsed<T['change']['body']>,
    row: Row,
    h: Handle,
  ) => Promise<Row | { wrong: string }> | Row | { wrong: string }
  /** Whose a row is, where nobody may enter or change their own. */
  whose?: (row: Row) => string
  /** What of an entry (there was none before) or a change matters to safety. */
  noted?: (before: Row | null, after: Row) => readonly Noted[]
}

/** List, read, create and change of one register; the ETag is a digest of what the row says. */
export function registerRoutes<T extends RegisterTable, Row extends { id: string }, Place>(
  app: FastifyInstance,
  { commands, cursors, line }: RouteDeps,
  room: RegisterRoom<T, Row, Place>,
): void {
  const { list, read, create, change }: RegisterTable = room.operations
  const { present, rows, noted } = room
  const tagOf = (row: Row) => contentTag(present(row))
  const another = (row: Row, { person_id }: Principal): Row => {
    if (room.whose?.(row) === person_id) throw new ProblemError('OWN_ROLE')
    return row
  }

  bind(app, line, list, async (call) => {
    const { query, principal } = call as unknown as Loose<Parsed<T['list']['query']> & object>
    const page = pageRequest<Place>(cursors, list, query, principal)
    const found = await readAs(commands.pool, principal, (h) =>
      room.page(h, principal, query, page),
    )
    return success(list, page.of(found, room.place, present) as never)
  })

  bind(app, line, read, async (call) => {
    const { params, principal } = call as unknown as Loose
    const row = await readAs(commands.pool, principal, (h) => rows.find(h, params.id))
    if (!row) throw new CommandError('NOT_FOUND')
    return success(read, present(row) as never, { etag: tagOf(row) })
  })

  bind(app, line, create, (call) => {
    const { body, principal, key } = call as unknown as Loose<unknown, Parsed<T['create']['body']>>
    const row = (id: string, office: Office & { now: Instant }) =>
      another(room.entry(body, id, office), principal)
    return createRow(commands, { principal, key, row, insert: rows.insert, noted }, (entered) =>
      success(create, present(entered) as never, {
        etag: tagOf(entered),
        location: `${create.path}/${entered.id}`,
      }),
    )
  })

  bind(app, line, change, (call) => {
    const loose = call as unknown as Loose<unknown, Parsed<T['change']['body']>>
    const { params, body, principal, key, if_match, audience } = loose
    const { register } = room
    const { find, update } = rows
    const next = (row: Row, h: Handle) => room.next(body, another(row, principal), h)
    const request = { register, principal, key, id: params.id, find, update, next, noted }
    return changeRow(
      commands,
      request,
      (row) => tagOf(row) === if_match,
      (outcome) => presentChange(change, outcome, audience, room),
    )
  })
}

/** A call whose contract is known only as one of four; each caller says which fields its own has. */
type Loose<Query = unknown, Body = unknown> = Omit<
  Call<Operation>,
  'params' | 'query' | 'body' | 'principal'
> & { params: { id: string }; query: Query; body: Body; principal: Principal }

/** What is answered to a change of one row of a register, with the tag of what it says now. */
export function presentChange<Row extends { id: string }>(
  operation: Operation,
  outcome: RowOutcome<Row>,
  to: Audience,
  { present }: { present: (row: Row) => object },
): Answer {
  if (outcome.kind === 'wrong') {
    const fault = { in: 'body', pointer: outcome.field, code: 'OUT_OF_RANGE' } as const
    return refusal(to, 'VALIDATION_FAILED', [fault])
  }
  const shown = present(outcome.row)
  const etag = contentTag(shown)
  if (outcome.kind === 'stale') return refusal(to, 'STALE', [], etag)
  return success(operation, shown as never, { etag })
}
