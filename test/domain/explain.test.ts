import fc from 'fast-check'
import t from 'tap'
import { CATALOGUE } from '../../src/domain/catalogue.js'
import { chinaCalendar } from '../../src/domain/china-calendar.js'
import { READINGS, USUAL_READING } from '../../src/domain/date-reading.js'
import {
  dueAfterReturn,
  dueAfterTakedown,
  dueAtIssue,
  dueOfDate,
  dueOnReopen,
  urgentDue,
} from '../../src/domain/due.js'
import { dueFromReceipt, dueOnReceipt } from '../../src/domain/due-of-period.js'
import { explainDue } from '../../src/domain/explain.js'
import type { Due } from '../../src/domain/finding.js'
import { DEFAULT_HOURS, serviceDate } from '../../src/domain/hours.js'
import { dateOf, fromEpoch, plusDays, plusMs, timeOf } from '../../src/domain/instant.js'
import { DEFAULT_POLICY } from '../../src/domain/policy.js'
import type { Rules } from '../../src/domain/rules.js'
import { SEVERITIES } from '../../src/domain/vocabulary.js'
import { localDateOf } from '../../src/domain/zone.js'
import { periods } from '../helpers/domain/walked-days.js'

const RULES: Rules = {
  calendar: chinaCalendar('cn-1', 'Asia/Shanghai'),
  hours: DEFAULT_HOURS,
  policy: {
    ...DEFAULT_POLICY,
    severity_windows: { veto: 3 },
    repeat_windows: { problem: 2, kind: 8 },
  },
}

t.test('five working days over the National Day', async (t) => {
  const due = dueFromReceipt(RULES, 5, dateOf('2022-09-28'))
  const told = explainDue(RULES, due, '收到之日起5个工作日内')
  t.same(told.skipped[0], { date: '2022-10-01', why: '国庆节' })
  t.equal(told.skipped.length, 7)
  t.same(
    told.adjusted.map(({ date }) => date),
    ['2022-10-08', '2022-10-09'],
  )
  t.match(told, {
    rule: 'notice_period',
    words: '收到之日起5个工作日内',
    from: '2022-09-28',
    working_days: 5,
    calendar_version: 'cn-1',
    provisional: false,
    date: '2022-10-10',
    time: null,
    at: '2022-10-10T16:00:00.000Z',
    recomputed_at: '2022-10-10T16:00:00.000Z',
    agrees: true,
  })
})

t.test('a named date names only the days it was moved over', async (t) => {
  const read = (date: string, index: number) => {
    const reading = READINGS[index] ?? USUAL_READING
    const due = dueOfDate(RULES, dateOf(date), null, 'notice_date', reading)
    const { skipped, adjusted, agrees } = explainDue(RULES, due, null)
    return { agrees, adjusted: adjusted.length, skipped: skipped.map((day) => day.date.slice(5)) }
  }
  t.same(read('2022-09-30', 0), { agrees: true, adjusted: 0, skipped: [] })
  const rolled = ['10-05', '10-06', '10-07']
  t.same(read('2022-10-05', 0), { agrees: true, adjusted: 1, skipped: rolled })
  t.same(read('2022-10-05', 2), { agrees: true, adjusted: 0, skipped: rolled })
  const forward = ['10-01', '10-02', '10-03']
  t.same(read('2022-10-03', 1), { agrees: true, adjusted: 0, skipped: forward })
  t.same(read('2022-09-30', 2), { agrees: true, adjusted: 0, skipped: [] })
})

t.test('a due that does not follow from its basis', async (t) => {
  const due = dueFromReceipt(RULES, 5, dateOf('2022-09-28'))
  const moved: Due = { ...due, at: plusMs(due.at, 86_400_000), date: plusDays(due.date, 1) }
  t.match(explainDue(RULES, moved, null), { agrees: false, recomputed_at: due.at, at: moved.at })
  const far = { ...due, date: dateOf('9998-12-31') }
  t.match(explainDue(RULES, far, null), { agrees: false }, 'however far off')
  const shown = { ...due, date: plusDays(due.date, 1) }
  t.match(explainDue(RULES, shown, null), { agrees: false }, 'the day shown is not its instant')
  const named = dueOfDate(RULES, dateOf('2022-09-30'), null, 'finding_date')
  const off = { ...named, at: plusMs(named.at, -1) }
  t.match(explainDue(RULES, off, null), { agrees: false, recomputed_at: named.at })
  const timed = dueOfDate(RULES, dateOf('2022-09-30'), timeOf('12:00'), 'notice_date')
  t.match(explainDue(RULES, { ...timed, time: timeOf('13:00') }, null), { agrees: false })
  const calendar_days = dueOnReopen(RULES, plusMs(due.at, -1), {
    indicator_id: 'WD-22',
    severity: 'veto',
    urgent: false,
  })
  const early = plusDays(calendar_days.date, -1)
  const brought = { ...calendar_days, at: plusMs(calendar_days.at, -86_400_000), date: early }
  t.match(explainDue(RULES, brought, null), { agrees: false }, 'nobody named it exclusively')
})

