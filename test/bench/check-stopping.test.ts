import t from 'tap'
import { spoiledByStopping } from '../../bench/chaos/audit/check-stopping.js'
import type { Attempt } from '../../bench/harness/ledger.js'

const API = 'http://127.0.0.1:1'
const OTHER = 'http://127.0.0.1:2'
const WINDOW = { api: API, from: 1_000, until: 2_000 }

const attempt = (api: string, from: number, until: number, code: string | null): Attempt => ({
  ...{ api, from, until, outcome: code === null ? 200 : 'lost', code },
})

/** What is said of a command whose key was kept at an instant. */
const judged = (attempts: Attempt[], at: number | null) =>
  spoiledByStopping(
    [{ id: 'one', attempts, status: 200, code: null, at: 3_000 }],
    [WINDOW],
    at === null ? [] : [{ key: 'one-key', status: 200, at }],
  )

const answered = attempt(OTHER, 1_600, 1_700, null)

t.test('a stop that does a command and says nothing is blamed, with how it was lost', async (t) => {
  const reset = attempt(API, 1_500, 1_510, 'ECONNRESET')
  t.strictSame(judged([reset, answered], 1_505), ['one: 已办理而没有答复（ECONNRESET，10毫秒）'])
  t.strictSame(judged([reset, answered], 1_650), [], 'done by the next attempt')
  t.strictSame(judged([reset, answered], 1_400), [], 'done by one before')
})

t.test('a stop that answers with a 5xx is blamed', async (t) => {
  const failed: Attempt = { ...attempt(API, 1_500, 1_510, 'UNAVAILABLE'), outcome: 503 }
  t.strictSame(judged([failed, answered], null), ['one: 503 UNAVAILABLE'])
  const busy = { ...failed, code: 'OVERLOADED' }
  t.strictSame(judged([busy, answered], null), [], 'overloaded it is without stopping')
})

t.test('a refused connection does nothing, whatever was done meanwhile', async (t) => {
  const refused = attempt(API, 1_500, 1_501, 'ECONNREFUSED')
  t.strictSame(judged([refused, answered], 1_550), [])
})

t.test('what the caller has given up may be done at any time after', async (t) => {
  const patience = attempt(OTHER, 500, 1_499, 'TimeoutError')
  const reset = attempt(API, 1_500, 1_510, 'ECONNRESET')
  t.strictSame(judged([patience, reset, answered], 1_505), [])
})

t.test('outside a stop nobody is blamed for one', async (t) => {
  const early = attempt(API, 500, 510, 'ECONNRESET')
  t.strictSame(judged([early, answered], 505), [])
})
