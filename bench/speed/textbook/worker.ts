import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import pg from 'pg'
import { createActivities } from './activities.js'
import { TASK_QUEUE } from './messages.js'

/** The textbook version's worker, a process, with the settings our own worker has. Listening says that it runs. */
const {
  BENCH_DATABASE_URL: connectionString,
  BENCH_TEMPORAL: address,
  BENCH_NAMESPACE,
  PORT,
} = process.env
Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] })
const pool = new pg.Pool({ connectionString, max: 16 })
const connection = await NativeConnection.connect({ address: address ?? '' })
const worker = await Worker.create({
  connection,
  namespace: BENCH_NAMESPACE ?? 'default',
  taskQueue: TASK_QUEUE,
  workflowsPath: fileURLToPath(new URL('workflow.ts', import.meta.url)),
  activities: createActivities(pool),
  maxCachedWorkflows: 2_000,
  workflowThreadPoolSize: 1,
  maxConcurrentWorkflowTaskExecutions: 40,
  maxConcurrentActivityTaskExecutions: 40,
})
const running = worker.run()
const sign = createServer().listen(Number(PORT), '127.0.0.1')
process.once('SIGTERM', () => worker.shutdown())
await running
sign.close()
await connection.close()
await pool.end()
