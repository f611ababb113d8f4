import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { takeHits } from '../../src/commands/hits/take.js'
import { hitOperations as operations } from '../../src/contracts/hits.js'
import { jobOperations } from '../../src/contracts/long-jobs.js'
import { statement } from '../../src/db/handle.js'
import { tryTool } from '../../src/db/hit.js'
import { transaction } from '../../src/db/transaction.js'
import { instantOf } from '../../src/domain/instant.js'
import { hit, NDJSON, ndjson } from './hits.js'
import { MONDAY } from './notice.js'
import { type Ask, newKey, testServer } from './support.js'

const STAGED = statement<{ imports: number; lines: number }>(
  `select (select count(*)::integer from hit_import) as imports,
     (select count(*)::integer from hit_line) as lines`,
)
const LEFT_BEHIND = statement<never>(
  `insert into hit_import (id, office_id, tool, begun_at)
   values (gen_random_uuid(), $1, 'scanner', clock_timestamp() - interval '25 hours')`,
)
const params = { tool: 'scanner' }

async function office(t: Parameters<typeof testServer>[0]) {
  const server = await testServer(t, { units: 1, clock: instantOf(MONDAY) })
  const { office: of, as } = server
  const inspector = as(of.officer('inspector'))
  const handler = as(of.officer('office.handler'))
  const send = (ask: Ask) => inspector(operations.importHits, { params, ...ask })
  const sendLines = (body: string, more: Ask = {}) => send({ body, headers: NDJSON, ...more })
  const work = async (id: string) => {
    while ((await takeHits(of.worker, id)) !== 'finished') continue
    return (await inspector(jobOperations.getOperation, { params: { id } })).body
  }
  const report = async (...hits: object[]) => {
    const told = await send({ body: { hits } })
    t.equal(told.status, 202, told.text)
    return work(told.body.id)
  }
  const linesOf = async (id: string, query = {}) =>
    (await inspector(operations.listHitLines, { params: { ...params, id }, query })).body
  const hits = async (query = {}) => (await handler(operations.listHits, { query })).body.items
  const staged = async () => (await of.owner.run(STAGED()))[0]
  return { ...server, of, inspector, handler, send, sendLines, work, report, linesOf, hits, staged }
}

t.test('each line is kept, taken and answered for', async (t) => {
  const { of, sendLines, work, linesOf, inspector } = await office(t)
  const [first = '', second = ''] = ndjson([hit('1'), hit('1')]).split('\n')
  const body = [
    first,
    '',
    second,
    '{"id":',
    JSON.stringify(hit('2', { url: undefined })),
    JSON.stringify(hit('3', { colour: 'red' })),
    JSON.stringify(hit('4', { indicator_id: 'XX-99' })),
    JSON.stringify(hit('5', { captured_at: '2099-01-01T00:00:00Z' })),
    JSON.stringify(hit('6', { url: null, account: '政务号', indicator_id: null })),
    JSON.stringify(hit('7', { observation: 'x'.repeat(70_000) })),
  ].join('\n')
  const told = await sendLines(body)
  t.equal(told.status, 202, told.text)
  t.equal(told.headers.location, `/v1/operations/${told.body.id}`)
  const waiting = await linesOf(told.body.id)
  t.strictSame(new Set(waiting.items.map(({ result }) => result)), new Set([null]))
  const job = await work(told.body.id)
  t.strictSame(job.result, {
    ...{ new: 2, gone: 0, taken: 9, invalid: 6, unchanged: 1, seen_again: 0 },
  })
  const { items } = await linesOf(told.body.id)
  t.strictSame(
    items.map(({ number, result, fault }) => [
      ...[number, result],
      fault && `${fault.code} ${fault.pointer}`,
    ]),
    [
      [1, 'new', null],
      [3, 'unchanged', null],
      [4, 'invalid', 'MALFORMED '],
      [5, 'invalid', 'REQUIRED /url'],
      [6, 'invalid', 'UNKNOWN_FIELD '],
      [7, 'invalid', 'UNKNOWN_ID /indicator_id'],
      [8, 'invalid', 'OUT_OF_RANGE /captured_at'],
      [9, 'new', null],
      [10, 'invalid', 'TOO_LONG '],
    ],
  )
  t.equal(items[3]?.fault?.message, '此项必填。')
  t.equal(items[0]?.hit_id, items[1]?.hit_id)
  const page = await linesOf(told.body.id, { result: 'invalid', limit: '4' })
  const cursor = page.next ?? ''
  const rest = await linesOf(told.body.id, { result: 'invalid', limit: '4', cursor })
  t.strictSame(
    [...page.items, ...rest.items].map(({ number }) => number),
    [4, 5, 6, 7, 8, 10],
  )
  const elsewhere = { params: { tool: 'other', id: told.body.id } }
  t.equal((await inspector(operations.listHitLines, elsewhere)).status, 404)
  t.equal(await takeHits(of.worker, told.body.id), 'finished', 'taken again late it does nothing')
})

t.test(
  'compressed lines are no lines, and one that waits for its turn holds nothing',
  async (t) => {
    const { of, send, sendLines, staged } = await office(t)
    const packed = await send({ body: '{}', headers: { ...NDJSON, 'content-encoding': 'gzip' } })
    t.strictSame([packed.status, packed.code], [415, 'MEDIA_TYPE'])
    t.strictSame(await staged(), { imports: 0, lines: 0 })
    const told = await sendLines(ndjson([hit('1')]))
    await transaction(of.owner, async (tx) => {
      await tryTool(tx, of.office_id, params.tool)
      t.equal(await takeHits(of.worker, told.body.id), 'busy')
    })
    t.equal(await takeHits(of.worker, told.body.id), 'more')
  },
)

