import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { noticeOperations } from '../../contracts/notices/operations.js'
import { LARGEST_PAPER } from '../../notices/read-paper.js'
import { createPaperReader } from '../../notices/reader.js'
import type { Task } from '../../notices/task.js'
import { addMultipart } from '../external/multipart.js'
import { success } from '../frame/answers.js'
import { NO_QUERY, send } from '../frame/bind.js'
import { fileTime } from '../frame/file-time.js'
import { admission } from '../frame/policy.js'
import { ProblemError } from '../frame/problem-error.js'
import { presentNoticeReading } from '../present/notice-reading.js'
import { rereadingRoutes } from './rereading.js'
import type { RouteDeps } from './room.js'
import { drain, freeWhenLate } from './upload.js'

/** Reading a notice from its text or its file, of which nothing is kept, and reading a draft's text anew. */
export async function noticeReadingRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  const { readNotice } = noticeOperations
  const papers = createPaperReader()
  app.addHook('onClose', () => papers.close())
  rereadingRoutes(app, deps, papers)

  // In a room of its own: only here may a form stand for the text.
  await app.register(async (room) => {
    await addMultipart(room, LARGEST_PAPER)
    room.route({
      method: readNotice.method,
      url: readNotice.path,
      config: admission(readNotice),
      schema: {
        querystring: NO_QUERY,
        body: { content: { 'application/json': { schema: readNotice.body } } },
      },
      handlerTimeout: fileTime(LARGEST_PAPER),
      preValidation: async (request) => {
        if (!request.isMultipart() && request.body === undefined)
          throw new ProblemError('VALIDATION_FAILED', [missing('text')])
      },
      handler: async (request, reply) => {
        freeWhenLate(request, reply)
        try {
          const draft = await papers.read(await taskOf(request))
          const answer = success(readNotice, presentNoticeReading(draft))
          return await send(request, reply, answer, readNotice)
        } catch (error) {
          drain(request.raw, LARGEST_PAPER)
          throw error
        }
      },
    })
  })
}

async function taskOf(request: FastifyRequest): Promise<Task> {
  if (!request.isMultipart())
    return request.body as z.output<typeof noticeOperations.readNotice.body>
  try {
    return await fileOf(request)
  } catch (error) {
    if (error instanceof ProblemError) throw error
    // What is no form, or ends too early, is its sender's fault.
    throw new ProblemError('VALIDATION_FAILED', [{ in: 'body', pointer: '', code: 'MALFORMED' }])
  }
}

async function fileOf(request: FastifyRequest): Promise<Task> {
  let task: Task | null = null
  for await (const part of request.parts()) {
    if (part.type !== 'file' || part.fieldname !== 'file' || task !== null) {
      if (part.type === 'file') part.file.resume()
      const fault = { in: 'body', pointer: `/${part.fieldname}`, code: 'UNKNOWN_FIELD' } as const
      throw new ProblemError('VALIDATION_FAILED', [fault])
    }
    const bytes = await part.toBuffer()
    if (bytes.length > LARGEST_PAPER) throw new ProblemError('BODY_TOO_LARGE')
    task = { bytes, name: part.filename }
  }
  if (task === null) throw new ProblemError('VALIDATION_FAILED', [missing('file')])
  return task
}

function missing(field: string) {
  return { in: 'body', pointer: `/${field}`, code: 'REQUIRED' } as const
}
