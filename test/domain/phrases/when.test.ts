import t from 'tap'
import { dateOf } from '../../../src/domain/instant.js'
import type { NamedDay, Recurrence } from '../../../src/domain/phrases/phrase.js'
import { dayFrom, lastDayBefore, nextOccurrence } from '../../../src/domain/phrases/when.js'

const next = (recurrence: Recurrence, from: string) => nextOccurrence(recurrence, dateOf(from))
const seen = (day: NamedDay, issued: string) => dayFrom(day, dateOf(issued)).date

t.test('every weekday from every weekday: that day itself, else within six', async (t) => {
  // The week of Monday, 5 September 2022.
  for (let from = 1; from <= 7; from++)
    for (let weekday = 1; weekday <= 7; weekday++) {
      const day = 4 + weekday + (weekday < from ? 7 : 0)
      t.equal(
        next({ every: 'week', weekday }, `2022-09-${String(4 + from).padStart(2, '0')}`),
        `2022-09-${String(day).padStart(2, '0')}`,
        `${weekday} from ${from}`,
      )
    }
  t.equal(next({ every: 'week', weekday: 3 }, '1969-12-30'), '1969-12-31', 'before any epoch')
  t.equal(next({ every: 'week', weekday: 1 }, '1969-12-28'), '1969-12-29')
})

t.test('of a month, a quarter and a year, the day itself included', async (t) => {
  t.equal(next({ every: 'month', day: 5 }, '2022-09-05'), '2022-09-05')
  t.equal(next({ every: 'month', day: 5 }, '2022-12-06'), '2023-01-05')
  t.equal(next({ every: 'month', day: 'last' }, '2022-09-30'), '2022-09-30')
  t.equal(next({ every: 'month', day: 31 }, '2022-11-01'), '2022-11-30', 'the last it has')
  const quarterly = [
    ...[
      ['2022-01-01', '2022-02-10'],
      ['2022-02-10', '2022-02-10'],
      ['2022-02-11', '2022-05-10'],
    ],
    ...[
      ['2022-03-31', '2022-05-10'],
      ['2022-04-01', '2022-05-10'],
      ['2022-11-11', '2023-02-10'],
    ],
  ] as const
  for (const [from = '', on] of quarterly)
    t.equal(next({ every: 'quarter', month: 2, day: 10 }, from), on, from)
  t.equal(next({ every: 'year', month: 2, day: 29 }, '2023-01-01'), '2023-02-28')
  t.equal(next({ every: 'year', month: 3, day: 1 }, '2022-03-02'), '2023-03-01')
})

t.test('the end of the quarter of each month', async (t) => {
  const ends = ['03-31', '06-30', '09-30', '12-31'].flatMap((end) => [end, end, end])
  for (const [index, end] of ends.entries()) {
    const month = String(index + 1).padStart(2, '0')
    t.equal(seen({ kind: 'end_of_quarter' }, `2022-${month}-05`), `2022-${end}`, month)
  }
})

t.test('figures are of the past: the latest such day up to the day of issue', async (t) => {
  const before = (day: NamedDay, issued: string) => lastDayBefore(day, dateOf(issued))
  const august = { kind: 'month_end', year: null, month: 8 } as const
  t.strictSame(before(august, '2022-08-31'), { date: '2022-08-31', inferred: ['year'] })
  t.strictSame(before(august, '2022-08-30'), { date: '2021-08-31', inferred: ['year'] })
  const fifth = { kind: 'day_of_month', day: 5 } as const
  t.strictSame(before(fifth, '2022-09-05'), { date: '2022-09-05', inferred: ['month'] })
  t.strictSame(before(fifth, '2022-09-04'), { date: '2022-08-05', inferred: ['month'] })
  t.strictSame(before(fifth, '2022-01-04'), { date: '2021-12-05', inferred: ['month'] })
  const named = { kind: 'date', year: 2022, month: 12, day: 1 } as const
  t.strictSame(before(named, '2022-09-04'), { date: '2022-12-01', inferred: [] }, 'as it says')
})

t.test('the day of issue itself is not past', async (t) => {
  t.equal(seen({ kind: 'date', year: null, month: 9, day: 5 }, '2022-09-05'), '2022-09-05')
  t.equal(seen({ kind: 'date', year: null, month: 9, day: 4 }, '2022-09-05'), '2023-09-04')
})
