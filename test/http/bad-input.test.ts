import t from 'tap'
import type { Principal } from '../../src/commands/principal.js'
import type { Operation } from '../../src/contracts/operation.js'
import { OPERATIONS } from '../../src/contracts/operations.js'
import { sqlb } from '../../src/db/handle.js'
import type { PersonRole } from '../../src/domain/vocabulary.js'
import { type Ask, type Send, type TestServer, testServer } from './support.js'

const NOBODY = '0190b3d0-0000-7000-8000-000000000000'
const writes = OPERATIONS.filter(({ body, upload }) => body && !upload)

/** Somebody the operation admits. */
function admitted({ office }: TestServer, { policy }: Operation): Principal {
  const role = Array.isArray(policy) ? (policy[0] as PersonRole) : 'admin'
  return role.startsWith('unit.')
    ? office.member(0, role as 'unit.reporter')
    : office.officer(role as 'admin')
}

function paramsOf({ params }: Operation, value = NOBODY): Record<string, string> {
  return Object.fromEntries(Object.keys(params?.shape ?? {}).map((name) => [name, value]))
}

/** A request of the operation that is fine but for the part under test. */
function ask(operation: Operation, more: Ask): Ask {
  return {
    params: paramsOf(operation),
    ...(operation.if_match ? { if_match: '"1"' } : {}),
    ...more,
  }
}

t.test('bad input changes nothing and is told what is wrong', async (t) => {
  const server = await testServer(t)
  const senders = new Map<string, Send>()
  const sender = (operation: Operation): Send => {
    const who = admitted(server, operation)
    const known = senders.get(who.person_id) ?? server.as(who)
    senders.set(who.person_id, known)
    return known
  }
  const send = (operation: Operation, more: Ask) =>
    sender(operation)(operation, ask(operation, more))
  const before = await counted(server)

  await t.test('S25 a field nobody described, in every body', async (t) => {
    for (const operation of writes) {
      const body = { office_id: NOBODY, 'a/b~c': 1 }
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
      'multipart/form-data; boundary=x',
      'application/json\ta',
      'application/jsonx',
      'application',
    ]
    for (const operation of writes) {
      for (const type of types) {
        const { code } = await send(operation, { headers: { 'content-type': type } })
        t.equal(code, 'MEDIA_TYPE', `${operation.id} as ${JSON.stringify(type)}`)
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
      const ours = operation.id === 'getProblemKind' ? { params: { code: 'STALE' } } : {}
      const body = minimal(operation)
      const { code, problem } = await send(operation, { ...ours, body, query: { colour: 'red' } })
      t.equal(code, 'VALIDATION_FAILED', operation.id)
      const [fault] = problem.errors
      t.match(fault, { in: 'query', pointer: '/colour', code: 'UNKNOWN_FIELD' }, operation.id)
      if (operation.dry_run) continue
      const dry = await send(operation, { ...ours, body, query: { dry_run: 'true' } })
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

  t.same(await counted(server), before, 'nothing was written')
})

/** A body the contract takes, where an empty one is not enough. */
function minimal({ id }: Operation): object {
  const bodies: Record<string, object> = {
    draftNotice: { title: '通报', findings: [line] },
    enterSignedPaper: { signer_id: NOBODY, signed_on: '2022-09-05' },
    createUnit: { name: '单位' },
    createPerson: { name: '某人' },
    createMembership: { person_id: NOBODY, role: 'admin' },
    changeMembership: { until_on: null },
    createAsset: { unit_id: NOBODY, medium: 'website', name: '门户' },
    advanceRehearsal: { days: 1 },
  }
  return bodies[id] ?? {}
}

const line = {
  unit_id: null,
  indicator_id: null,
  severity: 'deduction',
  severity_confirmed: false,
  category: '其他',
  medium: 'unknown',
}

/** How much there is of everything a request could write. */
async function counted({ office }: TestServer): Promise<Record<string, number>> {
  const tables = [
    'notice',
    'finding',
    'unit',
    'person',
    'membership',
    'asset',
    'signed_paper',
  ] as const
  const keys = ['command_key', 'operation', 'evidence'] as const
  const counts = await Promise.all(
    [...tables, ...keys].map(async (table) => {
      const query = sqlb.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('n'))
      return [table, (await office.owner.run(query))[0]?.n ?? 0] as const
    }),
  )
  return Object.fromEntries(counts)
}
