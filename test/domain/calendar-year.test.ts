import t from 'tap'
import { faultsOfYear, withDays, withYear } from '../../src/domain/calendar-year.js'
import { type LocalDate, plusDays } from '../../src/domain/instant.js'
import { CALENDARS, day } from '../helpers/domain/world.js'

const { usual } = CALENDARS
const named = (date: string, works: boolean, name: string | null = null) => ({
  ...{ date: day(date), works, name },
})
/** Every day of a year by its weekday. */
const yearOf = (year: number, days: number) =>
  Array.from({ length: days }, (_, index) => {
    const date = plusDays(day(`${year}-01-01`), index)
    return { date, works: new Date(date).getUTCDay() % 6 !== 0, name: null as string | null }
  })
const Y2027 = yearOf(2027, 365)
const but = (...changed: ReturnType<typeof named>[]) =>
  Y2027.map((one) => changed.find(({ date }) => date === one.date) ?? one)
const of2027 = (exceptions: ReadonlyMap<LocalDate, unknown>) =>
  [...exceptions].filter(([date]) => date.startsWith('2027'))

t.test('every day once is a year, in whatever order, leap days too', async (t) => {
  t.strictSame(faultsOfYear(2027, Y2027), [])
  t.strictSame(faultsOfYear(2027, Y2027.toReversed()), [])
  t.strictSame(faultsOfYear(2028, yearOf(2028, 366)), [])
  t.strictSame(faultsOfYear(2028, yearOf(2028, 365)), [{ index: null, code: 'DAY_MISSING' }])
})

t.test('each fault is at the entry that has it', async (t) => {
  const without = Y2027.filter(({ date }) => date !== '2027-01-01' && date !== '2027-03-02')
  t.strictSame(faultsOfYear(2027, without), [
    { index: 0, code: 'DAY_MISSING' },
    { index: 59, code: 'DAY_MISSING' },
  ])
  t.strictSame(faultsOfYear(2027, [...Y2027, named('2027-05-01', true)]), [
    { index: 365, code: 'DAY_TWICE' },
  ])
  const before = [named('2026-12-31', true), ...Y2027]
  t.strictSame(faultsOfYear(2027, before), [{ index: 0, code: 'OUT_OF_RANGE' }])
  t.strictSame(faultsOfYear(2027, []), [{ index: null, code: 'DAY_MISSING' }])
})

t.test('only what is not as its weekday has it, or has a name, is an exception', async (t) => {
  const days = but(
    named('2027-01-01', false, '元旦'),
    named('2027-01-02', false, '元旦'),
    named('2027-01-10', true),
    named('2027-01-11', true, '开工'),
    named('2027-01-12', false),
  )
  const { exceptions, definite_years } = withYear(usual, 2027, days)
  t.strictSame(of2027(exceptions), [
    ['2027-01-01', { kind: 'holiday', name: '元旦' }],
    ['2027-01-02', { kind: 'holiday', name: '元旦' }],
    ['2027-01-10', { kind: 'workday', name: '' }],
    ['2027-01-12', { kind: 'holiday', name: '' }],
  ])
  t.ok(definite_years.has(2027) && definite_years.has(2026))
  t.equal(exceptions.size, usual.exceptions.size + 4, 'other years stay')
  const again = withYear({ exceptions, definite_years }, 2027, Y2027)
  t.strictSame(of2027(again.exceptions), [], 'what was there of the year is gone')
})

t.test('a declared day counts whatever it was, and makes no year definite', async (t) => {
  const declared = { date: day('2027-01-10'), kind: 'workday', name: '补班' } as const
  const { exceptions, definite_years } = withDays(usual, [declared])
  t.strictSame(of2027(exceptions), [['2027-01-10', { kind: 'workday', name: '补班' }]])
  t.notOk(definite_years.has(2027))
  const off = { date: day('2026-10-01'), kind: 'workday', name: '加班' } as const
  t.equal(withDays(usual, [off]).exceptions.get(off.date)?.kind, 'workday')
})
