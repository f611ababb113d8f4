import t from 'tap'
import { isOfRequest, naggedOf, nags, stepOf } from '../../src/domain/clock/office-limits.js'
import { lifeIn } from '../helpers/domain/life.js'
import { reporter, signatory } from '../helpers/domain/people.js'

const nag = (step: number) => ({ kind: 'nag_office' as const, step })

t.test('each request has its own two steps, after those of review and closing', async (t) => {
  const steps = [0, 1, 2].map((number) => [1, 2].map((nth) => stepOf(number, nth)))
  t.strictSame(steps, [
    [1, 2],
    [3, 4],
    [5, 6],
  ])
  t.strictSame(
    [1, 2, 3, 4].map((step) => isOfRequest(nag(step))),
    [false, false, true, true],
  )
  t.notOk(isOfRequest({ kind: 'climb', step: 3 }))
})

t.test('a step says what waits, and nothing once it does not', async (t) => {
  const told = (life: ReturnType<typeof lifeIn>) =>
    [1, 2, 3, 4, 5, 6].map((step) => {
      const nagged = naggedOf(life.finding, { step })
      return nagged && `${nagged.waiting} ${nagged.step} of ${nagged.number ?? 'the turn'}`
    })
  const none = [null, null, null, null, null, null]
  t.strictSame(told(lifeIn('rectifying')), none)
  t.strictSame(told(lifeIn('verified')).slice(0, 3), [
    'close 1 of the turn',
    'close 2 of the turn',
    null,
  ])
  const both = lifeIn('rectifying').does(signatory, 'dispute').does(signatory, 'request_extension')
  t.strictSame(told(both), [
    ...[null, null, 'dispute 1 of 1', 'dispute 2 of 1', 'extension 1 of 2', 'extension 2 of 2'],
  ])
  both.does(reporter, 'respond')
  t.strictSame(told(both), [
    ...['review 1 of the turn', 'review 2 of the turn', null, null],
    ...['extension 1 of 2', 'extension 2 of 2'],
  ])
})

t.test('review three days, closing two, a request two', async (t) => {
  const limits = (life: ReturnType<typeof lifeIn>) =>
    nags(life.finding, life.situation.rules).map(({ step, reason }) => [
      step,
      reason['working_days'],
    ])
  t.strictSame(limits(lifeIn('rectifying')), [])
  t.strictSame(limits(lifeIn('responded')), [
    [1, 3],
    [2, 3],
  ])
  t.strictSame(limits(lifeIn('verified')), [
    [1, 2],
    [2, 2],
  ])
  t.strictSame(limits(lifeIn('rectifying').does(signatory, 'dispute')), [
    [3, 2],
    [4, 2],
  ])
})
