import t from 'tap'
import { stage } from './support.js'

t.test('a worker outlives a machine that stood still for a minute', async (t) => {
  const { worker } = await stage(t)
  // A script broken off at this limit takes its process with it.
  t.ok(worker.options.isolateExecutionTimeoutMs > 60_000)
})
