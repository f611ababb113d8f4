import t from 'tap'
import { commandOperations, findingOperations } from '../../src/contracts/findings/operations.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { unitOperations } from '../../src/contracts/register/units.js'
import { sqlb } from '../../src/db/handle.js'
import { instantOf } from '../../src/domain/instant.js'
import { draft, issuedFindings, MONDAY } from './notice.js'
import { newKey, testServer } from './support.js'

t.test('one key sent 200 times at once: one effect, one answer', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office, as } = server
  const { findings } = await issuedFindings(server)
  const params = { id: findings[0] ?? '' }
  const handler = as(office.officer('office.handler'))
  const key = newKey()
  const body = { text: '已电话催办', audience: 'office' }
  const answers = await Promise.all(
    Array.from({ length: 200 }, () =>
      handler(commandOperations.comment, { params, body, key, if_match: '"1"' }),
    ),
  )
  t.same([...new Set(answers.map(({ status }) => status))], [200])
  t.equal(new Set(answers.map(({ text }) => text)).size, 1, 'identical to the byte')
  t.equal(new Set(answers.map(({ etag }) => etag)).size, 1)
  const events = await handler(findingOperations.listFindingEvents, { params })
  t.equal(events.body.items.filter(({ type }) => type === 'commented').length, 1)
})

t.test('the states of a key: new, replayed, mismatched, not kept', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office, as } = server
  const { findings } = await issuedFindings(server)
  const params = { id: findings[0] ?? '' }
  const reporter = as(office.member(0))
  const key = newKey()

  const first = await reporter(commandOperations.acknowledge, { params, key, if_match: '"1"' })
  t.equal(first.status, 200)
  const again = await reporter(commandOperations.acknowledge, { params, key, if_match: '"1"' })
  t.equal(again.text, first.text, 'a replay, though it could not be done again')
  t.equal(again.etag, first.etag)

  const others = [{ params, body: { paper_number: '1' } }, { params: { id: findings[1] ?? '' } }]
  for (const ask of others) {
    const { status, code } = await reporter(commandOperations.acknowledge, {
      ...ask,
      key,
      if_match: '"1"',
    })
    t.equal(status, 422)
    t.equal(code, 'KEY_REUSED')
  }
  const elsewhere = await reporter(commandOperations.begin_review as never, { params, key })
  t.equal(elsewhere.code, 'ROLE_NOT_ALLOWED', 'who may not is told so before any key')
  const progress = { params, key, if_match: first.etag, body: { note: '进行中' } }
  t.equal((await reporter(commandOperations.report_progress, progress)).code, 'KEY_REUSED')

  const refusedKey = newKey()
  const refused = await reporter(commandOperations.acknowledge, {
    params,
    key: refusedKey,
    if_match: first.etag,
  })
  t.equal(refused.code, 'NOT_IN_THIS_STATE')
  const kept = await reporter(commandOperations.acknowledge, {
    params,
    key: refusedKey,
    if_match: first.etag,
  })
  t.equal(kept.text, refused.text, 'a decided refusal is kept with its trace')

  const staleKey = newKey()
  const note = { params, body: { note: '进行中' }, key: staleKey }
  const stale = await reporter(commandOperations.report_progress, { ...note, if_match: '"1"' })
  t.equal(stale.code, 'STALE')
  const fresh = await reporter(commandOperations.report_progress, { ...note, if_match: first.etag })
  t.equal(fresh.status, 200, 'a stale one is not kept: the same key may try again')
})

t.test('a key belongs to one person', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office, as } = server
  const key = newKey()
  const one = await as(office.officer('office.handler'))(noticeOperations.draftNotice, {
    key,
    body: draft(server),
  })
  const other = await as(office.officer('office.leader'))(noticeOperations.draftNotice, {
    key,
    body: draft(server),
  })
  t.equal(one.status, 201)
  t.equal(other.status, 201)
  t.not(one.body.id, other.body.id)
  t.equal(one.headers.location, `/v1/notices/${one.body.id}`)
})

t.test(
  'the key of a creation replays its Location, and a lost answer is found again',
  async (t) => {
    const { office, as } = await testServer(t, { units: 1 })
    const admin = as(office.officer('admin'))
    const key = newKey()
    const first = await admin(unitOperations.create, { key, body: { name: '新单位' } })
    const again = await admin(unitOperations.create, { key, body: { name: '新单位' } })
    t.equal(again.text, first.text)
    t.equal(again.headers.location, first.headers.location)
    const same = await admin(unitOperations.create, { body: { name: '新单位' } })
    t.equal(same.code, 'ALREADY_EXISTS', 'without the key it is another unit of that name')
    const query = sqlb.selectFrom('command_key').select(['key', 'status']).where('key', '=', key)
    t.same(await office.owner.run(query), [{ key, status: 201 }])
  },
)

t.test('callers who acted on what has changed are told where things stand', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office, as } = server
  const { findings } = await issuedFindings(server)
  const params = { id: findings[0] ?? '' }
  const reporter = as(office.member(0))
  const seen = await reporter(findingOperations.getFinding, { params })
  await reporter(commandOperations.acknowledge, { params, if_match: seen.etag })
  const late = await as(office.member(0, 'unit.signatory'))(commandOperations.acknowledge, {
    params,
    if_match: seen.etag,
  })
  t.equal(late.status, 412)
  t.equal(late.code, 'STALE')
  const now = await reporter(findingOperations.getFinding, { params })
  t.equal(late.etag, now.etag, 'the current tag')
  for (const if_match of ['"0"', '"999"', '"abc"']) {
    const answer = await reporter(commandOperations.report_progress, { params, if_match })
    t.equal(answer.code, 'STALE', if_match)
  }

  // A revision does not count every fact, so it never stands for "nothing has changed".
  const again = await reporter(findingOperations.getFinding, {
    params,
    headers: { 'if-none-match': now.etag ?? '' },
  })
  t.equal(again.status, 200)
  const register = { params: { id: office.units[0] ?? '' } }
  const unit = await reporter(unitOperations.read, register)
  const headers = { 'if-none-match': `"x", W/${unit.etag}` }
  const unchanged = await reporter(unitOperations.read, { ...register, headers })
  t.match(unchanged, { status: 304, text: '', etag: unit.etag }, 'a digest does')
})

t.test('two editors of one notice: the second is stale', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office, as } = server
  const [one, two] = [as(office.officer('office.handler')), as(office.officer('office.reviewer'))]
  const { body, etag } = await one(noticeOperations.draftNotice, { body: draft(server) })
  const params = { id: body.id }
  const [a, b] = await Promise.all([
    one(noticeOperations.changeNotice, { params, if_match: etag, body: { title: '甲' } }),
    two(noticeOperations.changeNotice, { params, if_match: etag, body: { title: '乙' } }),
  ])
  t.same(
    [a.status, b.status].toSorted((x, y) => x - y),
    [200, 412],
  )
  const winner = a.status === 200 ? a : b
  t.equal((await one(noticeOperations.getNotice, { params })).body.title, winner.body.title)
})
