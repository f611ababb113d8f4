import t from 'tap'
import type { Line } from '../../../src/domain/commands.js'
import { timeOf } from '../../../src/domain/instant.js'
import type { DraftLine, NoticeHead } from '../../../src/domain/notice/draft.js'
import { planIssue } from '../../../src/domain/notice/plan-issue.js'
import { handler, leader, reviewer, signedBy } from '../../helpers/domain/people.js'
import { day, local, rulesWith } from '../../helpers/domain/world.js'
import { CONTEXT, HEAD, line } from './sample.js'

/** The due of the only line of a notice, as an instant. */
function dueOf(head: Partial<NoticeHead>, draft: DraftLine = line(1), context = CONTEXT) {
  const { issued, problems } = planIssue({ ...HEAD, ...head }, [draft], context)
  return issued[0]?.situation.finding.due?.at ?? problems
}

t.test('a good notice: every line issued, with its events and milestones', async (t) => {
  const plan = planIssue(HEAD, [line(1), line(2)], CONTEXT)
  t.strictSame(plan.problems, [])
  t.equal(plan.service_date, '2026-03-02')
  t.equal(plan.issued.length, 2)
  for (const { situation, events } of plan.issued) {
    t.match(events, [{ type: 'issued', actor: { role: 'office.leader' } }])
    t.match(situation.finding, { state: 'notified', tenure: 1, policy_version: 'p1' })
    t.ok(situation.milestones.some((row) => row.kind === 'fall_due'))
  }
  const none = { number: null }
  t.strictSame(planIssue({ ...HEAD, ...none }, [line(1)], CONTEXT).problems, [], '无文号')
})

t.test('what is issued is recorded whole, what the draft leaves open by default', async (t) => {
  const [, given] = planIssue(
    HEAD,
    [line(1), line(2, { asset_id: 'site', handling: 'sensitive', severity: 'major' })],
    CONTEXT,
  ).issued
  const data = {
    ...{ served_at: CONTEXT.now, service_date: '2026-03-02', due_from_receipt: null },
    policy_version: 'p1',
  }
  const codes = { indicator_id: 'WV-1.5', urgent: false }
  const [first] = planIssue(HEAD, [line(1)], CONTEXT).issued
  t.match(first?.events[0]?.data, {
    ...data,
    line: { ...codes, unit_id: 'unit 1', asset_id: null, severity: 'veto', handling: 'normal' },
    due: { date: '2026-03-05' },
  })
  t.match(given?.events[0]?.data, {
    ...data,
    line: {
      ...codes,
      unit_id: 'unit 2',
      asset_id: 'site',
      severity: 'major',
      handling: 'sensitive',
    },
  })
})

t.test('every bad line is named with what is wrong with it', async (t) => {
  const drafts = [
    line(1),
    line(2, { unit_id: '' }),
    line(3, { indicator_id: 'XX-99' }),
    line(4, {}, { severity_confirmed: false }),
    line(5, {}, { unit: { id: 'u', name: '某局', open: false, reachable: true } }),
    line(6, {}, { problem: ' ' }),
    line(7, { indicator_id: '' }),
    line(8, { handling: 'offline' }),
    line(9, {}, { own_due: { date: day('2026-02-27'), time: null } }),
    line(10, { handling: 'offline' }, { problem: '' }),
    line(11, {}, { line: { unit_id: 'unit 11', indicator_id: 'WV-1.5' } }),
    line(12, {}, { unit: null }),
  ]
  const { problems, issued } = planIssue(HEAD, drafts, CONTEXT)
  t.strictSame(problems.map(({ line, code, field }) => `${line} ${code} ${field}`).toSorted(), [
    '11 FIELD_REQUIRED /severity',
    '12 UNIT_CLOSED /unit_id',
    '2 UNIT_REQUIRED /unit_id',
    '3 UNKNOWN_INDICATOR /indicator_id',
    '4 SEVERITY_UNCONFIRMED /severity_confirmed',
    '5 UNIT_CLOSED /unit_id',
    '6 FIELD_REQUIRED /problem',
    '7 FIELD_REQUIRED /indicator_id',
    '8 OFFLINE_ONLY /problem',
    '9 DUE_NOT_ALLOWED /deadline',
  ])
  t.ok(
    issued.some(({ draft }) => draft.finding.number === 10),
    'offline, and without a word',
  )
})

