import t from 'tap'
import { triageOperations as operations } from '../../src/contracts/hit-triage.js'
import { hitOperations } from '../../src/contracts/hits.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { NOBODY } from './minimal.js'
import { MONDAY } from './notice.js'
import { newKey } from './support.js'
import { seen, triage } from './triage.js'

t.test('hits of one object and problem become one line of the draft', async (t) => {
  const { office, assets, report, drafted, takeUp, hits, notice, handler, as } = await triage(t)
  await report(seen('a', 0), seen('b', 0), seen('c', 1), seen('d', 1, { indicator_id: 'WD-04' }))
  const { params, etag } = await drafted()
  const filter = { filter: {} }
  const dry = await takeUp(params, filter, { query: { dry_run: true } })
  t.equal(dry.status, 200, dry.text)
  t.match(dry.body, { dry_run: true, matched: 4, lines: [{ finding_id: null }, {}, {}] })
  t.strictSame((await notice(params)).body.findings, [], 'nothing is done')

  const told = await takeUp(params, { ...filter, expected: 4 }, { if_match: etag })
  t.equal(told.status, 200, told.text)
  t.equal(told.etag, '"2"')
  const [first, second] = office.units
  const shown = told.body.lines.map(({ finding_id: _, ...rest }) => rest)
  const rule = { severity: 'deduction', severity_confirmed: true, joined: false }
  t.strictSame(shown, [
    {
      ...{ number: 1, unit_id: first, asset_id: assets[0], indicator_id: 'WD-20', ...rule },
      ...{ category: '可用性(链接)', place: 'https://one.test/a等2处', hits: 2 },
      problem: '1. 第a处链接打不开（https://one.test/a）\n2. 第b处链接打不开（https://one.test/b）',
    },
    {
      ...{ number: 2, unit_id: second, asset_id: assets[1], indicator_id: 'WD-20', ...rule },
      ...{ category: '可用性(链接)', place: 'https://two.test/c', hits: 1 },
      problem: '第c处链接打不开',
    },
    {
      ...{ number: 3, unit_id: second, asset_id: assets[1], indicator_id: 'WD-04', ...rule },
      ...{ category: '动态要闻', place: 'https://two.test/d', hits: 1, problem: '第d处链接打不开' },
    },
  ])
  t.strictSame(
    dry.body.lines.map(({ finding_id: _, ...rest }) => rest),
    shown,
    'the dry run said so',
  )
  const stored = (await notice(params)).body.findings
  t.strictSame(
    stored.map((one) => [one.finding_id, one.number, one.unit_id, one.medium, one.problem]),
    told.body.lines.map((one) => [one.finding_id, one.number, one.unit_id, 'website', one.problem]),
  )
  const taken = await hits({ finding: told.body.lines[0]?.finding_id })
  const by = office.officer('office.handler').person_id
  t.strictSame(
    taken.map(({ tool_hit_id, status, taken_up_at, taken_up_by }) => [
      ...[tool_hit_id, status, taken_up_at, taken_up_by],
    ]),
    [
      ['b', 'taken_up', MONDAY, by],
      ['a', 'taken_up', MONDAY, by],
    ],
  )
  t.strictSame(await hits({ status: 'waiting' }), [])
  const leader = as(office.officer('office.leader'))
  const issued = await leader(noticeOperations.issueNotice, { params, if_match: told.etag })
  t.equal(issued.body.dispatched, 3, issued.text)
  const late = await takeUp(params, { hits: [NOBODY] }, { if_match: issued.etag })
  t.strictSame([late.status, late.code], [409, 'NOT_IN_THIS_STATE'])
  const member = as(office.member(0))
  for (const operation of [operations.takeUpHits, operations.dismissHits]) {
    const refused = await member(operation, { params, if_match: '"1"', body: { hits: [NOBODY] } })
    t.equal(refused.code, 'ROLE_NOT_ALLOWED', operation.id)
  }
  t.equal((await handler(hitOperations.dismissHit, dismissal(taken[0]?.id))).status, 409)
})

const dismissal = (id = '') => ({ params: { id }, body: { reason: '误报' } })

t.test('each hit is answered for, and none is taken up twice', async (t) => {
  const { report, drafted, takeUp, idsOf, handler, notice, statuses } = await triage(t)
  await report(seen('a', 0), seen('b', 1), seen('c', 1))
  const ids = await idsOf('a', 'b', 'c')
  const [a = '', b = '', c = ''] = ids
  await handler(hitOperations.dismissHit, dismissal(b))
  const { params, etag } = await drafted()
  const key = newKey()
  const ask = { if_match: etag, key }
  const [one, other] = await Promise.all([
    takeUp(params, { hits: [b, NOBODY, a] }, ask),
    takeUp(params, { hits: [b, NOBODY, a] }, ask),
  ])
  const { finding_id } = one.body.lines[0] ?? {}
  const place = { notice_id: params.id, finding_id, number: 1 }
  const nowhere = { notice_id: null, finding_id: null, number: null }
  t.strictSame(one.body.hits, [
    { hit_id: a, outcome: 'done', ...place },
    { hit_id: b, outcome: 'dismissed_before', ...nowhere },
    { hit_id: NOBODY, outcome: 'unknown', ...nowhere },
  ])
  t.equal(other.text, one.text, 'with one key it comes once')
  t.equal((await takeUp(params, { hits: [b, NOBODY, a] }, ask)).text, one.text, 'and later')
  t.equal((await takeUp(params, { hits: [a] }, ask)).code, 'KEY_REUSED')

  const again = await takeUp(params, { hits: [a, b] }, { if_match: one.etag })
  t.strictSame(
    [again.status, again.etag, again.body.lines, again.body.hits],
    [
      200,
      one.etag,
      [],
      [
        { hit_id: a, outcome: 'taken_up_before', ...place },
        { hit_id: b, outcome: 'dismissed_before', ...nowhere },
      ],
    ],
  )
  t.equal((await takeUp(params, { hits: [c] }, { if_match: etag })).code, 'STALE')
  t.equal((await notice(params)).body.findings.length, 1)
  t.strictSame(await statuses(), { a: 'taken_up', b: 'dismissed', c: 'waiting' })
})

