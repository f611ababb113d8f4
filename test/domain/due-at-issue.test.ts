import t from 'tap'
import { chinaCalendar } from '../../src/domain/china-calendar.js'
import { dueAtIssue, type NoticeDeadline } from '../../src/domain/due.js'
import { DEFAULT_HOURS, serviceDate } from '../../src/domain/hours.js'
import { dateOf, timeOf } from '../../src/domain/instant.js'
import { DEFAULT_POLICY } from '../../src/domain/policy.js'
import type { Rules } from '../../src/domain/rules.js'
import { instantAt } from '../../src/domain/zone.js'

const RULES: Rules = {
  calendar: chinaCalendar('cn-1', 'Asia/Shanghai'),
  hours: DEFAULT_HOURS,
  policy: DEFAULT_POLICY,
}

type Input = Parameters<typeof dueAtIssue>[1]

/** A finding of an indicator with no window of its own, served on Thursday, 8 September 2022, at ten. */
function issue(changes: Partial<Input> = {}, served = '2022-09-08T10:00', rules = RULES) {
  const [date = '', time = ''] = served.split('T')
  const served_at = instantAt('Asia/Shanghai', dateOf(date), timeOf(time))
  const { due, from_receipt } = dueAtIssue(rules, {
    own: null,
    deadline: null,
    issued_on: dateOf('2022-09-07'),
    served_at,
    service_date: serviceDate(rules.calendar, rules.hours, served_at),
    indicator_id: 'none',
    severity: 'deduction',
    urgent: false,
    repeats: null,
    ...changes,
  })
  return { ...due, ...due.basis, from_receipt }
}

function named(date: string, changes: object = {}): NoticeDeadline {
  const reading = { inclusive: true, day_off: 'roll_on', time: null, ...changes } as const
  return { kind: 'date', date: dateOf(date), words: `${date}前`, ...reading }
}

function period(
  working_days: number,
  counts_from: 'receipt' | 'issue' | 'service',
): NoticeDeadline {
  return { kind: 'working_days', working_days, counts_from, words: `${working_days}个工作日内` }
}

t.test("the notice's date", async (t) => {
  const due = issue({ deadline: named('2022-09-30') })
  t.match(due, {
    at: '2022-09-30T16:00:00.000Z',
    date: '2022-09-30',
    time: null,
    provisional: false,
    rule: 'notice_date',
    from: '2022-09-30',
    working_days: null,
    calendar_version: 'cn-1',
    from_receipt: null,
  })
})

t.test("the notice's date read otherwise", async (t) => {
  const read = (date: string, changes: object) => issue({ deadline: named(date, changes) })
  const noon = { time: timeOf('12:00') }
  const [exclusive, forward] = [{ inclusive: false }, { day_off: 'bring_forward' }]
  t.match(read('2022-09-30', noon), { at: '2022-09-30T04:00:00.000Z', time: '12:00' })
  t.match(read('2022-09-30', exclusive), { at: '2022-09-29T16:00:00.000Z', date: '2022-09-29' })
  t.match(read('2022-10-03', {}), { date: '2022-10-08', from: '2022-10-03' })
  t.match(read('2022-10-03', noon), { at: '2022-10-08T04:00:00.000Z', date: '2022-10-08' })
  t.match(read('2022-10-03', forward), { at: '2022-09-30T16:00:00.000Z', from: '2022-10-03' })
  t.match(read('2022-10-09', {}), { date: '2022-10-09' }, 'a working Sunday stays')
  t.match(read('2027-03-01', {}), { date: '2027-03-01', provisional: true })
})

t.test("the notice's period", async (t) => {
  const due = (...args: Parameters<typeof period>) => issue({ deadline: period(...args) })
  t.match(due(5, 'service'), {
    at: '2022-09-16T16:00:00.000Z',
    rule: 'notice_period',
    from: '2022-09-08',
    working_days: 5,
    from_receipt: null,
  })
  t.match(due(5, 'issue'), { date: '2022-09-15', from: '2022-09-07', from_receipt: null })
  t.match(
    due(5, 'receipt'),
    { date: '2022-09-20', from: '2022-09-13', from_receipt: 5 },
    'as if receipt were deemed 2 working days after service',
  )
  const before_national_day = issue({ deadline: period(5, 'service') }, '2022-09-28T16:00')
  t.match(before_national_day, { date: '2022-10-10', at: '2022-10-10T16:00:00.000Z' })
  const across_the_year = issue({ deadline: period(5, 'service') }, '2026-12-28T10:00')
  t.match(across_the_year, { date: '2027-01-04', provisional: true })
})

