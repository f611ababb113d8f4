import t from 'tap'
import { chinaCalendar } from '../../src/domain/china-calendar.js'
import { lastDayOf, READINGS, USUAL_READING } from '../../src/domain/date-reading.js'
import { dateOf, timeOf } from '../../src/domain/instant.js'

const CHINA = chinaCalendar('cn-1', 'Asia/Shanghai')
const last = (date: string, time: string | null = null) =>
  READINGS.map((reading) =>
    lastDayOf(CHINA, dateOf(date), time === null ? null : timeOf(time), reading),
  )

t.test('four readings, the usual one first', async (t) => {
  t.equal(READINGS[0], USUAL_READING)
  t.strictSame(READINGS, [
    { inclusive: true, day_off: 'roll_on' },
    { inclusive: true, day_off: 'bring_forward' },
    { inclusive: false, day_off: 'roll_on' },
    { inclusive: false, day_off: 'bring_forward' },
  ])
})

t.test('a working day counts whole, or not at all where the date excludes it', async (t) => {
  t.strictSame(last('2022-09-29'), ['2022-09-29', '2022-09-29', '2022-09-28', '2022-09-28'])
})

t.test(
  'a day off rolls on or comes forward; excluded, the day before the one it rolled on to',
  async (t) => {
    t.strictSame(last('2022-10-05'), ['2022-10-08', '2022-09-30', '2022-10-07', '2022-09-30'])
  },
)

t.test('with a time of day nothing is excluded', async (t) => {
  t.strictSame(last('2022-09-29', '12:00'), Array(4).fill('2022-09-29'))
  t.strictSame(last('2022-10-05', '12:00'), [
    '2022-10-08',
    '2022-09-30',
    '2022-10-08',
    '2022-09-30',
  ])
})