t.test('what is chosen by a filter was seen before, or nothing is done', async (t) => {
  const { office, report, drafted, takeUp, statuses, handler } = await triage(t)
  await report(seen('a', 0), seen('b', 1), seen('c', 1, { indicator_id: 'WD-04' }))
  await report(seen('d', 1), seen('d', 1, { captured_at: '2022-09-04T01:00:00Z', gone: true }))
  const { params, etag } = await drafted()
  const counted = async (filter: object) => {
    const told = await takeUp(params, { filter }, { query: { dry_run: true } })
    return [told.body.matched, told.body.hits.length]
  }
  const [first, second] = office.units
  t.strictSame(await counted({}), [3, 3])
  t.strictSame(await counted({ unit_id: second }), [2, 2])
  t.strictSame(await counted({ unit_id: first, indicator_id: 'WD-04' }), [0, 0])
  t.strictSame(await counted({ status: 'gone_proposed' }), [1, 1])
  t.strictSame(await counted({ tool: 'other' }), [0, 0])

  const real = (body: object) => takeUp(params, body, { if_match: etag })
  const unsaid = await real({ filter: {} })
  t.strictSame([unsaid.code, unsaid.problem.errors[0]?.pointer], ['VALIDATION_FAILED', '/expected'])
  const both = await real({ filter: {}, hits: [NOBODY], expected: 1 })
  t.strictSame([both.code, both.problem.errors[0]?.pointer], ['VALIDATION_FAILED', '/filter'])
  t.equal((await real({})).problem.errors[0]?.pointer, '/hits')
  t.equal((await real({ filter: {}, expected: 1_001 })).code, 'VALIDATION_FAILED')
  const two = { filter: { unit_id: second }, expected: 2 }
  await report(seen('e', 1))
  const key = newKey()
  const differs = await takeUp(params, two, { if_match: etag, key })
  t.strictSame([differs.status, differs.code], [409, 'COUNT_DIFFERS'])
  t.match(await statuses(), { a: 'waiting', b: 'waiting', c: 'waiting' }, 'nothing is done')
  const dismiss = (body: object) => handler(operations.dismissHits, { body })
  t.equal((await dismiss({ ...two, reason: '误报' })).code, 'COUNT_DIFFERS')
  const done = await real({ ...two, expected: 3 })
  t.strictSame([done.body.matched, done.body.lines.length], [3, 2], done.text)
  t.strictSame(await statuses(), {
    ...{ a: 'waiting', b: 'taken_up', c: 'taken_up', d: 'gone_proposed', e: 'taken_up' },
  })
})

t.test('many are dismissed as one by one', async (t) => {
  const { office, report, drafted, takeUp, idsOf, handler, hits } = await triage(t)
  await report(seen('a', 0), seen('b', 1), seen('c', 1))
  const [a = '', b = '', c = ''] = await idsOf('a', 'b', 'c')
  const { params, etag } = await drafted()
  await takeUp(params, { hits: [a] }, { if_match: etag })
  const body = { hits: [a, b, NOBODY], reason: '误报' }
  const dry = await handler(operations.dismissHits, { body, query: { dry_run: true } })
  t.equal(dry.body.dry_run, true, dry.text)
  t.equal((await hits({ status: 'dismissed' })).length, 0)
  const told = await handler(operations.dismissHits, { body })
  t.strictSame(
    told.body.hits.map(({ hit_id, outcome }) => [hit_id, outcome]),
    [
      [b, 'done'],
      [a, 'taken_up_before'],
      [NOBODY, 'unknown'],
    ],
  )
  t.strictSame(told.body.hits, dry.body.hits, 'the dry run said so')
  const rest = { filter: { unit_id: office.units[1] }, expected: 1, reason: '重复' }
  t.equal((await handler(operations.dismissHits, { body: rest })).body.matched, 1)
  const by = office.officer('office.handler').person_id
  t.strictSame(
    (await hits({ status: 'dismissed' })).map((one) => [
      ...[one.id, one.decided_because, one.decided_by, one.decided_at],
    ]),
    [
      [c, '重复', by, MONDAY],
      [b, '误报', by, MONDAY],
    ],
  )
})