t.test('a notice wants title, signer, date, a line, and the leader', async (t) => {
  const wrong = (head: Partial<NoticeHead>, context = CONTEXT) =>
    planIssue({ ...HEAD, ...head }, [line(1)], context)
      .problems.filter((problem) => problem.line === null)
      .map(({ code, field }) => `${code} ${field}`)
  t.strictSame(wrong({ title: ' ' }), ['FIELD_REQUIRED /title'])
  t.strictSame(wrong({ signer_id: null }), ['FIELD_REQUIRED /signer_id'])
  t.strictSame(wrong({ issued_on: null }), ['FIELD_REQUIRED /issued_on'])
  t.strictSame(wrong({ issued_on: day('2026-03-03') }), ['FUTURE_DATE /issued_on'])
  const empty = { line: null, code: 'FIELD_REQUIRED', field: '/findings' }
  t.strictSame(planIssue(HEAD, [], CONTEXT).problems, [empty])
  t.strictSame(wrong({}, { ...CONTEXT, actor: reviewer }), ['ROLE_NOT_ALLOWED '])
  t.strictSame(wrong({}, { ...CONTEXT, actor: handler, paper: signedBy(leader) }), [])
})

t.test('whoever may not issue is told so once, and what a leader would do', async (t) => {
  const tried = { ...CONTEXT, actor: handler }
  const drafts = [line(1), line(2, {}, { severity_confirmed: false }), line(3)]
  const { problems, issued } = planIssue(HEAD, drafts, tried)
  t.strictSame(problems, [
    { line: null, code: 'ROLE_NOT_ALLOWED', field: '' },
    { line: 2, code: 'SEVERITY_UNCONFIRMED', field: '/severity_confirmed' },
  ])
  t.strictSame(
    issued.map(({ situation }) => situation.finding.due),
    planIssue(HEAD, [line(1), line(3)], CONTEXT).issued.map((one) => one.situation.finding.due),
  )
})

t.test('a line marked not dispatched is neither issued nor asked for anything', async (t) => {
  const collective = line(2, { unit_id: '', indicator_id: '' }, { dispatched: false, problem: '' })
  const plan = planIssue(HEAD, [line(1), collective], CONTEXT)
  t.strictSame(plan.problems, [])
  t.strictSame(
    plan.issued.map(({ draft }) => draft.finding.number),
    [1],
  )
  t.match(planIssue(HEAD, [collective], CONTEXT).problems, [{ field: '/findings' }])
})

t.test(
  'the earliest of own date, notice and urgent window; else indicator, else policy',
  async (t) => {
    const date = { kind: 'date', date: day('2026-03-12'), time: null, words: '3月12日前' } as const
    const notice = { deadline: { ...date, inclusive: true, day_off: 'roll_on' } } as const
    const own = (text: string) => line(1, {}, { own_due: { date: day(text), time: null } })
    t.equal(dueOf(notice), local('2026-03-13 00:00'))
    t.equal(dueOf(notice, own('2026-03-10')), local('2026-03-11 00:00'), 'own is earlier')
    t.equal(dueOf(notice, own('2026-03-20')), local('2026-03-13 00:00'), 'the notice caps it')
    t.equal(dueOf(notice, line(1, { urgent: true })), local('2026-03-02 12:00'))
    t.equal(dueOf({}), local('2026-03-06 00:00'), 'WV-1.5: three working days')
    t.equal(dueOf({}, line(1, { indicator_id: 'none' })), local('2026-03-17 00:00'), 'ten')
    const noon = { deadline: { ...notice.deadline, time: timeOf('12:00') } }
    t.equal(dueOf(noon), local('2026-03-12 12:00'))
  },
)

t.test('the catalogue says what is urgent, whoever forgot to', async (t) => {
  for (const indicator_id of ['WV-1.1', 'WV-1.2', 'WV-1.3', 'WV-1.4', 'NV-1.1', 'LC-01']) {
    const { issued } = planIssue(HEAD, [line(1, { indicator_id, urgent: false })], CONTEXT)
    t.match(issued[0]?.situation.finding, {
      urgent: true,
      due: { at: local('2026-03-02 12:00'), basis: { rule: 'urgent_takedown' } },
    })
  }
})

t.test('periods: from service, from the date of issue, from receipt', async (t) => {
  const period = (counts_from: 'service' | 'issue' | 'receipt', words = '5个工作日内') => ({
    deadline: { kind: 'working_days', working_days: 5, counts_from, words } as const,
  })
  // Served on Friday the 6th at 18:00, which counts as Monday the 9th's.
  const friday = { ...CONTEXT, now: local('2026-03-06 18:00') }
  t.equal(dueOf(period('service'), line(1), friday), local('2026-03-17 00:00'))
  t.equal(dueOf(period('issue'), line(1), friday), local('2026-03-10 00:00'), 'from the 2nd')
  t.equal(
    dueOf(period('receipt'), line(1), friday),
    local('2026-03-19 00:00'),
    'deemed on the 11th',
  )
  const { issued } = planIssue({ ...HEAD, ...period('receipt') }, [line(1)], friday)
  t.equal(issued[0]?.situation.finding.due_from_receipt, 5)
})

