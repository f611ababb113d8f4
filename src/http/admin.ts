import Fastify, { type FastifyInstance } from 'fastify'
import type { Standing } from './deps.js'
import { addDocumentation } from './external/documentation.js'
import { addHelmet } from './external/helmet.js'
import { addErrorHandler } from './frame/error-handler.js'
import type { Metrics } from './frame/metrics.js'

export interface AdminDeps {
  metrics: Metrics
  standing(): Promise<Standing>
}

/** What operators look at, for a listener of its own that the public does not reach: figures, health, the document. */
export async function buildAdmin({ metrics, standing }: AdminDeps): Promise<FastifyInstance> {
  const app = Fastify({ logger: false })
  addErrorHandler(app)
  await addHelmet(app)
  await addDocumentation(app)
  app.get('/metrics', async (_request, reply) => {
    reply.type('text/plain; version=0.0.4; charset=utf-8')
    return metrics.text()
  })
  app.get('/readyz', async (_request, reply) => {
    const { postgres, temporal } = await standing()
    reply.status(postgres ? 200 : 503)
    return { postgres, temporal }
  })
  return app
}
