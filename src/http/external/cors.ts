import cors from '@fastify/cors'
import type { FastifyInstance } from 'fastify'

/** Browsers of these origins may call; without any, none may and no header is sent. */
export async function addCors(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return
  await app.register(cors, {
    origin: [...origins],
    methods: ['GET', 'HEAD', 'POST', 'PATCH'],
    allowedHeaders: [
      'Authorization',
      'Content-Type',
      'Accept-Language',
      'Idempotency-Key',
      'If-Match',
      'If-None-Match',
      'Office-Id',
    ],
    exposedHeaders: [
      'ETag',
      'Link',
      'Location',
      'Retry-After',
      'WWW-Authenticate',
      'RateLimit',
      'RateLimit-Policy',
    ],
    maxAge: 600,
  })
}