t.test('JSON is taken whole or not at all', async (t) => {
  const { send, staged } = await office(t)
  const told = await send({ body: { hits: [hit('1'), hit('2', { gone: 'no' })] } })
  t.equal(told.code, 'VALIDATION_FAILED')
  t.strictSame(
    told.problem.errors.map(({ pointer, code }) => [pointer, code]),
    [['/hits/1/gone', 'WRONG_TYPE']],
  )
  const many = Array.from({ length: 1_001 }, (_, index) => hit(String(index)))
  t.equal((await send({ body: { hits: many } })).problem.errors[0]?.code, 'TOO_LONG')
  t.strictSame(await staged(), { imports: 0, lines: 0 })
})

t.test('what is refused leaves nothing behind, and what was sent again comes once', async (t) => {
  const { app, token, of, sendLines, send, staged } = await office(t)
  const none = await sendLines('\n\n')
  t.strictSame([none.code, none.problem.errors[0]?.code], ['VALIDATION_FAILED', 'REQUIRED'])
  const line = ndjson([hit('1')])
  t.equal((await sendLines(line, { key: null })).code, 'KEY_REQUIRED')
  t.strictSame(await staged(), { imports: 0, lines: 0 })

  const key = newKey()
  const [one, other] = await Promise.all([sendLines(line, { key }), sendLines(line, { key })])
  t.equal(one.status, 202, one.text)
  t.equal(other.text, one.text, 'both at once')
  t.equal((await sendLines(line, { key })).text, one.text, 'and later')
  t.equal((await sendLines(ndjson([hit('2')]), { key })).code, 'KEY_REUSED')
  t.equal((await send({ body: { hits: [hit('1')] }, key })).code, 'KEY_REUSED')
  t.strictSame(await staged(), { imports: 1, lines: 1 })

  const address = await app.listen({ port: 0 })
  const authorization = `Bearer ${await token(of.officer('inspector'))}`
  const headers = { ...NDJSON, authorization, 'idempotency-key': newKey() }
  const broken = request(`${address}/v1/inspections/scanner/findings`, { method: 'POST', headers })
  broken.on('error', () => undefined)
  broken.write(line.repeat(1_500))
  const many = async () => (await staged())?.lines ?? 0
  while ((await many()) === 1) await sleep(20)
  t.equal(await many(), 1_001, 'a page is kept while the next is on its way')
  broken.destroy()
  while ((await many()) > 1) await sleep(20)
  t.strictSame(await staged(), { imports: 1, lines: 1 }, 'and not when that breaks off')

  await of.owner.run(LEFT_BEHIND(of.office_id))
  await sendLines('\n')
  t.strictSame(await staged(), { imports: 1, lines: 1 }, 'what a dead process left is forgotten')
})

t.test('a person’s decision stands whatever is reported after it', async (t) => {
  const { of, handler, report, hits } = await office(t)
  await report(hit('1'), hit('2'))
  await report(hit('2', { captured_at: '2022-09-04T05:00:00Z', gone: true }))
  const statuses = async () =>
    Object.fromEntries((await hits()).map(({ tool_hit_id, status }) => [tool_hit_id, status]))
  t.strictSame(await statuses(), { 2: 'gone_proposed', 1: 'waiting' })
  const [one] = await hits({ status: 'waiting' })
  const ask = { params: { id: one?.id ?? '' }, body: { reason: '误报' } }
  const told = await handler(operations.dismissHit, ask)
  t.strictSame(told.body, {
    ...{ ...one, status: 'dismissed', decided_because: '误报' },
    ...{ decided_at: MONDAY, decided_by: of.officer('office.handler').person_id },
  })
  t.equal((await handler(operations.dismissHit, ask)).code, 'NOT_IN_THIS_STATE')
  await report(hit('1', { captured_at: '2022-09-04T06:00:00Z', observation: '仍未更新' }))
  await report(hit('1', { captured_at: '2022-09-04T07:00:00Z', gone: true }))
  const [after] = await hits({ status: 'dismissed' })
  t.strictSame(after, {
    ...{ ...told.body, observation: '仍未更新', times_seen: 2 },
    ...{ last_seen: '2022-09-04T06:00:00.000Z', gone_at: '2022-09-04T07:00:00.000Z' },
  })
  await report(hit('2', { captured_at: '2022-09-04T08:00:00Z' }))
  t.strictSame(await statuses(), { 2: 'waiting', 1: 'dismissed' }, 'what was gone is back')
})

t.test('hits are listed for the office and whoever inspects, and for no unit', async (t) => {
  const { of, as, inspector, report, hits } = await office(t)
  await report(hit('1'), hit('2', { indicator_id: 'none' }), hit('3'))
  t.equal((await hits({ tool: 'scanner', status: 'waiting' })).length, 3)
  t.strictSame(await hits({ tool: 'other' }), [])
  const [odd] = await hits({ indicator: 'none' })
  t.equal(odd?.tool_hit_id, '2')
  const page = (await inspector(operations.listHits, { query: { limit: 2 } })).body
  const query = { limit: 2, cursor: page.next }
  const rest = (await inspector(operations.listHits, { query })).body
  const ids = [...page.items, ...rest.items].map(({ id }) => id)
  t.strictSame(ids, ids.toSorted().toReversed())
  t.strictSame([ids.length, rest.next], [3, null])
  const member = as(of.member(0))
  for (const operation of [operations.listHits, operations.importHits, operations.dismissHit]) {
    const told = await member(operation, { params: { ...params, id: odd?.id ?? '' } })
    t.equal(told.code, 'ROLE_NOT_ALLOWED', operation.id)
  }
})
