import { randomUUID } from 'node:crypto'
import { Pool } from 'undici'

/** One request. Commands carry a fresh Idempotency-Key unless one is given. */
export interface Ask {
  method: 'GET' | 'POST'
  path: string
  token?: string
  /** The ETag of what the caller has seen. */
  etag?: string
  body?: object
}

/** An answer as it came. */
export interface Told {
  text: string
  etag: string | null
  /** Milliseconds from sending to the last byte. */
  ms: number
}

/** An answer other than a 2xx: nothing measured with it would be worth anything. */
export class UnexpectedAnswerError extends Error {
  override readonly name = 'UnexpectedAnswerError'
}

/** A way into one server over kept connections. */
export interface Door {
  /** Throws UnexpectedAnswerError for any answer but a 2xx. */
  ask(ask: Ask): Promise<Told>
  close(): Promise<void>
}

const PATIENCE = 120_000

/** Opens nothing yet: connections are made as they are needed, at most so many. */
export function openDoor(address: string, connections: number): Door {
  const limits = { headersTimeout: PATIENCE, bodyTimeout: PATIENCE }
  const pool = new Pool(address, { connections, pipelining: 1, ...limits })
  return {
    async ask({ method, path, token, etag, body }) {
      const started = performance.now()
      const answer = await pool.request({
        method,
        path,
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...(etag ? { 'if-match': etag } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      const text = await answer.body.text()
      if (answer.statusCode < 200 || answer.statusCode > 299) {
        throw new UnexpectedAnswerError(
          `${method} ${path}: ${answer.statusCode} ${text.slice(0, 500)}`,
        )
      }
      const tag = answer.headers.etag
      return { text, etag: typeof tag === 'string' ? tag : null, ms: performance.now() - started }
    },
    close: () => pool.close(),
  }
}
