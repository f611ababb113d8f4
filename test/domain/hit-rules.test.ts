import fc from 'fast-check'
import t from 'tap'
import {
  faultOfReport,
  HIT_RESULT_LABELS,
  HIT_RESULTS,
  HIT_STATUS_LABELS,
  HIT_STATUSES,
  type HitReport,
} from '../../src/domain/hit.js'
import { type KnownHit, sightingKey, takeReports } from '../../src/domain/hit-rules.js'
import { type Instant, instantOf, plusMs, toEpoch } from '../../src/domain/instant.js'

const START = instantOf('2022-09-05T00:00:00.000Z')
const HOUR = 3_600_000
const at = (hour: number) => plusMs(START, hour * HOUR)

function report(hour: number, more: Partial<HitReport> = {}): HitReport {
  return {
    ...{ id: '1', captured_at: at(hour), gone: false, url: 'https://a.test/', account: null },
    ...{ screenshot: null, indicator_id: null, observation: '错链', ...more },
  }
}
const gone = (hour: number) => report(hour, { gone: true })

/** Reports taken one after the other: what each came to, and what is known then, in hours. */
function taken(reports: readonly HitReport[]) {
  const { results, hits } = takeReports(new Map(), reports)
  const observed = hits.get('1')?.observed
  if (!observed) throw new Error('nothing is known')
  const { first_seen, last_seen, gone_at, times_seen: times, observation } = observed
  const hour = (instant: Instant | null) => instant && (toEpoch(instant) - toEpoch(START)) / HOUR
  const facts = { first: hour(first_seen), last: hour(last_seen), gone: hour(gone_at), times }
  return { results: results.join(), facts, observation }
}

t.test('each rule of a repeated report', async (t) => {
  const cases: [HitReport[], string, ReturnType<typeof taken>['facts']][] = [
    [[report(5)], 'new', { first: 5, last: 5, gone: null, times: 1 }],
    [[report(5), report(7)], 'new,seen_again', { first: 5, last: 7, gone: null, times: 2 }],
    [[report(5), report(5)], 'new,unchanged', { first: 5, last: 5, gone: null, times: 1 }],
    [
      [report(5), report(3), report(3)],
      'new,unchanged,unchanged',
      { first: 3, last: 5, gone: null, times: 2 },
    ],
    [[report(5), gone(6)], 'new,gone', { first: 5, last: 5, gone: 6, times: 1 }],
    [[report(5), gone(4)], 'new,unchanged', { first: 5, last: 5, gone: 4, times: 1 }],
    [
      [report(5), gone(6), report(7)],
      'new,gone,seen_again',
      { first: 5, last: 7, gone: 6, times: 2 },
    ],
    [
      [report(5), gone(7), report(6)],
      'new,gone,unchanged',
      { first: 5, last: 6, gone: 7, times: 2 },
    ],
    [[gone(5)], 'gone', { first: null, last: null, gone: 5, times: 0 }],
    [[gone(5), report(5)], 'gone,seen_again', { first: 5, last: 5, gone: 5, times: 1 }],
  ]
  for (const [given, results, facts] of cases) {
    const { observation: _, ...told } = taken(given)
    t.strictSame(told, { results, facts })
  }
})

t.test('people read what was seen last', async (t) => {
  const words = (hour: number, observation: string) => report(hour, { observation })
  t.equal(taken([words(5, '甲'), words(4, '乙')]).observation, '甲')
  t.equal(taken([words(5, '甲'), words(6, '乙')]).observation, '乙')
  t.equal(taken([words(5, '甲'), { ...gone(6), observation: '无' }]).observation, '甲')
  const one = taken([words(5, '甲'), words(5, '乙')]).observation
  t.equal(taken([words(5, '乙'), words(5, '甲')]).observation, one, 'whichever came first')
})

const reports = fc.array(
  fc.record({
    id: fc.constantFrom('1', '2', '3'),
    hour: fc.integer({ min: 0, max: 6 }),
    gone: fc.boolean(),
    observation: fc.constantFrom('甲', '乙', '丙'),
  }),
  { maxLength: 30 },
)

/** All there is to know, as plain values. */
function state(hits: ReadonlyMap<string, KnownHit>) {
  const plain = [...hits].map(([id, { observed, sightings }]) => ({
    ...{ id, ...observed, sightings: [...sightings].toSorted() },
  }))
  return plain.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

t.test('any file, twice, shuffled and in two parts, says the same', async (t) => {
  const runs = fc.property(reports, fc.infiniteStream(fc.nat()), fc.nat(), (given, order, cut) => {
    const file = given.map(({ hour, ...more }) => report(hour, more))
    const once = takeReports(new Map(), file)
    const again = takeReports(once.hits, file)
    const keys = file.map((one) => [order.next().value ?? 0, one] as const)
    const shuffled = keys.toSorted(([a], [b]) => a - b).map(([, one]) => one)
    const first = takeReports(new Map(), shuffled.slice(0, cut % (file.length + 1)))
    const second = takeReports(first.hits, shuffled)
    const distinct = new Set(file.map((one) => `${one.id} ${sightingKey(one)}`))
    t.strictSame(state(again.hits), state(once.hits))
    t.strictSame(state(second.hits), state(once.hits))
    t.ok(again.results.every((result) => result === 'unchanged'))
    t.equal(again.fresh.length, 0)
    t.equal(once.fresh.length, distinct.size, 'each sighting is kept once')
    return t.passing()
  })
  fc.assert(runs, { numRuns: 300 })
})

t.test('a report names an indicator there is, and no time that is still to come', async (t) => {
  const faulty = (more: Partial<HitReport>) => faultOfReport(report(0, more), START)
  t.equal(faulty({}), null)
  t.equal(faulty({ indicator_id: 'none' }), null)
  t.equal(faulty({ indicator_id: 'WD-04' }), null)
  const unknown = faulty({ indicator_id: 'XX-99' })
  t.strictSame(unknown, { field: '/indicator_id', code: 'UNKNOWN_ID' })
  t.equal(faulty({ captured_at: at(24) }), null, 'a clock may be ahead')
  const ahead = faulty({ captured_at: plusMs(at(24), 1) })
  t.strictSame(ahead, { field: '/captured_at', code: 'OUT_OF_RANGE' })
})

t.test('every status and every result has its words', async (t) => {
  t.strictSame(Object.keys(HIT_STATUS_LABELS), [...HIT_STATUSES])
  t.strictSame(Object.keys(HIT_RESULT_LABELS), [...HIT_RESULTS])
})
