import t from 'tap'
import { chinaCalendar } from '../../src/domain/china-calendar.js'
import {
  closingOf,
  closingsBetween,
  DEFAULT_HOURS,
  earlyOf,
  halfDayBefore,
  isOpen,
  lastOpening,
  nextOpening,
  openingOf,
  serviceDate,
} from '../../src/domain/hours.js'
import { dateOf, plusMs, timeOf } from '../../src/domain/instant.js'
import { instantAt } from '../../src/domain/zone.js'

const CHINA = chinaCalendar('cn-1', 'Asia/Shanghai')
const at = (date: string, time: string) => instantAt(CHINA.zone, dateOf(date), timeOf(time))
const FRIDAY = '2022-09-30'
const HOLIDAY = '2022-10-03'
const WORKING_SATURDAY = '2022-10-08'

t.test('opening, closing and the early instant', async (t) => {
  const day = dateOf(FRIDAY)
  t.equal(openingOf(CHINA, DEFAULT_HOURS, day), '2022-09-30T01:00:00.000Z')
  t.equal(closingOf(CHINA, DEFAULT_HOURS, day), '2022-09-30T09:30:00.000Z')
  t.equal(earlyOf(CHINA, DEFAULT_HOURS, day), '2022-09-29T23:30:00.000Z', '07:30 in Shanghai')
  t.throws(() => openingOf(CHINA, { spans: [] }, day), {
    name: 'RangeError',
    message: 'office hours without a span',
  })
})

t.test('open or not', async (t) => {
  const open = (date: string, time: string) => isOpen(CHINA, DEFAULT_HOURS, at(date, time))
  const edges = [
    ['08:59', false],
    ['09:00', true],
    ['11:59', true],
    ['12:00', false],
    ['13:29', false],
    ['13:30', true],
    ['17:29', true],
    ['17:30', false],
  ] as const
  for (const [time, wanted] of edges) t.equal(open(FRIDAY, time), wanted, time)
  t.equal(open(HOLIDAY, '10:00'), false, 'a day off')
  t.equal(open(WORKING_SATURDAY, '10:00'), true, 'a working Saturday')
})

t.test('the day a service counts as', async (t) => {
  const served = (date: string, time: string) => serviceDate(CHINA, DEFAULT_HOURS, at(date, time))
  t.equal(served(FRIDAY, '00:00'), FRIDAY, 'before opening')
  t.equal(served(FRIDAY, '12:30'), FRIDAY, 'at lunch')
  t.equal(served(FRIDAY, '17:29'), FRIDAY)
  t.equal(served(FRIDAY, '17:30'), WORKING_SATURDAY, 'at closing')
  t.equal(served(FRIDAY, '23:59'), WORKING_SATURDAY)
  t.equal(served(HOLIDAY, '10:00'), WORKING_SATURDAY, 'a day off')
  t.equal(served('2022-10-09', '18:00'), '2022-10-10')
})

t.test('the next opening is strictly later', async (t) => {
  const next = (date: string, time: string) => nextOpening(CHINA, DEFAULT_HOURS, at(date, time))
  t.equal(next(FRIDAY, '08:59'), at(FRIDAY, '09:00'))
  t.equal(next(FRIDAY, '09:00'), at(WORKING_SATURDAY, '09:00'), 'not the present one')
  t.equal(next(FRIDAY, '13:00'), at(WORKING_SATURDAY, '09:00'), 'lunch ends with no opening')
  t.equal(next(HOLIDAY, '00:00'), at(WORKING_SATURDAY, '09:00'))
  t.equal(next(WORKING_SATURDAY, '08:00'), at(WORKING_SATURDAY, '09:00'))
  const just_before = plusMs(at(FRIDAY, '09:00'), -1)
  t.equal(nextOpening(CHINA, DEFAULT_HOURS, just_before), at(FRIDAY, '09:00'))
})

t.test('the last opening is at or before the instant', async (t) => {
  const last = (date: string, time: string) => lastOpening(CHINA, DEFAULT_HOURS, at(date, time))
  t.equal(last(FRIDAY, '09:00'), at(FRIDAY, '09:00'))
  t.equal(last(WORKING_SATURDAY, '08:59'), at(FRIDAY, '09:00'), 'over days off')
  t.equal(last(HOLIDAY, '10:00'), at(FRIDAY, '09:00'))
  t.equal(last(WORKING_SATURDAY, '23:00'), at(WORKING_SATURDAY, '09:00'))
})

t.test('half a working day ago: three and a half hours in which the office was open', async (t) => {
  const half = (date: string, time: string) => halfDayBefore(CHINA, DEFAULT_HOURS, at(date, time))
  t.equal(half(FRIDAY, '17:30'), at(FRIDAY, '14:00'))
  t.equal(half(FRIDAY, '23:59'), at(FRIDAY, '14:00'), 'evenings do not count')
  t.equal(half(FRIDAY, '14:00'), at(FRIDAY, '09:00'))
  t.equal(half(FRIDAY, '13:00'), at('2022-09-29', '17:00'), 'lunch does not count')
  t.equal(half(HOLIDAY, '10:00'), at(FRIDAY, '14:00'), 'a day off')
  t.equal(half(WORKING_SATURDAY, '09:30'), at(FRIDAY, '14:30'), 'over the holiday')
  t.throws(() => halfDayBefore(CHINA, { spans: [] }, at(FRIDAY, '10:00')), {
    name: 'RangeError',
    message: 'office hours without a span',
  })
})

t.test('a working day belongs to the time in which it closes', async (t) => {
  const days = (from: readonly [string, string], until: readonly [string, string]) =>
    closingsBetween(CHINA, DEFAULT_HOURS, at(...from), at(...until))
  t.equal(days([FRIDAY, '17:29'], [FRIDAY, '17:31']), 1)
  t.equal(days([FRIDAY, '17:30'], [FRIDAY, '17:31']), 1, 'from its closing time')
  t.equal(days([FRIDAY, '17:29'], [FRIDAY, '17:30']), 0, 'not up to it')
  t.equal(days([FRIDAY, '17:31'], [WORKING_SATURDAY, '17:30']), 0, 'a holiday takes nothing')
  t.equal(days([FRIDAY, '17:31'], [WORKING_SATURDAY, '17:31']), 1, 'a working Saturday counts')
  t.equal(days(['2022-09-26', '09:00'], ['2022-09-30', '18:00']), 5)
  t.equal(days([WORKING_SATURDAY, '18:00'], [FRIDAY, '09:00']), 0, 'the wrong way round')
})

t.test('an office without a lunch closes at the end of its one span', async (t) => {
  const hours = { spans: [[timeOf('08:30'), timeOf('16:00')]] } as const
  t.equal(closingOf(CHINA, hours, dateOf(FRIDAY)), at(FRIDAY, '16:00'))
})
