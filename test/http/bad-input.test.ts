import { sql } from 'kysely'
import t from 'tap'
import type { Principal } from '../../src/commands/principal.js'
import type { Operation } from '../../src/contracts/operation.js'
import { OPERATIONS } from '../../src/contracts/operations.js'
import type { PersonRole } from '../../src/domain/vocabulary.js'
import { tables } from '../db/catalogue.js'
import { line, minimal, NOBODY } from './minimal.js'
import { seedThings, type Things, thingsOf } from './others.js'
import { type Ask, type Send, type TestServer, testServer } from './support.js'

const writes = OPERATIONS.filter(({ body, upload }) => body && !upload)

const FORM = 'multipart/form-data'

/** Somebody the operation admits. */
function admitted({ office }: TestServer, { policy }: Operation): Principal {
  const role = Array.isArray(policy) ? (policy[0] as PersonRole) : 'admin'
  return role.startsWith('unit.')
    ? office.member(0, role as 'unit.reporter')
    : office.officer(role as 'admin')
}

const COLUMNS = sql<{ name: string }>`
  select distinct column_name as name from information_schema.columns where table_schema = 'public'`

/** The same value for every parameter. */
function paramsOf({ params }: Operation, value: string): Record<string, string> {
  return Object.fromEntries(Object.keys(params?.shape ?? {}).map((name) => [name, value]))
}

/** What the path of an operation is about, as it is there. */
function target({ path, params }: Operation, things: Things): Record<string, string> {
  const known: Record<string, string | undefined> = {
    id: things[path.split('/')[2] ?? ''],
    unit_id: things['units'],
    code: 'STALE',
    number: '1',
  }
  const names = Object.keys(params?.shape ?? {})
  return Object.fromEntries(names.map((name) => [name, known[name] ?? NOBODY]))
}

/** A request of the operation that is fine but for the part under test. */
function ask(operation: Operation, things: Things, more: Ask): Ask {
  return {
    params: target(operation, things),
    ...(operation.if_match ? { if_match: '"1"' } : {}),
    ...more,
  }
}

/** What has to be said first, since which fields there are depends on it. */
const leading = ({ id }: Operation) => (id === 'bulkFindings' ? { command: 'comment' } : {})

