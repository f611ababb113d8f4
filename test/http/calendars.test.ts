import t from 'tap'
import { recalculateNext } from '../../src/commands/calendars/recalculate.js'
import { calendarOperations as operations } from '../../src/contracts/calendars.js'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { jobOperations } from '../../src/contracts/long-jobs.js'
import { policyOperations } from '../../src/contracts/policies.js'
import { previewOperations } from '../../src/contracts/previews.js'
import { instantOf } from '../../src/domain/instant.js'
import { commandOperations, issuedFindings, MONDAY } from './notice.js'
import { newKey, testServer } from './support.js'

const REASON = '台风停工'
const SOURCE = '市政府办公厅通知'
const off = (date: string) => ({ date, kind: 'holiday', name: '台风' })
/** Five working days from the issue of Monday, 5 September: Tuesday the 13th, for there is Mid-Autumn between. */
const period = {
  deadline: { kind: 'working_days', working_days: 5, counts_from: 'issue', words: '5个工作日内' },
}

async function office(t: Parameters<typeof testServer>[0], units = 2) {
  const server = await testServer(t, { units, clock: instantOf(MONDAY) })
  const { office: of, as } = server
  const admin = as(of.officer('admin'))
  const leader = as(of.officer('office.leader'))
  const create = (more: Record<string, unknown>) =>
    admin(operations.createCalendar, { body: { source: SOURCE, reason: REASON, ...more } })
  const seen = (calendar_version: string) =>
    leader(previewOperations.preview, { body: { calendar_version } })
  const apply = (id: string, if_match: string | null, key = newKey()) =>
    leader(operations.applyCalendar, {
      ...{ params: { id }, body: { reason: REASON }, key },
      if_match: if_match ?? '',
    })

  const work = async (id: string) => {
    while (await recalculateNext(of.worker, id)) continue
    return (await leader(jobOperations.getOperation, { params: { id } })).body
  }
  const findingOf = async (id: string) =>
    (await leader(findingOperations.getFinding, { params: { id } })).body.finding
  return { server, of, as, admin, leader, create, seen, apply, work, findingOf }
}

t.test(
  'a version is made from the one in force, says who and why, and is not in force',
  async (t) => {
    const { of, admin, create } = await office(t)
    const [first] = (await admin(operations.listCalendars)).body.items
    t.match(first, { current: true, source: 'test', created_by: null, applied_at: null })
    const made = await create({ days: [off('2022-09-07'), off('2022-09-08')] })
    t.equal(made.status, 201, made.text)
    t.match(made.body, {
      ...{ current: false, source: SOURCE, reason: REASON, applied_at: null },
      created_by: of.officer('admin').person_id,
    })
    t.equal(made.body.days.find(({ date }) => date === '2022-09-08')?.name, '台风')
    const read = await admin(operations.getCalendar, { params: { id: made.body.id } })
    t.strictSame(read.body, made.body)
    const based = await create({ based_on: made.body.id, days: [off('2022-09-09')] })
    t.equal(based.body.days.filter(({ name }) => name === '台风').length, 3)
    const { items } = (await admin(operations.listCalendars)).body
    t.strictSame(
      items.map(({ id, current }) => [id, current]),
      [
        [based.body.id, false],
        [made.body.id, false],
        [first?.id, true],
      ],
    )
  },
)

t.test('only what the leader confirmed moves, once, with an event and its reason', async (t) => {
  const { server, of, create, seen, apply, work, findingOf, leader } = await office(t)
  const { findings } = await issuedFindings(server, period)
  const [id = ''] = findings
  const { body: version } = await create({ days: [off('2022-09-07')] })
  t.equal((await findingOf(id)).due?.date, '2022-09-13', 'a version moves nothing')
  const shown = await seen(version.id)
  t.match(shown.body, { looked_at: 2, moved: 2, dues_moved: 2, units: 2 })
  t.match(
    shown.body.findings.find((one) => one.id === id),
    {
      due: { from: { date: '2022-09-13' }, to: { date: '2022-09-14' } },
      milestones: { 0: { kind: 'remind', step: 3, to: '2022-09-07T23:30:00.000Z' } },
    },
  )
  t.equal((await findingOf(id)).due?.date, '2022-09-13', 'nor does looking at what it would move')

  const key = newKey()
  const started = await apply(version.id, shown.etag, key)
  t.equal(started.status, 202, started.text)
  t.equal(started.headers.location, `/v1/operations/${started.body.id}`)
  t.strictSame((await apply(version.id, shown.etag, key)).body, started.body, 'sent again')
  t.equal((await apply(version.id, shown.etag)).code, 'ALREADY_RUNNING')
  t.match(await work(started.body.id), { status: 'done', result: { looked_at: 2, moved: 2 } })

  const moved = await findingOf(id)
  t.match(moved.due, { date: '2022-09-14', rule: 'notice_period' })
  t.equal(moved.original_due?.date, '2022-09-13')
  const events = await leader(findingOperations.listFindingEvents, { params: { id } })
  t.match(events.body.items.at(-1), {
    ...{ type: 'recalculated', texts: { reason: REASON } },
    ...{ actor_id: of.officer('office.leader').person_id, actor_role: 'office.leader' },
  })
  const explained = await leader(findingOperations.getFindingDeadline, { params: { id } })
  t.match(explained.body, {
    explanation: { agrees: true, calendar_version: version.id },
    changes: [{ type: 'issued' }, { type: 'recalculated', due: { date: '2022-09-14' } }],
  })
  t.match((await leader(operations.getCalendar, { params: { id: version.id } })).body, {
    ...{ current: true, applied_by: of.officer('office.leader').person_id },
    applied_because: REASON,
  })
  const again = await seen(version.id)
  t.match(again.body, { moved: 0, findings: [] })
  t.equal((await apply(version.id, again.etag)).code, 'NOTHING_TO_CHANGE')
})

