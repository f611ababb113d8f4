import fc from 'fast-check'
import t from 'tap'
import type { Calendar } from '../../../src/domain/calendar.js'
import type { Due } from '../../../src/domain/finding.js'
import { dateOf, type Instant, instantOf } from '../../../src/domain/instant.js'
import type { NoticePeriod } from '../../../src/domain/notice-deadline.js'
import type { Rules } from '../../../src/domain/rules.js'
import { SOURCE_YEARS, sourceYear } from '../china-days-source.js'
import { rulesWith } from './world.js'

/** Every day the package knows, in order. What follows walks this list day by day and uses nothing of ours. */
const DAYS = SOURCE_YEARS.flatMap(sourceYear)
const MARGIN = 120
/** An office's days: those of the State Council, some of them turned over by the office itself. */
export interface World {
  rules: Rules
  works: (index: number) => boolean
}

export function world(start: number, turned: readonly number[]): World {
  const flips = new Set(turned.map((offset) => start + offset))
  const works = (index: number) => DAYS[index]?.works !== flips.has(index)
  const near = DAYS.slice(start - MARGIN, start + MARGIN).map(({ date }, offset) => {
    const kind = works(start - MARGIN + offset) ? 'workday' : 'holiday'
    return [dateOf(date), { kind, name: '' }] as const
  })
  const definite_years = new Set(SOURCE_YEARS)
  const calendar: Calendar = { ...rulesWith().calendar, exceptions: new Map(near), definite_years }
  return { rules: { ...rulesWith(), calendar }, works }
}

export const dateAt = (index: number) => dateOf(DAYS[index]?.date ?? '')
/** An hour of a day in Shanghai, eight hours before the same in London. */
export const at = (index: number, hour: number): Instant =>
  instantOf(
    new Date(Date.parse(`${dateAt(index)}T00:00:00Z`) + (hour - 8) * 3_600_000).toISOString(),
  )
export const endOf = (index: number) => at(index, 24)

export function walk({ works }: World, from: number, n: number): number {
  let index = from
  for (let left = n; left > 0; ) if (works((index += 1))) left -= 1
  return index
}

export function rolled({ works }: World, from: number, step: 1 | -1): number {
  let index = from
  while (!works(index)) index += step
  return index
}

export const start = fc.integer({ min: 2 * MARGIN, max: DAYS.length - 1 - 2 * MARGIN })
export const turned = fc.array(fc.integer({ min: -20, max: 60 }), { maxLength: 12 })
export const worlds = fc
  .tuple(start, turned)
  .map(([from, flips]) => ({ from, ...world(from, flips) }))
export const count = fc.integer({ min: 1, max: 30 })
export const hour = fc.integer({ min: 0, max: 23 })

const counted = fc.constantFrom('issue' as const, 'service' as const, 'receipt' as const)
const words = fc.constant('')
/** A notice's period of each kind. */
export const periods: fc.Arbitrary<NoticePeriod> = fc.oneof(
  fc.record({
    kind: fc.constant('working_days'),
    working_days: count,
    counts_from: counted,
    words,
  }),
  fc.record({
    kind: fc.constant('calendar_days'),
    calendar_days: count,
    counts_from: counted,
    words,
  }),
  fc.record({
    kind: fc.constant('hours'),
    hours: fc.integer({ min: 1, max: 120 }),
    counts_from: fc.constantFrom('service', 'receipt'),
    words,
  }),
)

/** Where a period ends that is issued and served on one day at one hour, two working days before receipt is deemed. */
export function endOfPeriod(
  w: World,
  period: NoticePeriod,
  [day, hour]: [number, number],
): Instant {
  const prompt = w.works(day) && hour < 17.5
  const service = prompt ? day : walk(w, day, 1)
  const base = { issue: day, service, receipt: walk(w, service, 2) }[period.counts_from]
  switch (period.kind) {
    case 'working_days':
      return endOf(walk(w, base, period.working_days))
    case 'calendar_days':
      return endOf(rolled(w, base + period.calendar_days, 1))
    case 'hours': {
      if (period.counts_from === 'receipt') return at(base, 24 + period.hours)
      return at(service, (prompt ? Math.max(hour, 9) : 9) + period.hours)
    }
  }
}

/** How many working days close, at half past five, at or after one hour and before another. */
export function closings(
  { works }: World,
  from: [number, number],
  until: [number, number],
): number {
  let closed = 0
  for (let index = from[0]; index <= until[0]; index++) {
    const begun = index > from[0] || from[1] <= 17.5
    const over = index < until[0] || until[1] > 17.5
    if (works(index) && begun && over) closed += 1
  }
  return closed
}

/** The later of the due moved by a pause and of the end of the working day after it. */
export function resumed(w: World, due: number, days: number, until: number): number {
  return Math.max(walk(w, due, days), walk(w, until, 1))
}

/** A finding whose unit disputes it from an instant on. */
export const disputed = (asked_at: Instant, due: Due) => ({
  due,
  late_from: due,
  transfer: null,
  dispute: {
    id: 'd',
    number: 1,
    asked_at,
    asked_by: [],
    proposal: null,
    pauses: true,
    paused_since: asked_at,
  },
})

/** Eight kinds of due, so ten thousand cases in all. */
const RUNS = { numRuns: 1_250, seed: 20_220_930 }

/** Checks one kind of due on its share of the cases. */
export function agree<T>(name: string, cases: fc.Arbitrary<T>, same: (one: T) => boolean): void {
  t.test(name, async (t) => {
    fc.assert(fc.property(cases, same), RUNS)
    t.pass(`${RUNS.numRuns} cases agree`)
  })
}