t.test('bad input changes nothing and is told what is wrong', async (t) => {
  const server = await testServer(t)
  const { office } = server
  await seedThings(office, [0, 1])
  const things = await thingsOf(office, office.units[0] ?? '')
  const senders = new Map<string, Send>()
  const sender = (operation: Operation): Send => {
    const who = admitted(server, operation)
    const known = senders.get(who.person_id) ?? server.as(who)
    senders.set(who.person_id, known)
    return known
  }
  const send = (operation: Operation, more: Ask) =>
    sender(operation)(operation, ask(operation, things, more))
  const before = await everything(server)

  await t.test('S25 a field nobody described, in every body', async (t) => {
    for (const operation of writes) {
      const body = { ...leading(operation), office_id: NOBODY, 'a/b~c': 1 }
      const { code, problem } = await send(operation, { body })
      t.equal(code, 'VALIDATION_FAILED', operation.id)
      const unknown = problem.errors.filter((one) => one.code === 'UNKNOWN_FIELD')
      const union = operation.id === 'advanceRehearsal'
      if (!union) {
        t.same(
          unknown.map(({ pointer }) => pointer),
          ['/office_id', '/a~1b~0c'],
          operation.id,
        )
      }
    }
  })

  await t.test('S14 every column of the tables, in every body', async (t) => {
    const columns = await office.owner.run(COLUMNS)
    const named = Object.fromEntries(columns.map(({ name }) => [name, NOBODY]))
    for (const operation of writes) {
      const body = { ...named, ...leading(operation) }
      const { code, problem } = await send(operation, { body })
      t.equal(code, 'VALIDATION_FAILED', operation.id)
      const own = operation.id === 'advanceRehearsal' ? '' : '/office_id'
      t.ok(
        problem.errors.some(({ pointer }) => pointer === own),
        operation.id,
      )
    }
  })

  await t.test('of a great many faults the first two hundred are told', async (t) => {
    const body = Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`field${n}`, n]))
    for (const operation of writes) {
      const { problem } = await send(operation, { body })
      t.ok(problem.errors.length <= 200, operation.id)
    }
  })

  await t.test('S27 a body that is no object, or poisons one', async (t) => {
    const bodies = ['[]', '"text"', '7', 'null', '{', '{"a":1,}', '\u0000']
    const poison = ['{"__proto__":{"a":1}}', '{"constructor":{"prototype":{"a":1}}}']
    for (const operation of writes) {
      for (const body of [...bodies, ...poison]) {
        const { code } = await send(operation, { body })
        t.equal(code, 'VALIDATION_FAILED', `${operation.id} ${body}`)
      }
    }
    t.equal(({} as { a?: unknown }).a, undefined)
  })

  await t.test('S28 a content type that is not exactly JSON', async (t) => {
    const types = [
      'text/plain',
      'application/xml',
      'application/x-www-form-urlencoded',
      `${FORM}; boundary=x`,
      'application/json\ta',
      'application/jsonx',
      'application',
    ]
    for (const operation of writes) {
      for (const type of types) {
        const { code } = await send(operation, { headers: { 'content-type': type } })
        // A form may stand for some bodies: this one is none.
        const wanted = operation.file && type.startsWith(FORM) ? 'VALIDATION_FAILED' : 'MEDIA_TYPE'
        t.equal(code, wanted, `${operation.id} as ${JSON.stringify(type)}`)
      }
    }
  })

  await t.test('S21 a body that is too large', async (t) => {
    for (const operation of writes.filter(({ body_limit }) => body_limit === undefined)) {
      const { code } = await send(operation, { body: { note: 'x'.repeat(1024 * 1024) } })
      t.equal(code, 'BODY_TOO_LARGE', operation.id)
    }
  })

  await t.test('an id that is none', async (t) => {
    for (const operation of OPERATIONS.filter(({ params }) => params)) {
      for (const value of ['x', '1%20or%201', '..%2f..%2fetc', 'x'.repeat(500)]) {
        const { status, code, problem } = await send(operation, {
          params: paramsOf(operation, value),
        })
        t.equal(status, 400, `${operation.id} ${value.slice(0, 20)}`)
        t.equal(code, 'VALIDATION_FAILED')
        if (value.length < 200) t.ok(problem.errors.every((one) => one.in === 'path'))
      }
    }
  })

  await t.test('S22 query values that are none, unknown or doubled', async (t) => {
    for (const operation of OPERATIONS.filter(({ upload }) => !upload)) {
      const body = minimal(operation)
      const { code, problem } = await send(operation, { body, query: { colour: 'red' } })
      t.equal(code, 'VALIDATION_FAILED', operation.id)
      const [fault] = problem.errors
      t.match(fault, { in: 'query', pointer: '/colour', code: 'UNKNOWN_FIELD' }, operation.id)
      if (operation.dry_run) continue
      const dry = await send(operation, { body, query: { dry_run: 'true' } })
      t.equal(dry.code, 'VALIDATION_FAILED', `${operation.id} tried out`)
      if (!operation.query?.shape.limit) continue
      for (const limit of ['0', '201', '1000000000', '-1', '1.5', 'many', '']) {
        const answer = await send(operation, { query: { limit } })
        t.equal(answer.code, 'VALIDATION_FAILED', `${operation.id} limit=${limit}`)
      }
      const cursor = await send(operation, { query: { cursor: 'bm90IG91cnM.AAAA' } })
      t.equal(cursor.code, 'CURSOR_INVALID', operation.id)
    }
  })

  await t.test('days no calendar of ours reaches, and numbers no column holds', async (t) => {
    const draft = OPERATIONS.find(({ id }) => id === 'draftNotice')
    if (!draft) throw new Error('no operation')
    const bodies = [
      [{ title: '通报', issued_on: '0000-01-01', findings: [line] }, '/issued_on'],
      [
        { title: '通报', findings: [{ ...line, sentence_start: 3_000_000_000 }] },
        '/findings/0/sentence_start',
      ],
    ] as const
    for (const [body, pointer] of bodies) {
      const { code, problem } = await send(draft, { body })
      t.equal(code, 'VALIDATION_FAILED')
      t.match(problem.errors, [{ pointer, code: 'OUT_OF_RANGE' }])
    }
  })

  await t.test('a write without a key, or with one of no form', async (t) => {
    for (const operation of OPERATIONS.filter(({ idempotent, upload }) => idempotent && !upload)) {
      const body = minimal(operation)
      t.equal((await send(operation, { body, key: null })).code, 'KEY_REQUIRED', operation.id)
      const { code, problem } = await send(operation, { body, key: 'a b' })
      t.equal(code, 'VALIDATION_FAILED', operation.id)
      t.match(problem.errors, [{ in: 'header', pointer: 'Idempotency-Key', code: 'MALFORMED' }])
    }
  })

  await t.test('acting without saying what was seen, or not exactly', async (t) => {
    for (const operation of OPERATIONS.filter(({ if_match }) => if_match)) {
      const body = minimal(operation)
      const none = await send(operation, { body, if_match: null })
      t.equal(none.status, 428, operation.id)
      t.equal(none.code, 'IF_MATCH_REQUIRED')
      for (const if_match of ['*', 'W/"1"', '1', '"1","2"']) {
        const { status, problem } = await send(operation, { body, if_match })
        t.equal(status, 400, `${operation.id} ${if_match}`)
        t.match(problem.errors, [{ in: 'header', pointer: 'If-Match', code: 'MALFORMED' }])
      }
    }
  })

  t.same(await everything(server), before, 'nothing was written')
})

/** A digest of every row of every table: events, keys and the clock's own rows too. */
async function everything({ office }: TestServer): Promise<Record<string, string>> {
  const digests: Record<string, string> = {}
  for (const { name } of await tables(office.owner)) {
    const digest = sql<{ rows: string }>`
      select count(*) || ' ' || md5(coalesce(string_agg(t::text, ' ' order by t::text), '')) as rows
      from ${sql.table(name)} t`
    digests[name] = (await office.owner.run(digest))[0]?.rows ?? ''
  }
  return digests
}
