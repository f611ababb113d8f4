import t from 'tap'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { unitOperations } from '../../src/contracts/register/units.js'
import { sqlb } from '../../src/db/handle.js'
import { instantOf } from '../../src/domain/instant.js'
import { draft, issuedFindings, line, MONDAY } from './notice.js'
import { type Send, testServer } from './support.js'

/** Walks a list to its end by the cursors it gives. */
async function walk(send: Send, query: Record<string, unknown>): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const asked: Record<string, unknown> = cursor ? { ...query, cursor } : query
    const { body } = await send(findingOperations.listFindings, { query: asked })
    ids.push(...body.items.map(({ id }) => id))
    cursor = body.next
  } while (cursor)
  return ids
}

t.test('a list is walked page by page without a double or a gap', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office, as } = server
  const lines = Array.from({ length: 25 }, (_, index) =>
    line(office.units[index % 2] ?? '', {
      // Many share a due, one of every five has its own.
      ...(index % 5 === 0 ? { own_due: { date: `2022-09-${13 + (index % 3)}`, time: null } } : {}),
    }),
  )
  const { findings } = await issuedFindings(server, { findings: lines })
  const handler = as(office.officer('office.handler'))
  const all = await walk(handler, { limit: 200 })
  t.same(all.toSorted(), [...findings].toSorted())
  for (const limit of [1, 4, 5, 24, 25]) {
    t.same(await walk(handler, { limit }), all, `by ${limit}`)
  }
  const first = await handler(findingOperations.listFindings, {
    query: { limit: 4, state: 'notified' },
  })
  t.ok(first.body.next)
  t.match(
    String(first.headers.link),
    /^<\/v1\/findings\?limit=4&state=notified&cursor=[^>]+>; rel="next"$/,
  )
  const dues = (await handler(findingOperations.listFindings)).body.items.map(
    ({ due }) => due?.at ?? '',
  )
  t.same(dues, dues.toSorted(), 'the nearest due first')

  const { next: cursor } = first.body
  const others = [
    { send: handler, query: { limit: 4, cursor } },
    { send: handler, query: { limit: 4, state: 'notified,closed', cursor } },
    { send: as(office.officer('auditor')), query: { limit: 4, state: 'notified', cursor } },
  ]
  for (const { send, query } of others) {
    t.equal((await send(findingOperations.listFindings, { query })).code, 'CURSOR_INVALID')
  }
  const next = { limit: 7, state: 'notified', cursor }
  t.equal((await handler(findingOperations.listFindings, { query: next })).status, 200, 'any limit')
  const events = await handler(findingOperations.listFindingEvents, {
    params: { id: findings[0] ?? '' },
    query: { cursor },
  })
  t.equal(events.code, 'CURSOR_INVALID', 'of another list')
})

t.test('every condition of the list of findings', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office, as } = server
  const [one = '', two = ''] = office.units
  const { notice_id, findings } = await issuedFindings(server, {
    findings: [
      line(one, { severity: 'veto', problem: '首页100%_打不开' }),
      line(two, { indicator_id: 'WD-03', own_due: { date: '2022-09-06', time: null } }),
    ],
  })
  const [first = '', second = ''] = findings
  const handler = as(office.officer('office.handler'))
  const of = (query: Record<string, unknown>) => walk(handler, query)
  t.same(await of({ unit: one }), [first])
  t.same((await of({ unit: `${one},${two}` })).length, 2)
  t.same((await of({ notice: notice_id })).length, 2)
  t.same(await of({ severity: 'veto,major' }), [first])
  t.same(await of({ indicator: 'WD-03' }), [second])
  t.same(await of({ due_before: '2022-09-07T00:00:00+08:00' }), [])
  t.same(await of({ due_before: '2022-09-07T00:00:01+08:00' }), [second])
  t.same(await of({ text: '100%_打' }), [first], 'signs of a pattern are plain characters')
  t.same(await of({ text: '%' }), [first])
  t.same((await of({ awaiting: 'unit' })).length, 2)
  t.same(await of({ awaiting: 'office' }), [])
  t.same((await of({ overdue: false })).length, 2)
  t.same((await of({ fixed: 'unknown', reported: 'no' })).length, 2)
  const later = sqlb
    .updateTable('office')
    .set({ standing_clock: instantOf('2022-09-06T16:00:00.000Z') })
  await office.owner.run(later.where('id', '=', office.office_id))
  t.same(await of({ overdue: true }), [second], 'the due instant itself is late')
  t.same(await of({ overdue: false }), [first])
})

t.test('registers and notices are walked too', async (t) => {
  const server = await testServer(t, { units: 5, clock: instantOf(MONDAY) })
  const { office, as } = server
  const handler = as(office.officer('office.handler'))
  for (const title of ['甲', '乙', '丙']) {
    await handler(noticeOperations.draftNotice, { body: draft(server, { title }) })
  }
  const titles: string[] = []
  let query: Record<string, unknown> = { limit: 2, status: 'draft' }
  for (;;) {
    const { body } = await handler(noticeOperations.listNotices, { query })
    titles.push(...body.items.map(({ title }) => title))
    if (body.next === null) break
    query = { ...query, cursor: body.next }
  }
  t.same(titles, ['丙', '乙', '甲'])
  const units: string[] = []
  let asked: Record<string, unknown> = { limit: 2 }
  for (;;) {
    const { body } = await handler(unitOperations.list, { query: asked })
    units.push(...body.items.map(({ id }) => id))
    if (body.next === null) break
    asked = { limit: 2, cursor: body.next }
  }
  t.same(units.toSorted(), [...office.units].toSorted())
})
