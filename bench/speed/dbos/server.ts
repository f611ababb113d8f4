import { DBOS } from '@dbos-inc/dbos-sdk'
import Fastify from 'fastify'
import pg from 'pg'
import { ACTS, CREATE, INSERT, SET, STATES } from '../rivals/peer-table.js'

/**
 * DBOS Transact, a process: the same life as a durable workflow, one message per act, behind the same Fastify. Tuned as
 * its guide says: the library in the process that serves, notifications instead of polling, pools as large as ours.
 */
const {
  BENCH_DATABASE_URL: connectionString,
  BENCH_SYSTEM_URL: systemDatabaseUrl,
  PORT,
} = process.env
const PATIENCE_SECONDS = 30 * 24 * 3_600
const pool = new pg.Pool({ connectionString, max: 16 })
await pool.query(CREATE)

interface Finding {
  id: string
  body: object
}

/** The life of one finding: every act is awaited as a message and written to the row in a step. */
async function findingLife({ id, body }: Finding): Promise<void> {
  await DBOS.runStep(() => pool.query(INSERT, [id, STATES[0], body]).then(ignore), {
    name: 'issue',
  })
  for (const [index, act] of ACTS.entries()) {
    const said = await DBOS.recv<object>(act, PATIENCE_SECONDS)
    const write = () => pool.query(SET, [id, STATES[index + 1], index + 2, said]).then(ignore)
    await DBOS.runStep(write, { name: act })
  }
}

DBOS.setConfig({
  name: 'bench-dbos',
  systemDatabaseUrl: systemDatabaseUrl ?? '',
  systemDatabasePoolSize: 32,
  logLevel: 'error',
})
const life = DBOS.registerWorkflow(findingLife, { name: 'findingLife' })
await DBOS.launch()

const app = Fastify({ bodyLimit: 16 * 1024 * 1024 })
app.post<{ Body: { findings: Finding[] } }>('/notices', async ({ body }) => {
  const start = ({ id, body }: Finding) =>
    DBOS.startWorkflow(life, { workflowID: id })({ id, body })
  await Promise.all(body.findings.map(start))
  return { issued: body.findings.length }
})
app.post<{ Params: { id: string; act: string }; Body: object }>(
  '/findings/:id/:act',
  async (request) => {
    const { params, body, headers } = request
    await DBOS.send(params.id, body, params.act, String(headers['idempotency-key']))
    return { accepted: true }
  },
)
await app.listen({ host: '127.0.0.1', port: Number(PORT) })
process.once('SIGTERM', () => {
  void app
    .close()
    .then(() => DBOS.shutdown())
    .then(() => pool.end())
})

function ignore(): void {}
