import t from 'tap'
import { chinaCalendar } from '../../src/domain/china-calendar.js'
import { USUAL_READING } from '../../src/domain/date-reading.js'
import {
  dueAfterReturn,
  dueAfterTakedown,
  dueOfDate,
  dueOnReopen,
  lateBy,
  urgentDue,
} from '../../src/domain/due.js'
import { dueFromReceipt } from '../../src/domain/due-of-period.js'
import { DEFAULT_HOURS } from '../../src/domain/hours.js'
import { dateOf, plusMs, timeOf } from '../../src/domain/instant.js'
import { DEFAULT_POLICY } from '../../src/domain/policy.js'
import type { Rules } from '../../src/domain/rules.js'
import type { Severity } from '../../src/domain/vocabulary.js'
import { instantAt } from '../../src/domain/zone.js'

const RULES: Rules = {
  calendar: chinaCalendar('cn-1', 'Asia/Shanghai'),
  hours: DEFAULT_HOURS,
  policy: { ...DEFAULT_POLICY, return_window: { substantive: 2, formal: 1 } },
}

const at = (date: string, time = '10:00') => instantAt('Asia/Shanghai', dateOf(date), timeOf(time))
const day = (date: string, time: string | null = null) =>
  dueOfDate(RULES, dateOf(date), time === null ? null : timeOf(time), 'notice_date')

t.test('from receipt', async (t) => {
  t.match(dueFromReceipt(RULES, 5, dateOf('2022-09-28')), {
    at: '2022-10-10T16:00:00.000Z',
    date: '2022-10-10',
    time: null,
    basis: { rule: 'notice_period', from: '2022-09-28', working_days: 5 },
  })
})

t.test('a due says whole what it rests on', async (t) => {
  t.strictSame(urgentDue(RULES, at('2022-09-24')), {
    ...{ at: at('2022-09-24', '12:00'), date: '2022-09-24', time: '12:00', provisional: false },
    basis: {
      ...{ rule: 'urgent_takedown', from: '2022-09-24', working_days: null, calendar_days: null },
      calendar_version: 'cn-1',
    },
  })
  t.strictSame(dueFromReceipt(RULES, 1, dateOf('2022-09-28')).basis, {
    ...{ rule: 'notice_period', from: '2022-09-28', working_days: 1, calendar_days: null },
    calendar_version: 'cn-1',
  })
})

t.test('after a return', async (t) => {
  const friday = at('2022-09-30', '18:00')
  const substantive = dueAfterReturn(RULES, friday, 'substantive', day('2022-09-30'))
  t.match(substantive, {
    date: '2022-10-09',
    basis: { rule: 'return_window', from: '2022-09-30', working_days: 2 },
  })
  t.match(dueAfterReturn(RULES, friday, 'formal', null), { date: '2022-10-08' })
  const later = day('2022-10-08', '09:00')
  t.match(dueAfterReturn(RULES, friday, 'formal', later), { date: '2022-10-08', time: null })
  t.same(dueAfterReturn(RULES, friday, 'formal', day('2022-10-08')).basis.rule, 'return_window')
  const kept = dueAfterReturn(
    RULES,
    friday,
    'formal',
    dueFromReceipt(RULES, 5, dateOf('2022-09-30')),
  )
  t.match(kept, {
    date: '2022-10-12',
    basis: { rule: 'kept', from: '2022-09-30', working_days: 5 },
  })
  t.match(dueAfterReturn(RULES, at('2022-10-08'), 'formal', kept), { date: '2022-10-12' }, 'twice')
})

