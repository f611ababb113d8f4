import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { ERRORS } from '../../contracts/errors.js'
import type { HttpCode } from '../../contracts/http-errors.js'
import { PROBLEM_TYPE } from './error-handler.js'
import { problemOf } from './problem.js'

const CODES: Readonly<Record<string, HttpCode>> = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'TOO_SLOW',
}

/** What every other answer carries too; no plugin reaches this one. */
const HEADERS = [
  `content-type: ${PROBLEM_TYPE}`,
  "content-security-policy: default-src 'none';frame-ancestors 'none'",
  'strict-transport-security: max-age=31536000; includeSubDomains',
  'x-content-type-options: nosniff',
  'referrer-policy: no-referrer',
  'cache-control: no-store',
  'connection: close',
]

/** Answers what is not even HTTP, or came too slowly, with a problem like everything else, and hangs up. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const to = { language: 'zh', traceId: randomUUID() } as const
  const code = CODES[error.code ?? ''] ?? 'VALIDATION_FAILED'
  const { status } = ERRORS[code]
  const text = JSON.stringify(problemOf(to, code))
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      ...HEADERS,
      `content-length: ${Buffer.byteLength(text)}`,
      '',
      text,
    ].join('\r\n'),
  )
}
