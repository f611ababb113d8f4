import fc from 'fast-check'
import t from 'tap'
import {
  addWorkingDays,
  adjustedDays,
  isWorkingDay,
  skippedDays,
  workingDaysBetween,
} from '../../src/domain/calendar.js'
import { chinaCalendar } from '../../src/domain/china-calendar.js'
import { dateOf, plusDays } from '../../src/domain/instant.js'
import { SOURCE_YEARS, sourceYear } from '../helpers/china-days-source.js'

const CHINA = chinaCalendar('cn-1', 'Asia/Shanghai')

/** Every day the package knows, in order: the count below walks this list and nothing of ours. */
const DAYS = SOURCE_YEARS.flatMap(sourceYear)

/** The index of the n-th working day after (before) the one at `start`, walking day by day. */
function walk(start: number, n: number): number {
  let [at, left] = [start, Math.abs(n)]
  while (left > 0) {
    at += n < 0 ? -1 : 1
    if (DAYS[at]?.works) left -= 1
  }
  return at
}

const MARGIN = 200
const anyDay = fc.integer({ min: MARGIN, max: DAYS.length - 1 - MARGIN })
const anyCount = fc.integer({ min: -90, max: 90 }).filter((n) => n !== 0)
const dateAt = (index: number) => dateOf(DAYS[index]?.date ?? '')
const RUNS = { numRuns: 10_000, seed: 20_220_930 }

t.test('10,000 sums agree with an independent count day by day', async (t) => {
  fc.assert(
    fc.property(anyDay, anyCount, (start, n) => {
      return addWorkingDays(CHINA, dateAt(start), n) === dateAt(walk(start, n))
    }),
    RUNS,
  )
  t.pass('all agree')
})

t.test('10,000 spans agree with an independent count day by day', async (t) => {
  const length = fc.integer({ min: -3, max: 180 })
  fc.assert(
    fc.property(anyDay, length, (start, days) => {
      const span = DAYS.slice(start + 1, start + 1 + Math.max(0, days))
      const [from, to] = [dateAt(start), plusDays(dateAt(start), days)]
      const skipped = skippedDays(CHINA, from, to).map(({ date }) => date)
      const adjusted = adjustedDays(CHINA, from, to).map(({ date }) => date)
      const dates = (keep: (day: (typeof span)[number]) => boolean) =>
        span.filter(keep).map(({ date }) => date)
      return (
        workingDaysBetween(CHINA, from, to) === dates(({ works }) => works).length &&
        String(skipped) === String(dates(({ works }) => !works)) &&
        String(adjusted) === String(dates(({ works, weekday }) => works && weekday % 6 === 0))
      )
    }),
    RUNS,
  )
  t.pass('all agree')
})

t.test('adding and taking away are inverse from a working day on', async (t) => {
  fc.assert(
    fc.property(anyDay, anyCount, (start, n) => {
      const from = addWorkingDays(CHINA, dateAt(start), 0)
      const there = addWorkingDays(CHINA, from, n)
      return (
        addWorkingDays(CHINA, there, -n) === from &&
        isWorkingDay(CHINA, there) &&
        (n < 0 || workingDaysBetween(CHINA, from, there) === n)
      )
    }),
    RUNS,
  )
  t.pass('all inverse')
})

t.test('a later start or more days never end earlier', async (t) => {
  const step = fc.integer({ min: 0, max: 20 })
  fc.assert(
    fc.property(anyDay, anyCount, step, (start, n, more) => {
      const end = addWorkingDays(CHINA, dateAt(start), n)
      const next = n + more
      return (
        addWorkingDays(CHINA, dateAt(start + more), n) >= end &&
        (next === 0 || addWorkingDays(CHINA, dateAt(start), next) >= end)
      )
    }),
    RUNS,
  )
  t.pass('all monotone')
})

t.test('10,000 sums and spans are cheap', async (t) => {
  const began = performance.now()
  for (let index = 0; index < 10_000; index++) {
    const from = dateAt(MARGIN + (index % 7_000))
    workingDaysBetween(CHINA, from, addWorkingDays(CHINA, from, 1 + (index % 15)))
  }
  const took = performance.now() - began
  t.ok(took < 2_000, `took ${Math.round(took)} ms`)
})