t.test('urgent: take down, then report', async (t) => {
  t.match(urgentDue(RULES, at('2022-10-01', '22:59')), {
    at: '2022-10-01T16:59:00.000Z',
    date: '2022-10-02',
    time: '00:59',
    provisional: false,
    basis: { rule: 'urgent_takedown', from: '2022-10-01' },
  })
  const uneven = plusMs(at('2022-10-01', '09:00'), 59_999)
  t.match(urgentDue(RULES, uneven), { at: plusMs(uneven, 7_200_000), time: '11:00' })
  t.match(
    dueAfterTakedown(RULES, {
      served_at: at('2022-10-07', '18:00'),
      service_date: dateOf('2022-10-08'),
    }),
    {
      date: '2022-10-09',
      basis: { rule: 'urgent_report', from: '2022-10-08', working_days: 1 },
    },
  )
})

t.test('on reopening', async (t) => {
  const now = at('2022-09-30', '20:00')
  const line = (indicator_id: string | null, severity: Severity, urgent = false) => {
    return { indicator_id, severity, urgent }
  }
  const reopened = dueOnReopen(RULES, now, line('WD-05', 'deduction'))
  t.match(reopened, { date: '2022-10-12', basis: { rule: 'indicator_window', from: '2022-09-30' } })
  t.match(dueOnReopen(RULES, now, line('none', 'veto')), { basis: { rule: 'default_window' } })
  t.match(dueOnReopen(RULES, now, line(null, 'veto')), { date: '2022-10-19' })
  const reported = { ...line('WD-05', 'deduction'), public_report: true }
  t.match(dueOnReopen(RULES, now, reported), {
    ...{ date: '2022-10-10', basis: { rule: 'public_report_window', working_days: 3 } },
  })
  t.match(dueOnReopen(RULES, now, line('WV-1.1', 'veto', true)), {
    at: at('2022-09-30', '22:00'),
    basis: { rule: 'urgent_takedown' },
  })
})

t.test('every reading of a named date', async (t) => {
  const read = (date: string, inclusive: boolean, day_off: 'roll_on' | 'bring_forward') =>
    dueOfDate(RULES, dateOf(date), null, 'notice_date', { inclusive, day_off }).date
  t.equal(read('2022-09-30', true, 'roll_on'), '2022-09-30')
  t.equal(read('2022-09-30', false, 'roll_on'), '2022-09-29')
  t.equal(read('2022-09-30', true, 'bring_forward'), '2022-09-30', 'not a day off')
  t.equal(read('2022-09-30', false, 'bring_forward'), '2022-09-29')
  t.equal(read('2022-10-03', true, 'roll_on'), '2022-10-08')
  t.equal(read('2022-10-03', false, 'roll_on'), '2022-10-07', 'until the start of 8 October')
  t.equal(read('2022-10-03', true, 'bring_forward'), '2022-09-30')
  t.equal(read('2022-10-03', false, 'bring_forward'), '2022-09-30')
  t.equal(read('2022-10-08', false, 'roll_on'), '2022-10-07', 'the named day is a working day')
  const reading = { ...USUAL_READING, inclusive: false }
  const timed = dueOfDate(RULES, dateOf('2022-09-30'), timeOf('12:00'), 'notice_date', reading)
  t.match(timed, { date: '2022-09-30', at: '2022-09-30T04:00:00.000Z' }, 'its time is the end')
})

t.test('days late', async (t) => {
  const whole = day('2022-09-30')
  t.equal(lateBy(RULES, whole, plusMs(whole.at, -1)), 0)
  t.equal(lateBy(RULES, whole, whole.at), 1, 'a day off, but late all the same')
  t.equal(lateBy(RULES, whole, at('2022-10-07')), 1)
  t.equal(lateBy(RULES, whole, at('2022-10-08')), 1)
  t.equal(lateBy(RULES, whole, at('2022-10-09')), 2)
  t.equal(lateBy(RULES, whole, at('2022-10-12')), 5)
  const noon = day('2022-09-30', '12:00')
  t.equal(lateBy(RULES, noon, at('2022-09-30', '11:59')), 0)
  t.equal(lateBy(RULES, noon, at('2022-09-30', '12:00')), 1, 'the same day')
  t.equal(lateBy(RULES, noon, at('2022-10-08')), 1)
})
