import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import { ProblemError } from '../frame/problem-error.js'

/** Answers 503 early when the event loop cannot keep up, so that what is under way finishes. */
export async function addUnderPressure(app: FastifyInstance): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: 1_000,
    maxEventLoopUtilization: 0.99,
    sampleInterval: 1_000,
    pressureHandler: () => {
      throw new ProblemError('OVERLOADED')
    },
  })
}
