import { Client, Connection } from '@temporalio/client'
import Fastify from 'fastify'
import { ACTS } from '../rivals/peer-table.js'
import { ACT, type Begin, type Said, TASK_QUEUE, WORKFLOW } from './messages.js'

/** The textbook version's API, a process: every command is an Update that is answered when the row is written. */
const { BENCH_TEMPORAL: address, BENCH_NAMESPACE: namespace, PORT } = process.env
const connection = await Connection.connect({ address: address ?? '' })
const { workflow } = new Client({ connection, namespace: namespace ?? 'default' })

const app = Fastify({ bodyLimit: 16 * 1024 * 1024 })
app.post<{ Body: { findings: Begin[] } }>('/notices', async ({ body }) => {
  const start = ({ id, body }: Begin) =>
    workflow.start(WORKFLOW, { workflowId: id, taskQueue: TASK_QUEUE, args: [{ id, body }] })
  await Promise.all(body.findings.map(start))
  return { issued: body.findings.length }
})
interface Command {
  Params: { id: string; act: string }
  Body: Record<string, unknown>
}
app.post<Command>('/findings/:id/:act', async ({ params, body, headers }) => {
  const act = ACTS.find((one) => one === params.act)
  if (!act) throw new Error(`no act ${params.act}`)
  const said: Said = { act, body }
  const updateId = String(headers['idempotency-key'])
  await workflow.getHandle(params.id).executeUpdate<void, [Said]>(ACT, { args: [said], updateId })
  return { done: true }
})
await app.listen({ host: '127.0.0.1', port: Number(PORT) })
process.once('SIGTERM', () => void app.close().then(() => connection.close()))