t.test('doubts are shown and stop nobody', async (t) => {
  const drafts = [
    line(1, {}, { own_due: { date: day('2026-03-08'), time: null } }),
    line(2, {}, { unit: { id: 'unit 2', name: '某局', open: true, reachable: false } }),
    line(3, { unit_id: 'u', asset_id: 'a' }, { problem: '同一问题' }),
    line(4, { unit_id: 'u', asset_id: 'a' }, { problem: '同一问题 ' }),
    line(5, { indicator_id: 'none' }),
    line(6),
  ]
  const saturday = { ...CONTEXT, now: local('2026-03-07 10:00') }
  const { doubts, problems } = planIssue(HEAD, drafts, saturday)
  t.strictSame(problems, [])
  t.strictSame(
    doubts.map(({ line, kind }) => `${line} ${kind}`),
    [
      'null outside_hours',
      '1 due_on_day_off',
      '2 unit_unreachable',
      '3 same_problem_twice',
      '4 same_problem_twice',
      '5 no_indicator',
    ],
  )
})

t.test('only the same unit, asset, indicator and words are the same problem', async (t) => {
  const same = { unit_id: 'u', asset_id: 'a', indicator_id: 'WV-1.5' }
  const doubts = (other: Partial<Line>, problem = '同一问题') => {
    const pair = [
      line(1, same, { problem: '同一问题' }),
      line(2, { ...same, ...other }, { problem }),
    ]
    return planIssue(HEAD, pair, CONTEXT).doubts.map(({ line, kind }) => `${line} ${kind}`)
  }
  t.strictSame(doubts({}), ['1 same_problem_twice', '2 same_problem_twice'])
  t.strictSame(doubts({ unit_id: 'v' }), [])
  t.strictSame(doubts({ asset_id: 'b' }), [])
  t.strictSame(doubts({ indicator_id: 'WD-04' }), [])
  t.strictSame(doubts({}, '另一问题'), [])
})

t.test('the hour is doubted only where service counts as a later day', async (t) => {
  const doubted = (wall: string) =>
    planIssue(HEAD, [line(1)], { ...CONTEXT, now: local(wall) }).doubts.length === 1
  t.strictSame(
    ['08:00', '12:30', '17:29', '17:30'].map((time) => doubted(`2026-03-06 ${time}`)),
    [false, false, false, true],
  )
})

t.test('doubts about the deadline: a day off, and a year not yet announced', async (t) => {
  const words = '3月8日前'
  const deadline = { kind: 'date', date: day('2026-03-08'), time: null, words } as const
  const sunday = {
    ...HEAD,
    deadline: { ...deadline, inclusive: true, day_off: 'roll_on' as const },
  }
  const off = { line: null, kind: 'due_on_day_off' }
  t.strictSame(planIssue(sunday, [line(1)], CONTEXT).doubts, [off])
  const hours = { kind: 'hours', hours: 24, counts_from: 'service', words: '24小时内' } as const
  const friday = { ...CONTEXT, now: local('2026-03-06 10:00') }
  const ends = planIssue({ ...HEAD, deadline: hours }, [line(1), line(2)], friday).doubts
  const asked = ends.filter(({ kind }) => kind === 'due_on_day_off')
  t.strictSame(asked, [off], 'a Saturday at ten, once for all lines')
  const december = { ...CONTEXT, now: local('2026-12-30 10:00') }
  t.match(planIssue(HEAD, [line(1)], december).doubts, [{ line: 1, kind: 'due_provisional' }])
})

t.test('by a signed paper the handler acts, and a severity has its own window', async (t) => {
  const paper = signedBy(leader)
  const { issued } = planIssue(HEAD, [line(1)], { ...CONTEXT, actor: handler, paper })
  t.match(issued[0]?.events[0]?.actor, { person_id: 'handler', signed_paper_id: paper.id })
  const rules = rulesWith({ severity_windows: { major: 4 } })
  const major = line(1, { indicator_id: 'none', severity: 'major' })
  t.equal(dueOf({}, major, { ...CONTEXT, rules }), local('2026-03-07 00:00'))
})
