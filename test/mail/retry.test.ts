import t from 'tap'
import { instantOf, toEpoch } from '../../src/domain/instant.js'
import { nextAttempt, RETRY_MINUTES } from '../../src/mail/retry.js'

const now = instantOf('2022-09-23T00:30:00.000Z')

t.test('a deferred mail waits longer after each attempt and then has failed', async (t) => {
  t.equal(nextAttempt(1, now), '2022-09-23T00:31:00.000Z')
  t.equal(nextAttempt(3, now), '2022-09-23T00:40:00.000Z')
  const waits = RETRY_MINUTES.map((_minutes, i) => nextAttempt(i + 1, now))
  const lengths = waits.map((at) => (at === null ? 0 : toEpoch(at) - toEpoch(now)))
  t.strictSame(
    lengths,
    lengths.toSorted((a, b) => a - b),
  )
  t.equal(nextAttempt(RETRY_MINUTES.length + 1, now), null)
})

t.test('it outlasts a grey list of an hour and an outage of a day', async (t) => {
  const hours = RETRY_MINUTES.reduce((sum, minutes) => sum + minutes, 0) / 60
  t.ok(hours > 24 && hours < 48)
})
