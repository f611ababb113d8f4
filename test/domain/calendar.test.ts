import t from 'tap'
import {
  addWorkingDays,
  adjustedDays,
  isWorkingDay,
  leansOnProvisional,
  nextWorkingDay,
  previousWorkingDay,
  skippedDays,
  workingDaysBetween,
} from '../../src/domain/calendar.js'
import { chinaCalendar } from '../../src/domain/china-calendar.js'
import { dateOf, plusDays } from '../../src/domain/instant.js'

const CHINA = chinaCalendar('cn-1', 'Asia/Shanghai')

t.test('the frozen dates of time.md', async (t) => {
  const table = [
    ['2022-09-08', 5, '2022-09-16'],
    ['2022-09-28', 5, '2022-10-10'],
    ['2022-09-30', 1, '2022-10-08'],
    ['2022-09-30', 3, '2022-10-10'],
    ['2022-09-30', 5, '2022-10-12'],
    ['2022-09-05', 20, '2022-10-09'],
    ['2023-01-19', 3, '2023-01-29'],
    ['2024-09-26', 5, '2024-10-09'],
    ['2025-01-24', 10, '2025-02-13'],
    ['2026-02-13', 3, '2026-02-25'],
    ['2022-09-30', -3, '2022-09-27'],
    ['2022-10-08', -1, '2022-09-30'],
  ] as const
  for (const [from, n, result] of table) {
    t.equal(addWorkingDays(CHINA, dateOf(from), n), result, `${from} ${n}`)
  }
})

t.test('the working days of the years 2022 to 2026', async (t) => {
  const counts = [2022, 2023, 2024, 2025, 2026].map((year) =>
    workingDaysBetween(CHINA, dateOf(`${year - 1}-12-31`), dateOf(`${year}-12-31`)),
  )
  t.same(counts, [249, 249, 251, 248, 248])
})

t.test('on or after, on or before, and no days at all', async (t) => {
  const [friday, holiday, sunday] = ['2022-09-30', '2022-10-05', '2022-10-09'].map(dateOf)
  if (!friday || !holiday || !sunday) throw new Error('three dates')
  t.equal(isWorkingDay(CHINA, friday), true)
  t.equal(isWorkingDay(CHINA, holiday), false, 'a Wednesday of the National Day week')
  t.equal(isWorkingDay(CHINA, sunday), true, 'a working Sunday')
  t.equal(nextWorkingDay(CHINA, friday), friday)
  t.equal(nextWorkingDay(CHINA, holiday), '2022-10-08')
  t.equal(previousWorkingDay(CHINA, sunday), sunday)
  t.equal(previousWorkingDay(CHINA, holiday), friday)
  t.equal(addWorkingDays(CHINA, friday, 0), friday)
  t.equal(addWorkingDays(CHINA, holiday, 0), '2022-10-08')
  t.equal(workingDaysBetween(CHINA, friday, friday), 0, 'the first day is not counted')
  t.equal(workingDaysBetween(CHINA, sunday, friday), 0, 'never negative')
  t.equal(workingDaysBetween(CHINA, friday, holiday), 0)
  t.equal(workingDaysBetween(CHINA, friday, sunday), 2)
})

t.test('a number of days that is none is refused', async (t) => {
  const from = dateOf('2022-09-30')
  for (const n of [1.5, Number.NaN, Number.POSITIVE_INFINITY, 5001, -5001]) {
    t.throws(() => addWorkingDays(CHINA, from, n), {
      name: 'RangeError',
      message: `not a number of working days: ${n}`,
    })
  }
  const far = addWorkingDays(CHINA, dateOf('2004-01-01'), 5000)
  t.equal(workingDaysBetween(CHINA, dateOf('2004-01-01'), far), 5000, 'as far as it goes')
  t.throws(() => addWorkingDays(CHINA, dateOf('9999-12-30'), 3), { name: 'RangeError' })
})

t.test('skipped and adjusted days say why', async (t) => {
  const [from, to] = [dateOf('2022-09-23'), dateOf('2022-10-10')]
  t.same(
    skippedDays(CHINA, from, to).map(({ date, why }) => `${date} ${why}`),
    [
      '2022-09-24 周六',
      '2022-09-25 周日',
      ...['01', '02', '03', '04', '05', '06', '07'].map((day) => `2022-10-${day} 国庆节`),
    ],
  )
  t.same(adjustedDays(CHINA, from, to), [
    { date: '2022-10-08', why: '周六上班(国庆节调休)' },
    { date: '2022-10-09', why: '周日上班(国庆节调休)' },
  ])
  t.same(skippedDays(CHINA, to, from), [], 'backwards there is nothing')
  t.same(adjustedDays(CHINA, to, to), [])
  t.throws(() => skippedDays(CHINA, dateOf('1990-01-01'), dateOf('2026-01-01')), {
    name: 'RangeError',
    message: /too long to list/,
  })
})

t.test("an office's own day off and working Saturday", async (t) => {
  const office = {
    ...CHINA,
    exceptions: new Map([
      ...CHINA.exceptions,
      [dateOf('2022-09-14'), { kind: 'holiday', name: '全市防汛演练' }],
      [dateOf('2022-09-15'), { kind: 'holiday', name: '' }],
      [dateOf('2022-09-17'), { kind: 'workday', name: '' }],
      [dateOf('2022-09-18'), { kind: 'holiday', name: '' }],
    ] as const),
  }
  const [from, to] = [dateOf('2022-09-13'), dateOf('2022-09-19')]
  t.equal(addWorkingDays(office, from, 3), to)
  t.equal(workingDaysBetween(office, from, to), 3)
  t.same(skippedDays(office, from, to), [
    { date: '2022-09-14', why: '全市防汛演练' },
    { date: '2022-09-15', why: '周四放假' },
    { date: '2022-09-18', why: '周日' },
  ])
  t.same(adjustedDays(office, from, to), [{ date: '2022-09-17', why: '周六上班' }])
})

t.test('a year without an arrangement is provisional', async (t) => {
  const lean = (from: string, to: string) => leansOnProvisional(CHINA, dateOf(from), dateOf(to))
  t.equal(lean('2026-12-01', '2026-12-31'), false)
  t.equal(lean('2026-12-30', '2027-01-01'), true)
  t.equal(lean('2027-01-04', '2026-12-30'), true, 'in either order')
  t.equal(lean('2026-12-30', '2003-12-31'), true, 'whichever year it is')
  t.equal(lean('2003-12-31', '2004-01-02'), true)
  t.equal(lean('2004-01-01', '2026-12-31'), false)
  t.equal(lean('2003-12-31', '2028-01-01'), true)
  t.equal(isWorkingDay(CHINA, dateOf('2027-10-01')), true, 'a Friday, by Monday to Friday')
})

t.test('ten thousand days are listed one by one, and no more', async (t) => {
  const from = dateOf('1999-12-31')
  t.ok(skippedDays(CHINA, from, plusDays(from, 10_000)).length > 0)
  t.throws(() => skippedDays(CHINA, from, plusDays(from, 10_001)), { name: 'RangeError' })
})
