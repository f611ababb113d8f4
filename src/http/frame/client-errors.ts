import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import { ERRORS } from '../../contracts/errors.js'
import { problemOf } from './problem.js'

/** Answers what is not even HTTP, or came too slowly, with a problem like everything else, and hangs up. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const to = { language: 'zh', traceId: randomUUID() } as const
  const text = JSON.stringify(problemOf(to, 'VALIDATION_FAILED'))
  socket.end(
    [
      `HTTP/1.1 ${ERRORS.VALIDATION_FAILED.status} Bad Request`,
      'content-type: application/problem+json; charset=utf-8',
      `content-length: ${Buffer.byteLength(text)}`,
      'connection: close',
      '',
      text,
    ].join('\r\n'),
  )
}
