import t from 'tap'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { policyOperations as operations } from '../../src/contracts/policies.js'
import { instantOf } from '../../src/domain/instant.js'
import { DEFAULT_POLICY } from '../../src/domain/policy.js'
import { issuedFindings, line, MONDAY } from './notice.js'
import { type Send, testServer } from './support.js'

const REASON = '本市办法另有规定'

async function office(t: Parameters<typeof testServer>[0]) {
  const server = await testServer(t, { units: 1, clock: instantOf(MONDAY) })
  const { office, as } = server
  const admin = as(office.officer('admin'))
  const tag = async () => (await admin(operations.listPolicies)).etag
  const change = async (policy: object, if_match?: string) =>
    admin(operations.changePolicy, {
      ...{ body: { policy, reason: REASON }, if_match: if_match ?? (await tag()) ?? '' },
    })
  return { server, as, office, admin, tag, change, reader: as(office.officer('auditor')) }
}

t.test('a new version says who decided on it and why; the old ones stay', async (t) => {
  const { office: of, reader, change, tag } = await office(t)
  const before = (await reader(operations.listPolicies)).body.items
  t.match(before, [{ current: true, created_by: null, reason: null }])
  t.strictSame(before[0]?.policy, DEFAULT_POLICY)
  const told = await change({ review_days: 5, lookback: { days: [60], after_cycle: null } })
  t.equal(told.status, 201)
  t.match(told.body, {
    ...{ current: true, reason: REASON, created_by: of.officer('admin').person_id },
    policy: { review_days: 5, close_days: 2, lookback: { days: [60], after_cycle: null } },
  })
  t.equal(told.etag, await tag())
  const after = (await reader(operations.listPolicies)).body.items
  t.strictSame(
    after.map(({ id, current }) => [id, current]),
    [
      [told.body.id, true],
      [before[0]?.id, false],
    ],
  )
})

t.test('findings keep the policy under which they were issued', async (t) => {
  const { server, as, office: of, change } = await office(t)
  const reviewer = as(of.officer('office.reviewer'))
  const severe = { deadline: null, findings: [line(of.units[0] ?? '')] }
  const [first = ''] = (await issuedFindings(server, severe)).findings
  await change({ default_window_days: 4 })
  const [second = ''] = (await issuedFindings(server, severe)).findings
  const due = async (id: string) =>
    (await reviewer(findingOperations.getFinding, { params: { id } })).body.finding.due?.date
  t.equal(await due(first), '2022-09-20', 'ten working days over the Mid-Autumn days')
  t.equal(await due(second), '2022-09-09', 'four')
})

t.test('what makes no sense is refused, field by field, and nothing is changed', async (t) => {
  const { change, tag } = await office(t)
  const before = await tag()
  const wrong: [object, string, string][] = [
    [{ rung_offsets: [1, 3, 3, 10, 15] }, '/policy/rung_offsets', 'OUT_OF_RANGE'],
    [{ rung_offsets: [3, 1, 5, 10, 15] }, '/policy/rung_offsets', 'OUT_OF_RANGE'],
    [{ rung_offsets: [0, 3, 5, 10, 15] }, '/policy/rung_offsets/0', 'OUT_OF_RANGE'],
    [{ reminder_offsets: [0, -1] }, '/policy/reminder_offsets', 'OUT_OF_RANGE'],
    [{ reminder_offsets: [1] }, '/policy/reminder_offsets/0', 'OUT_OF_RANGE'],
    [{ lookback: { days: [90, 30], after_cycle: 3 } }, '/policy/lookback/days', 'OUT_OF_RANGE'],
    [{ review_days: 1.5 }, '/policy/review_days', 'WRONG_TYPE'],
    [{ stamped_report: 'maybe' }, '/policy/stamped_report', 'NOT_IN_LIST'],
    [{ patience: 3 }, '/policy/patience', 'UNKNOWN_FIELD'],
  ]
  for (const [policy, pointer, code] of wrong) {
    const told = await change(policy)
    t.equal(told.code, 'VALIDATION_FAILED', pointer)
    t.match(told.problem.errors, [{ pointer, code }])
  }
  t.equal((await change({ review_days: 3 })).code, 'NOTHING_TO_CHANGE')
  t.equal((await change({})).code, 'NOTHING_TO_CHANGE')
  t.equal(await tag(), before)
})

t.test('the administrator decides, on what is in force; of two at once one is stale', async (t) => {
  const { office: of, as, change, tag } = await office(t)
  const seen = await tag()
  const leader: Send = as(of.officer('office.leader'))
  const body = { policy: { review_days: 5 }, reason: REASON }
  const denied = await leader(operations.changePolicy, { body, if_match: seen })
  t.equal(denied.code, 'ROLE_NOT_ALLOWED')
  t.equal((await as(of.member(0))(operations.listPolicies)).code, 'ROLE_NOT_ALLOWED')
  const both = await Promise.all([
    change({ review_days: 5 }, seen ?? ''),
    change({ review_days: 6 }, seen ?? ''),
  ])
  const told = both.map(({ status }) => status)
  t.strictSame(
    told.toSorted((a, b) => a - b),
    [201, 412],
  )
  t.equal((await change({ review_days: 7 }, seen ?? '')).code, 'STALE')
})
