import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import { ProblemError } from '../frame/problem-error.js'

/**
 * Answers 503 early when the event loop cannot keep up, so that what is under way finishes. Judged by how late the loop
 * is: one that is always busy and never late serves as many as it can.
 */
export async function addUnderPressure(app: FastifyInstance): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: 1_000,
    sampleInterval: 1_000,
    pressureHandler: () => {
      throw new ProblemError('OVERLOADED')
    },
  })
}
