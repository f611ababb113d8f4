import Fastify, { type FastifyInstance } from 'fastify'
import type { LateWork } from '../db/late-work.js'
import type { RetentionClass } from '../domain/retention.js'
import type { Standing } from './deps.js'
import { addDocumentation } from './external/documentation.js'
import { addHelmet } from './external/helmet.js'
import { addErrorHandler } from './frame/error-handler.js'
import { gauge, type Metrics } from './frame/metrics.js'

export interface AdminDeps {
  metrics: Metrics
  standing(): Promise<Standing>
  /** What the clocks should have done and have not; null when it cannot be asked. */
  late(): Promise<LateWork | null>
  /** Seconds since chain heads were last signed; null where this process cannot tell. */
  headsAge(): Promise<number | null>
  /** How many records of each class went with what was no longer kept; null when it cannot be asked. */
  swept(): Promise<ReadonlyMap<RetentionClass, number> | null>
}

/** What operators look at, for a listener of its own that the public does not reach: figures, health, the document. */
export async function buildAdmin({
  metrics,
  standing,
  late,
  headsAge,
  swept,
}: AdminDeps): Promise<FastifyInstance> {
  const app = Fastify({ logger: false })
  addErrorHandler(app)
  await addHelmet(app)
  await addDocumentation(app)
  app.get('/metrics', async (_request, reply) => {
    reply.type('text/plain; version=0.0.4; charset=utf-8')
    const [work, age, gone] = await Promise.all([late(), headsAge(), swept()])
    const signed = age === null ? [] : [gauge('zhenggai_heads_age_seconds', age)]
    return [metrics.text(), ...lateLines(work), ...signed, sweptLines(gone)].join('')
  })
  app.get('/readyz', async (_request, reply) => {
    const [{ postgres, temporal }, work] = await Promise.all([standing(), late()])
    reply.status(postgres ? 200 : 503)
    return {
      ...{ postgres, temporal },
      late_milestones: work?.milestones ?? null,
      unsent_messages: work?.messages ?? null,
    }
  })
  return app
}

/** Nothing is said of what could not be counted: a missing figure raises an alarm, a zero would not. */
function lateLines(late: LateWork | null): string[] {
  if (!late) return []
  return [
    gauge('zhenggai_late_milestones', late.milestones),
    gauge('zhenggai_unsent_messages', late.messages),
  ]
}

function sweptLines(gone: ReadonlyMap<RetentionClass, number> | null): string {
  if (!gone) return ''
  const name = 'zhenggai_retention_swept_total'
  const lines = [...gone].map(([one, removed]) => `${name}{class="${one}"} ${removed}\n`)
  return [`# TYPE ${name} counter\n`, ...lines].join('')
}
