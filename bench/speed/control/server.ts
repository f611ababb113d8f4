import { readFileSync } from 'node:fs'
import Fastify from 'fastify'
import pg from 'pg'
import type { Recording } from './recording.js'
import { PARAMETERS, writeText } from './schema.js'

/**
 * The control, a process: a bare route that writes what a real command writes, the recorded rows with another id,
 * in one statement, and answers what was answered. It reads nothing, judges nothing and knows nobody.
 */
const { BENCH_DATABASE_URL: connectionString, BENCH_RECORDING = '', PORT } = process.env
const recording = JSON.parse(readFileSync(BENCH_RECORDING, 'utf8')) as Recording
const pool = new pg.Pool({ connectionString, max: 16 })
const client = await pool.connect()
const text = await writeText(client)
client.release()

const templates = recording.steps.map((written) => ({
  values: PARAMETERS.map((name) => JSON.stringify(written[name])),
  answer: JSON.stringify(written.command_key[0]?.body),
  key: String(written.command_key[0]?.key),
}))

const app = Fastify()
app.post<{ Params: { id: string; step: string } }>(
  '/findings/:id/:step',
  async (request, reply) => {
    const { id, step } = request.params
    const template = templates[Number(step)]
    if (!template) return reply.status(404).send()
    const own = (value: string) => value.replaceAll(recording.id, id)
    const key = String(request.headers['idempotency-key'])
    const values = template.values.map((value) => own(value).replace(template.key, key))
    await pool.query({ name: 'write', text, values: [...values, id] })
    return reply.type('application/json').send(own(template.answer))
  },
)
await app.listen({ host: '127.0.0.1', port: Number(PORT) })
process.once('SIGTERM', () => void app.close().then(() => pool.end()))
