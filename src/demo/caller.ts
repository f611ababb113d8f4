import { randomUUID } from 'node:crypto'
import type { Accepted, Operation, Parsed } from '../contracts/operation.js'

/** What a request of an operation carries; fields the operation does not describe are not there. */
export type Ask<O extends Operation> = Given<'params', O['params']> &
  Given<'query', O['query']> &
  Given<'body', O['body']> & { if_match?: string | null; file?: File }

type Given<K extends string, S> = [Accepted<S>] extends [undefined]
  ? { [P in K]?: undefined }
  : { [P in K]: Accepted<S> }

export interface Told<O extends Operation> {
  body: Parsed<O['response']>
  etag: string | null
}

/** Sends requests as one person. Throws an error with a problem's `code` for whatever is refused. */
export type Caller = <O extends Operation>(operation: O, ask: Ask<O>) => Promise<Told<O>>

export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

export function callerOf(address: string, token: string): Caller {
  return async (operation, ask) => {
    const { params, query, body, if_match, file } = ask as {
      params?: Record<string, string>
      query?: Record<string, string>
      body?: object
      if_match?: string | null
      file?: File
    }
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params?.[name] ?? '')
    const url = new URL(path, address)
    for (const [name, value] of Object.entries(query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, String(value))
    }
    const headers = new Headers({ authorization: `Bearer ${token}` })
    if (operation.idempotent) headers.set('idempotency-key', randomUUID())
    if (if_match) headers.set('if-match', if_match)
    let sent: FormData | string | null = null
    if (file) {
      const form = new FormData()
      for (const [name, value] of Object.entries(body ?? {})) form.set(name, String(value))
      form.set('file', file)
      sent = form
    } else if (operation.method !== 'GET') {
      headers.set('content-type', 'application/json')
      sent = JSON.stringify(body ?? {})
    }
    const answer = await fetch(url, { method: operation.method, headers, body: sent })
    const text = await answer.text()
    const said = text ? JSON.parse(text) : null
    if (!answer.ok)
      throw new RefusedError(
        String(said?.code ?? answer.status),
        `${operation.id}: ${answer.status} ${text}`,
      )
    return { body: said, etag: answer.headers.get('etag') }
  }
}