t.test('a service after closing counts as the next working day', async (t) => {
  const late = issue({ deadline: period(5, 'service') }, '2022-09-08T17:30')
  t.match(late, { from: '2022-09-09', date: '2022-09-19' })
})

t.test('the earliest of own date, notice and urgent window', async (t) => {
  const own = (date: string, time: string | null = null) => ({
    own: { date: dateOf(date), time: time === null ? null : timeOf(time) },
  })
  const deadline = named('2022-09-30')
  t.match(issue({ ...own('2022-09-20'), deadline }), { rule: 'finding_date', date: '2022-09-20' })
  t.match(issue({ ...own('2022-10-20'), deadline }), { rule: 'notice_date', date: '2022-09-30' })
  t.match(issue({ ...own('2022-09-30'), deadline }), { rule: 'finding_date' }, 'a tie: its own')
  t.match(issue({ ...own('2022-09-30', '12:00'), deadline }), { time: '12:00' })
  t.match(issue(own('2022-09-10')), { date: '2022-09-13', from: '2022-09-10' }, 'rolls on')
  const urgent = issue({ ...own('2022-09-20'), deadline, urgent: true }, '2022-09-10T23:30')
  t.match(urgent, {
    rule: 'urgent_takedown',
    at: '2022-09-10T17:30:00.000Z',
    date: '2022-09-11',
    time: '01:30',
    from: '2022-09-10',
    working_days: null,
    provisional: false,
  })
  const sooner = issue({ ...own('2022-09-08', '11:00'), urgent: true })
  t.match(sooner, { rule: 'finding_date', time: '11:00' }, 'urgent, but its own date is sooner')
  const both = issue({ ...own('2022-09-15'), deadline: period(5, 'receipt') })
  t.match(both, { rule: 'finding_date', from_receipt: 5 }, 'signing may still move it earlier')
})

t.test('windows apply only where none of these is set', async (t) => {
  const indicator_id = 'WD-05'
  const alone = issue({ indicator_id })
  t.match(alone, { rule: 'indicator_window', date: '2022-09-16', working_days: 5 })
  const capped = issue({ indicator_id, deadline: named('2022-09-30') })
  t.match(capped, { rule: 'notice_date', date: '2022-09-30' }, 'a shorter window does not count')
  const urgent = issue({ indicator_id: 'WV-1.1', urgent: true })
  t.match(urgent, { rule: 'urgent_takedown', date: '2022-09-08', time: '12:00' })
  t.match(issue({ indicator_id: 'WV-1.1' }), { rule: 'indicator_window', date: '2022-09-09' })
})

t.test("the notice's calendar days run over days off and roll on from one", async (t) => {
  const due = (calendar_days: number, counts_from: 'receipt' | 'issue' | 'service') =>
    issue({ deadline: { kind: 'calendar_days', calendar_days, counts_from, words: '日内' } })
  const month = { rule: 'notice_period', calendar_days: 30, working_days: null, time: null }
  t.match(due(30, 'service'), { ...month, from: '2022-09-08', date: '2022-10-08' })
  t.match(due(23, 'service'), { date: '2022-10-08', calendar_days: 23 }, 'from 1 October')
  t.match(due(30, 'issue'), {
    ...month,
    from: '2022-09-07',
    date: '2022-10-08',
    from_receipt: null,
  })
  const from_receipt = { calendar_days: 15 }
  t.match(due(15, 'receipt'), { from: '2022-09-13', date: '2022-09-28', from_receipt }, 'as deemed')
  t.match(due(120, 'service'), { date: '2023-01-06', provisional: false })
  const late = { kind: 'calendar_days', counts_from: 'service', words: '' } as const
  const over = issue({ deadline: { ...late, calendar_days: 5 } }, '2026-12-30T10:00')
  t.match(over, { date: '2027-01-04', provisional: true }, 'rests on a year not arranged yet')
})

