import t from 'tap'
import {
  dateOf,
  dayFromEpoch,
  instantOf,
  isInstant,
  later,
  timeOf,
} from '../../src/domain/instant.js'

const refused = { name: 'RangeError' }

t.test('what is no instant, day or time is refused', async (t) => {
  const far = '+010000-01-01T00:00:00.000Z'
  for (const text of [
    '',
    far,
    '2022-09-05',
    '2022-09-05T08:30:00+08:00',
    '2022-02-30T00:00:00.000Z',
  ]) {
    t.throws(() => instantOf(text), refused, text)
    t.notOk(isInstant(text), text)
  }
  for (const text of ['2022-02-30', '2022-9-5', '20220905', 'null'])
    t.throws(() => dateOf(text), refused, text)
  for (const text of ['24:00', '9:00', '09:60', '']) t.throws(() => timeOf(text), refused, text)
  t.throws(() => dayFromEpoch(Number.NaN), refused)
})

t.test('the later of two', async (t) => {
  const [a, b] = [instantOf('2022-09-05T00:00:00.000Z'), instantOf('2022-09-05T00:00:00.001Z')]
  t.equal(later(a, b), b)
  t.equal(later(b, a), b)
})
