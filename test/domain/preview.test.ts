import t from 'tap'
import { previewOf } from '../../src/domain/clock/preview.js'
import { issuedLife, type Life, lifeIn } from '../helpers/domain/life.js'
import { leader, reporter, signatory } from '../helpers/domain/people.js'
import { CALENDARS, day, local } from '../helpers/domain/world.js'

const { usual, changed, provisional } = CALENDARS
const seen = (life: Life, calendar = changed) => previewOf(life.situation, calendar)
/** What the clock has ahead, held back or not, by kind and step. */
const ahead = ({ situation }: Life) =>
  new Map(
    situation.milestones
      .filter(({ outcome }) => outcome === null || outcome === 'held')
      .map(({ kind, step, at }) => [`${kind}/${step}`, at]),
  )

t.test('a preview says what applying then does, and does nothing itself', async (t) => {
  const lives: [string, () => Life][] = [
    ['notified', () => issuedLife()],
    ['rectifying', () => lifeIn('rectifying')],
    ['responded', () => lifeIn('responded')],
    ['closed', () => lifeIn('closed', { policy: { lookback: { days: [2], after_cycle: null } } })],
    ['disputed', () => lifeIn('rectifying').does(signatory, 'dispute')],
    ['due, and nobody woke', () => lifeIn('rectifying').at('2026-03-17 08:00')],
    ['provisional', () => issuedLife({ calendar: provisional }).does(reporter, 'acknowledge')],
  ]
  for (const [name, make] of lives) {
    const life = make()
    const before = JSON.stringify(life.situation)
    const calendar = name === 'provisional' ? usual : changed
    const shown = seen(life, calendar)
    t.equal(JSON.stringify(life.situation), before, `${name}: nothing is done`)
    const caught = life.tick()
    const [was, due] = [ahead(caught), caught.finding.due]
    life.by(calendar).does(leader, 'recalculate')
    const is = ahead(life)
    const moved = [...new Set([...was.keys(), ...is.keys()])].filter(
      (key) => was.get(key) !== is.get(key),
    )
    t.strictSame(
      shown?.milestones.map(({ kind, step, from, to }) => `${kind}/${step}: ${from} → ${to}`),
      moved.map((key) => `${key}: ${was.get(key) ?? null} → ${is.get(key) ?? null}`),
      name,
    )
    const changes =
      life.finding.due?.at !== due?.at || life.finding.due?.provisional !== due?.provisional
    t.strictSame(shown?.due, changes ? { from: due, to: life.finding.due } : null, name)
  }
})

t.test('nothing moves where nothing changes, nor of a draft', async (t) => {
  t.equal(seen(lifeIn('rectifying'), usual), null)
  t.equal(seen(lifeIn('draft')), null)
  t.equal(seen(lifeIn('withdrawn')), null)
})

t.test('a day of service that turns out a day off counts as the next', async (t) => {
  const life = issuedLife({ served: '2026-03-05 10:00' })
  t.strictSame(seen(life)?.service_date, { from: day('2026-03-05'), to: day('2026-03-06') })
  t.equal(seen(issuedLife())?.service_date, null)
})

t.test('an act that comes has no instant before', async (t) => {
  const life = issuedLife({ calendar: provisional }).does(reporter, 'acknowledge')
  const rung = seen(life, usual)?.milestones.find(
    ({ kind, step }) => kind === 'climb' && step === 1,
  )
  t.strictSame(rung, { kind: 'climb', step: 1, from: null, to: local('2026-03-17 07:30') })
  const certain = issuedLife({ deadline: null, own: { date: day('2026-03-19'), time: null } })
  t.equal(seen(certain)?.due, null, 'its due stays')
})
