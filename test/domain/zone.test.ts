import fc from 'fast-check'
import t from 'tap'
import { dateOf, fromEpoch, instantOf, plusMs, timeOf } from '../../src/domain/instant.js'
import { endOfDay, instantAt, localDateOf, localTimeOf } from '../../src/domain/zone.js'

const at = (zone: string, date: string, time: string) =>
  instantAt(zone, dateOf(date), time === '24:00' ? time : timeOf(time))

t.test('Shanghai', async (t) => {
  t.equal(at('Asia/Shanghai', '2022-09-30', '24:00'), '2022-09-30T16:00:00.000Z')
  t.equal(at('Asia/Shanghai', '2022-09-30', '12:00'), '2022-09-30T04:00:00.000Z')
  t.equal(endOfDay('Asia/Shanghai', dateOf('2022-12-31')), '2022-12-31T16:00:00.000Z')
  const last = instantOf('2022-09-30T15:59:59.999Z')
  t.equal(localDateOf('Asia/Shanghai', last), '2022-09-30')
  t.equal(localTimeOf('Asia/Shanghai', last), '23:59')
  t.equal(localDateOf('Asia/Shanghai', plusMs(last, 1)), '2022-10-01')
  t.equal(localTimeOf('Asia/Shanghai', plusMs(last, 1)), '00:00')
})

t.test('Shanghai had summer time until 1991', async (t) => {
  t.equal(at('Asia/Shanghai', '1990-07-01', '12:00'), '1990-07-01T03:00:00.000Z')
  t.equal(at('Asia/Shanghai', '1991-12-31', '24:00'), '1991-12-31T16:00:00.000Z')
  t.equal(localTimeOf('Asia/Shanghai', instantOf('1990-07-01T03:00:00.000Z')), '12:00')
})

t.test('a skipped time is the moment after it', async (t) => {
  t.equal(at('America/New_York', '2026-03-08', '02:30'), '2026-03-08T07:30:00.000Z')
  t.equal(localTimeOf('America/New_York', instantOf('2026-03-08T07:30:00.000Z')), '03:30')
  const midnight = at('America/Sao_Paulo', '2018-11-04', '00:00')
  t.equal(midnight, '2018-11-04T03:00:00.000Z', 'clocks went from 24:00 to 01:00')
  t.equal(localDateOf('America/Sao_Paulo', plusMs(midnight, -1)), '2018-11-03')
  t.equal(endOfDay('Pacific/Apia', dateOf('2011-12-29')), '2011-12-30T10:00:00.000Z')
  t.equal(endOfDay('Pacific/Apia', dateOf('2011-12-30')), '2011-12-30T10:00:00.000Z', 'no such day')
})

t.test('a repeated time is its first occurrence', async (t) => {
  t.equal(at('America/New_York', '2026-11-01', '01:30'), '2026-11-01T05:30:00.000Z')
  const midnight = at('America/Havana', '2026-11-01', '00:00')
  t.equal(localDateOf('America/Havana', midnight), '2026-11-01')
  t.equal(localDateOf('America/Havana', plusMs(midnight, -1)), '2026-10-31')
})

t.test('an unknown zone is refused', async (t) => {
  t.throws(() => at('Asia/Zigong', '2022-09-30', '12:00'), { name: 'RangeError' })
  t.throws(() => localDateOf('Asia/Zigong', instantOf('2022-09-30T00:00:00.000Z')), {
    name: 'RangeError',
  })
})

const ZONES = [
  'Asia/Shanghai',
  'America/New_York',
  'America/Havana',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'UTC',
]
const anyZone = fc.constantFrom(...ZONES)
const anyInstant = fc
  .integer({ min: Date.UTC(1985, 0, 1), max: Date.UTC(2035, 0, 1) })
  .map(fromEpoch)

t.test('there and back again in any zone', async (t) => {
  fc.assert(
    fc.property(anyZone, anyInstant, (zone, instant) => {
      const [date, time] = [localDateOf(zone, instant), localTimeOf(zone, instant)]
      const back = instantAt(zone, date, time)
      return localDateOf(zone, back) === date && localTimeOf(zone, back) === time
    }),
    { numRuns: 4_000, seed: 1991 },
  )
  t.pass('all come back')
})

t.test('days meet without a gap in any zone', async (t) => {
  fc.assert(
    fc.property(anyZone, anyInstant, (zone, instant) => {
      const date = localDateOf(zone, instant)
      const [start, end] = [instantAt(zone, date, timeOf('00:00')), endOfDay(zone, date)]
      return (
        start <= instant &&
        instant < end &&
        localDateOf(zone, plusMs(end, -1)) === date &&
        localDateOf(zone, plusMs(start, -1)) < date
      )
    }),
    { numRuns: 4_000, seed: 2011 },
  )
  t.pass('all meet')
})

t.test('Shanghai is fast', async (t) => {
  const began = performance.now()
  for (let index = 0; index < 20_000; index++) {
    localDateOf('Asia/Shanghai', fromEpoch(Date.UTC(2022, 0, 1) + index * 3_600_000))
  }
  const took = performance.now() - began
  t.ok(took < 2_000, `20,000 days took ${Math.round(took)} ms`)
})
