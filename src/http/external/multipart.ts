import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'

/** Uploads: one file, streamed, with a few short fields before it. Every limit is set, none is left to a default. */
export async function addMultipart(app: FastifyInstance, maxFileBytes: number): Promise<void> {
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: {
      fileSize: maxFileBytes + 1,
      // One more than is taken, so that a second one is refused for what it is.
      files: 2,
      fields: 10,
      fieldNameSize: 100,
      fieldSize: 2_000,
      parts: 12,
      headerPairs: 20,
    },
  })
}
