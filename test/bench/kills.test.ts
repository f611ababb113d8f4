import t from 'tap'
import { diedByThemselves } from '../../bench/chaos/kills.js'
import type { Entry } from '../../bench/harness/diary.js'

const entry = (name: string, more: Partial<Entry>): Entry => ({
  ...{ at: 0, name, what: 'ended', pid: 1, signal: null, code: null },
  ...more,
})

t.test('a process that ended by itself is named with how it ended', async (t) => {
  const entries = [
    entry('api-1', { what: 'started' }),
    entry('api-1', { signal: 'SIGKILL' }),
    entry('api-2', { code: 0 }),
    entry('api-1', { code: 1 }),
    entry('worker-2', { signal: 'SIGABRT' }),
  ]
  t.strictSame(diedByThemselves({ diary: { entries, note: () => undefined } }), [
    'api-1 ended by itself with 1',
    'worker-2 ended by itself with SIGABRT',
  ])
})
