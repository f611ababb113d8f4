import t from 'tap'
import { calendarOperations as operations } from '../../src/contracts/calendars.js'
import { instantOf } from '../../src/domain/instant.js'
import { MONDAY } from './notice.js'
import { testServer } from './support.js'

/** Every day of 2027 by its weekday, New Year's Day off and the Sunday before made up. */
const YEAR = Array.from({ length: 365 }, (_, index) => {
  const at = new Date(Date.UTC(2027, 0, 1 + index))
  const date = at.toISOString().slice(0, 10)
  const arranged = { '2027-01-01': [false, '元旦'], '2027-01-10': [true, '元旦调休'] }[date]
  const [works = at.getUTCDay() % 6 !== 0, name = null] = arranged ?? []
  return { date, works: works === true, name: typeof name === 'string' ? name : null }
})
type Day = (typeof YEAR)[number]
const csv = (days: readonly Day[], head = '日期,上班,名称') =>
  [
    head,
    ...days.map(({ date, works, name }) => `${date},${works ? '是' : '否'},${name ?? ''}`),
  ].join('\r\n')
const without = (date: string) => YEAR.filter((day) => day.date !== date)
const at = (date: string) => YEAR.findIndex((day) => day.date === date)

async function office(t: Parameters<typeof testServer>[0]) {
  const { office: of, as } = await testServer(t, { units: 1, clock: instantOf(MONDAY) })
  const admin = as(of.officer('admin'))
  const load = (year: object) =>
    admin(operations.createCalendar, {
      body: { source: '国办发明电', reason: '放假安排公布', year: { year: 2027, ...year } },
    })
  const refused = async (year: object) => {
    const told = await load(year)
    const errors = told.problem.errors.map(({ pointer, line, code }) => [pointer, line, code])
    // Once, however many rules a day breaks.
    return [told.code, ...new Map(errors.map((one) => [one.join(' '), one])).values()]
  }
  return { admin, load, refused }
}

t.test(
  'a year as a list and as a file are the same version, and make the year definite',
  async (t) => {
    const { load, admin } = await office(t)
    const listed = await load({ days: YEAR })
    t.equal(listed.status, 201, listed.text)
    t.ok(listed.body.years.includes(2027))
    const own = listed.body.days.filter(({ date }) => date.startsWith('2027'))
    t.strictSame(own, [
      { date: '2027-01-01', kind: 'holiday', name: '元旦' },
      { date: '2027-01-10', kind: 'workday', name: '元旦调休' },
    ])
    const file = await load({ csv: `\uFEFF${csv(YEAR.toReversed())}` })
    t.equal(file.status, 201, file.text)
    t.strictSame(file.body.days, listed.body.days)
    const english = await load({ csv: csv(YEAR, 'date,works,name') })
    t.strictSame(english.body.days, listed.body.days)
    t.equal((await admin(operations.listCalendars)).body.items.length, 4)
  },
)

t.test('a list with a gap, a double or an impossible day is refused where that is', async (t) => {
  const { refused, admin } = await office(t)
  t.strictSame(await refused({ days: without('2027-05-01') }), [
    'VALIDATION_FAILED',
    [`/year/days/${at('2027-05-01')}/date`, null, 'DAY_MISSING'],
  ])
  t.strictSame(await refused({ days: without('2027-12-31') }), [
    'VALIDATION_FAILED',
    ['/year/days', null, 'DAY_MISSING'],
  ])
  t.strictSame(await refused({ days: [...YEAR, ...YEAR.slice(0, 1)] }), [
    'VALIDATION_FAILED',
    ['/year/days/365/date', null, 'DAY_TWICE'],
  ])
  const leap = { date: '2027-02-29', works: true, name: null }
  t.strictSame(await refused({ days: [...YEAR, leap] }), [
    'VALIDATION_FAILED',
    ['/year/days/365/date', null, 'MALFORMED'],
  ])
  const other = { date: '2028-01-01', works: true, name: null }
  t.strictSame(await refused({ days: [...YEAR, other] }), [
    'VALIDATION_FAILED',
    ['/year/days/365/date', null, 'OUT_OF_RANGE'],
  ])
  t.strictSame(await refused({}), ['VALIDATION_FAILED', ['/year', null, 'REQUIRED']])
  t.equal((await admin(operations.listCalendars)).body.items.length, 1, 'nothing was stored')
})

t.test('a file likewise, by its lines', async (t) => {
  const { refused } = await office(t)
  const line = at('2027-05-01') + 2
  t.strictSame(await refused({ csv: csv(without('2027-05-01')) }), [
    'VALIDATION_FAILED',
    ['/year/csv', line, 'DAY_MISSING'],
  ])
  t.strictSame(await refused({ csv: csv([...YEAR, ...YEAR.slice(0, 1)]) }), [
    'VALIDATION_FAILED',
    ['/year/csv', 367, 'DAY_TWICE'],
  ])
  const odd = csv(YEAR)
    .replace('2027-05-01,', '2027-02-30,')
    .replace('2027-06-01,是', '2027-06-01,也许')
  t.strictSame(await refused({ csv: odd }), [
    'VALIDATION_FAILED',
    ['/year/csv', line, 'MALFORMED'],
    ['/year/csv', at('2027-06-01') + 2, 'MALFORMED'],
  ])
  for (const none of ['日期\n2027-01-01', '"', ' ']) {
    t.strictSame(await refused({ csv: none }), ['VALIDATION_FAILED', ['/year/csv', 1, 'MALFORMED']])
  }
})