t.test("the notice's hours run by the clock from a service in working hours", async (t) => {
  const due = (hours: number, served: string, counts_from: 'receipt' | 'service' = 'service') =>
    issue({ deadline: { kind: 'hours', hours, counts_from, words: '小时内' } }, served)
  const day = { rule: 'notice_period', hours: 24, working_days: null, calendar_days: null }
  const friday = { ...day, at: '2022-09-10T02:00:00.000Z', date: '2022-09-10', time: '10:00' }
  t.match(due(24, '2022-09-09T10:00'), { ...friday, from: '2022-09-09', provisional: false })
  t.match(due(14, '2022-09-08T10:00'), { date: '2022-09-08', time: null }, 'midnight is 24:00')
  t.match(due(2, '2022-09-08T12:30'), { time: '14:30' }, 'nothing stops at noon')
  t.match(due(2, '2022-09-08T07:00'), { date: '2022-09-08', time: '11:00' }, 'from the opening')
  t.match(due(2, '2022-09-09T17:30'), { from: '2022-09-13', date: '2022-09-13', time: '11:00' })
  t.match(due(24, '2022-09-08T10:00', 'receipt'), {
    ...{ from: '2022-09-13', date: '2022-09-14', time: null, from_receipt: { hours: 24 } },
  })
  const year_end = { from: '2026-12-31', provisional: false }
  t.match(due(24, '2026-12-29T10:00', 'receipt'), year_end, 'deemed while the year was known')
  t.match(due(2, '2026-12-31T17:00'), { provisional: false }, 'whatever the days after it are')
  t.match(due(2, '2026-12-31T18:00'), { date: '2027-01-01', provisional: true })
})

t.test('what the public reported has three working days, whatever is set for later', async (t) => {
  const reported = { public_report: true } as const
  const due = { rule: 'public_report_window', from: '2022-09-08', working_days: 3 }
  t.match(issue(reported), { ...due, date: '2022-09-14' }, 'over 中秋节')
  t.match(issue({ ...reported, indicator_id: 'WD-22' }), due, 'the indicator has thirty days')
  const late = issue({ ...reported, deadline: named('2022-09-30') })
  t.match(late, { ...due, date: '2022-09-14' })
  const early = issue({ ...reported, deadline: named('2022-09-09') })
  t.match(early, { rule: 'notice_date', date: '2022-09-09' })
  t.match(issue({ ...reported, urgent: true }), { rule: 'urgent_takedown' })
  const policy = { ...DEFAULT_POLICY, public_report_days: 1 }
  const rules = { ...RULES, policy }
  t.match(issue(reported, '2022-09-08T10:00', rules), { date: '2022-09-09', working_days: 1 })
})

t.test('a window of calendar days rolls on', async (t) => {
  const due = issue({ indicator_id: 'WD-22' }, '2022-09-08T10:00')
  t.match(due, { rule: 'indicator_window', from: '2022-09-08', date: '2022-10-08' })
  const rolled = issue({ indicator_id: 'WD-22' }, '2022-09-05T10:00')
  t.match(rolled, { from: '2022-09-05', date: '2022-10-08', calendar_days: 30 })
})

t.test('without an indicator the severity, else the default', async (t) => {
  t.match(issue(), { rule: 'default_window', working_days: 10, date: '2022-09-23' })
  t.match(issue({ indicator_id: 'WB-1' }), { rule: 'default_window' }, 'an indicator without one')
  const policy = { ...DEFAULT_POLICY, severity_windows: { veto: 3 }, default_window_days: 7 }
  const rules = { ...RULES, policy }
  const veto = issue({ severity: 'veto' }, '2022-09-08T10:00', rules)
  t.match(veto, { rule: 'severity_window', working_days: 3, date: '2022-09-14' })
  t.match(issue({}, '2022-09-08T10:00', rules), { rule: 'default_window', working_days: 7 })
  const known = issue({ severity: 'veto', indicator_id: 'WD-05' }, '2022-09-08T10:00', rules)
  t.match(known, { rule: 'indicator_window' }, 'the indicator comes first')
})