t.test('what was seen must be what would move now', async (t) => {
  const { server, create, seen, apply, leader } = await office(t)
  const { body: version } = await create({ days: [off('2022-09-07')] })
  const before = await seen(version.id)
  const words = '2日内'
  const days = { kind: 'calendar_days', calendar_days: 2, counts_from: 'service', words }
  const { findings } = await issuedFindings(server, { deadline: days })
  const late = await apply(version.id, before.etag)
  t.equal(late.code, 'STALE')
  const now = await seen(version.id)
  t.equal(late.etag, now.etag, 'with the tag of what would')
  const [one] = now.body.findings.filter(({ id }) => findings.includes(id))
  t.match(one?.due, { from: { date: '2022-09-07' }, to: { date: '2022-09-08' } }, 'rolls on')
  const told = await leader(findingOperations.getFindingDeadline, {
    params: { id: findings[0] ?? '' },
  })
  t.match(told.body.explanation, { words, calendar_days: 2, hours: null, agrees: true })
  t.equal((await apply(version.id, '"something"')).code, 'STALE')
  const params = { id: version.id }
  const blind = await leader(operations.applyCalendar, { params, body: { reason: REASON } })
  t.equal(blind.code, 'IF_MATCH_REQUIRED')
})

t.test('hours from receipt run from the signature and move with no calendar', async (t) => {
  const { server, as, of, create, seen, findingOf } = await office(t, 1)
  const words = '收到后24小时内'
  const deadline = { kind: 'hours', hours: 24, counts_from: 'receipt', words }
  const { findings } = await issuedFindings(server, { deadline })
  const [id = ''] = findings
  t.equal((await findingOf(id)).due?.date, '2022-09-08', 'as if received at the end of Wednesday')
  const reporter = as(of.member(0, 'unit.reporter'))
  const seen_there = await reporter(findingOperations.getFinding, { params: { id } })
  const signed = { params: { id }, if_match: seen_there.etag }
  t.equal((await reporter(commandOperations.acknowledge, signed)).status, 200)
  const { due } = await findingOf(id)
  t.match(due, { date: '2022-09-06', rule: 'notice_period' })
  const told = await reporter(findingOperations.getFindingDeadline, { params: { id } })
  t.match(told.body.explanation, { words, hours: 24, time: due?.time, agrees: true, skipped: [] })
  t.not(told.body.explanation?.begins ?? null, null)
  const { body: version } = await create({ days: [off('2022-09-06')] })
  t.match((await seen(version.id)).body, { dues_moved: 0 })
})

t.test('a job that was stopped half way is taken up by applying again', async (t) => {
  const { server, of, create, seen, apply, work, findingOf, admin } = await office(t)
  const { findings } = await issuedFindings(server, period)
  const { body: version } = await create({ days: [off('2022-09-07')] })
  const started = await apply(version.id, (await seen(version.id)).etag)
  await admin(jobOperations.cancelOperation, { params: { id: started.body.id }, body: {} })
  t.equal(await recalculateNext(of.worker, started.body.id), false, 'it does nothing any more')
  const left = await seen(version.id)
  t.equal(left.body.moved, 2)
  const again = await apply(version.id, left.etag)
  t.equal(again.status, 202, again.text)
  await Promise.all([work(again.body.id), work(again.body.id)])
  for (const id of findings) t.equal((await findingOf(id)).due?.date, '2022-09-14')
})

t.test('who may do what, and what there is not', async (t) => {
  const { of, as, admin, leader, create, seen } = await office(t)
  const change = { body: { source: SOURCE, reason: REASON, days: [off('2022-09-07')] } }
  t.equal((await leader(operations.createCalendar, change)).code, 'ROLE_NOT_ALLOWED')
  const { body: version } = await create({ days: [off('2022-09-07')] })
  const { etag } = await seen(version.id)
  const apply = { params: { id: version.id }, body: { reason: REASON }, if_match: etag }
  t.equal((await admin(operations.applyCalendar, apply)).code, 'ROLE_NOT_ALLOWED')
  const unit = as(of.member(0))
  t.equal((await unit(operations.listCalendars)).code, 'ROLE_NOT_ALLOWED')
  const body = { calendar_version: version.id }
  t.equal((await unit(previewOperations.preview, { body })).code, 'ROLE_NOT_ALLOWED')
  const nowhere = '00000000-0000-7000-8000-000000000000'
  t.equal((await seen(nowhere)).code, 'UNKNOWN_REFERENCE')
  const missing = { ...apply, params: { id: nowhere } }
  t.equal((await leader(operations.applyCalendar, missing)).code, 'NOT_FOUND')
  t.equal((await leader(operations.getCalendar, { params: { id: nowhere } })).code, 'NOT_FOUND')
  t.equal(
    (await create({ based_on: nowhere, days: [off('2022-09-07')] })).code,
    'UNKNOWN_REFERENCE',
  )
  const same = await create({ days: [{ date: '2022-10-01', kind: 'holiday', name: '国庆节' }] })
  t.equal(same.code, 'NOTHING_TO_CHANGE')
})

t.test('a policy moves nothing: findings keep the one under which they were issued', async (t) => {
  const { server, admin, leader } = await office(t)
  await issuedFindings(server, period)
  const policies = await admin(policyOperations.listPolicies)
  const changed = await admin(policyOperations.changePolicy, {
    ...{ if_match: policies.etag, body: { policy: { review_days: 9 }, reason: REASON } },
  })
  const body = { policy_version: changed.body.id }
  const shown = await leader(previewOperations.preview, { body })
  t.match(shown.body, { looked_at: 2, moved: 0, dues_moved: 0, findings: [] })
})