t.test('a window of calendar days shows where it began and how many they were', async (t) => {
  const line = { indicator_id: 'WD-22', severity: 'veto', urgent: false } as const
  const due = dueOnReopen(RULES, dueOfDate(RULES, dateOf('2022-09-02'), null, 'kept').at, line)
  const { from, calendar_days, date, agrees } = explainDue(RULES, due, null)
  t.ok(agrees)
  t.equal(from, '2022-09-03')
  t.ok(calendar_days !== null && plusDays(from, calendar_days) <= date)
})

t.test('hours of a notice are explained by what they ran from', async (t) => {
  const received = dueOfDate(RULES, dateOf('2022-09-30'), timeOf('16:30'), 'kept').at
  const receipt = { served_at: received, received_at: received, only_day: false }
  const due = dueOnReceipt(RULES, { hours: 24 }, receipt)
  const told = explainDue(RULES, due, '收到后24小时内')
  t.match(told, { rule: 'notice_period', words: '收到后24小时内', hours: 24, agrees: true })
  t.match(told, { from: '2022-09-30', date: '2022-10-01', time: '16:30', working_days: null })
  t.equal(told.begins, received)
  t.strictSame(told.skipped, [], 'they run through a holiday')
  const later = { ...due, at: plusMs(due.at, 3_600_000), time: timeOf('17:30') }
  t.match(explainDue(RULES, later, null), { agrees: false, recomputed_at: due.at })
  t.match(explainDue(RULES, urgentDue(RULES, received), null), { hours: 2, begins: null })
})

t.test('a calendar that changed meanwhile', async (t) => {
  const due = dueFromReceipt(RULES, 5, dateOf('2022-09-28'))
  const extra = [dateOf('2022-10-10'), { kind: 'holiday', name: '全市停电' }] as const
  const exceptions = new Map([...RULES.calendar.exceptions, extra])
  const calendar = { ...RULES.calendar, version: 'cn-2', exceptions }
  const told = explainDue({ ...RULES, calendar }, due, null)
  t.match(told, { agrees: false, recomputed_at: '2022-10-11T16:00:00.000Z' })
  t.equal(told.calendar_version, 'cn-1', 'the version it came from')
})

t.test('an urgent take-down lies within the hours of its day of service', async (t) => {
  const served = dueOfDate(RULES, dateOf('2022-09-30'), timeOf('23:30'), 'notice_date').at
  const due = urgentDue(RULES, served)
  const told = explainDue(RULES, due, null)
  t.match(told, { agrees: true, date: '2022-10-01' })
  t.strictSame(told.skipped, [])
  t.match(explainDue(RULES, { ...due, time: timeOf('01:31') }, null), { agrees: false }, 'as shown')
  const later = { ...due, basis: { ...due.basis, from: dateOf('2022-09-29') } }
  t.match(explainDue(RULES, later, null), {
    agrees: false,
    recomputed_at: '2022-09-29T17:59:59.999Z',
  })
  const sooner = { ...due, basis: { ...due.basis, from: dateOf('2022-10-01') } }
  t.match(explainDue(RULES, sooner, null), {
    agrees: false,
    recomputed_at: '2022-09-30T18:00:00.000Z',
  })
})

const instants = fc
  .integer({ min: Date.UTC(2021, 0, 1), max: Date.UTC(2026, 11, 31) })
  .map(fromEpoch)
const days = instants.map((at) => localDateOf('Asia/Shanghai', at))
const times = fc.constantFrom(null, timeOf('12:00'), timeOf('00:00'), timeOf('17:30'))
const counts = fc.integer({ min: 0, max: 30 })
const named = fc.record({ date: days, time: times })
const deadlines = fc.oneof(
  fc.constant(null),
  fc
    .tuple(named, fc.constantFrom(...READINGS))
    .map(([date, reading]) => ({ kind: 'date' as const, words: '', ...date, ...reading })),
  periods,
)
const indicators = fc.constantFrom('none', ...CATALOGUE.map(({ id }) => id))
const severities = fc.constantFrom(...SEVERITIES)
const issued = fc
  .record({
    own: fc.option(named),
    deadline: deadlines,
    issued_on: days,
    served_at: instants,
    indicator_id: indicators,
    severity: severities,
    urgent: fc.boolean(),
    public_report: fc.boolean(),
    repeats: fc.constantFrom(
      null,
      { problem: ['earlier'], kind: [] },
      { problem: [], kind: ['earlier'] },
    ),
  })
  .map((input) => {
    const service_date = serviceDate(RULES.calendar, RULES.hours, input.served_at)
    return dueAtIssue(RULES, { ...input, service_date }).due
  })
const afterTakedown = issued.filter(({ basis }) => basis.rule !== 'urgent_takedown')
const dues: fc.Arbitrary<Due> = fc.oneof(
  issued,
  fc.tuple(counts, days).map(([count, day]) => dueFromReceipt(RULES, count, day)),
  fc
    .tuple(
      ...[counts, instants, fc.constantFrom('calendar_days', 'hours')],
      ...[fc.integer({ min: 0, max: 72 }), fc.boolean()],
    )
    .map(([n, served_at, unit, since, only_day]) => {
      const receipt = { served_at, received_at: plusMs(served_at, since * 3_600_000), only_day }
      return dueOnReceipt(RULES, unit === 'hours' ? { hours: n } : { calendar_days: n }, receipt)
    }),
  instants.map((served_at) => {
    const service_date = serviceDate(RULES.calendar, RULES.hours, served_at)
    return dueAfterTakedown(RULES, { served_at, service_date })
  }),
  instants.map((at) => urgentDue(RULES, at)),
  fc
    .tuple(instants, indicators, severities, fc.boolean())
    .map(([at, indicator_id, severity, urgent]) =>
      dueOnReopen(RULES, at, { indicator_id, severity, urgent }),
    ),
  // A take-down is never kept: a return comes after service, and its window ends days after these hours.
  fc
    .tuple(afterTakedown, fc.integer({ min: 0, max: 40 }), fc.constantFrom('substantive', 'formal'))
    .map(([due, before, kind]) => {
      return dueAfterReturn(RULES, plusMs(due.at, -before * 43_200_000), kind, due)
    }),
)

t.test('every due the rules make agrees with its explanation', async (t) => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(dues, (due) => {
      const told = explainDue(RULES, due, null)
      seen.add(told.rule)
      return told.agrees && told.recomputed_at === due.at && told.provisional === due.provisional
    }),
    { numRuns: 10_000, seed: 733 },
  )
  t.same([...seen].toSorted(), [
    'default_window',
    'finding_date',
    'indicator_window',
    'kept',
    'notice_date',
    'notice_period',
    'public_report_window',
    'repeat_window',
    'return_window',
    'severity_window',
    'urgent_report',
    'urgent_takedown',
  ])
})

t.test(
  'nothing was moved: an urgent item on a day off, a working Saturday, a time of day',
  async (t) => {
    const told = (due: Due) => {
      const { skipped, adjusted, agrees, date, time, recomputed_at } = explainDue(RULES, due, null)
      return { skipped, adjusted, agrees, date, time, recomputed_at }
    }
    const nothing = { skipped: [], adjusted: [], agrees: true }
    const saturday = fromEpoch(Date.parse('2022-09-24T10:00:00+08:00'))
    t.strictSame(told(urgentDue(RULES, saturday)), {
      ...{
        ...nothing,
        date: '2022-09-24',
        time: '12:00',
        recomputed_at: '2022-09-24T04:00:00.000Z',
      },
    })
    t.strictSame(told(dueOfDate(RULES, dateOf('2022-10-08'), timeOf('12:00'), 'notice_date')), {
      ...{
        ...nothing,
        date: '2022-10-08',
        time: '12:00',
        recomputed_at: '2022-10-08T04:00:00.000Z',
      },
    })
  },
)
