import type { Accepted, Operation, Parsed } from '../contracts/operation.js'

/** What a request of an operation carries; fields the operation does not describe are not there. */
export type Ask<O extends Operation> = Given<'params', O['params']> &
  Given<'query', O['query']> &
  Given<'body', O['body']> & { if_match?: string | null; file?: File }

type Given<K extends string, S> = [Accepted<S>] extends [undefined]
  ? { [P in K]?: undefined }
  : { [P in K]: Accepted<S> }

/** The answer, and the ETag to send as `if_match` with what is done next. */
export interface Told<O extends Operation> {
  body: Parsed<O['response']>
  etag: string | null
}

/** Sends requests as one person. Throws RefusedError for whatever is refused, and what `fetch` throws. */
export type Caller = <O extends Operation>(operation: O, ask: Ask<O>) => Promise<Told<O>>

/** The Idempotency-Key of a request. The same key for the same request makes sending it again harmless. */
export type KeyOf = (operation: Operation, path: string, body: unknown) => string

/** A problem that the server answered with; `code` is stable. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly code: string
  readonly status: number

  constructor(code: string, status: number, message: string) {
    super(message)
    this.code = code
    this.status = status
  }
}

/** A caller with a token at an address; every write gets a new key unless told otherwise. */
export function callerOf(address: string, token: string, keyOf: KeyOf = newKey): Caller {
  return async (operation, ask) => {
    const { params, query, body, if_match, file } = ask as Loose
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params?.[name] ?? '')
    const url = new URL(path, address)
    for (const [name, value] of Object.entries(query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, String(value))
    }
    const headers = new Headers({ authorization: `Bearer ${token}` })
    if (operation.idempotent) headers.set('idempotency-key', keyOf(operation, path, body))
    if (if_match) headers.set('if-match', if_match)
    const json = operation.method !== 'GET' && !file
    if (json) headers.set('content-type', 'application/json')
    const sent = file ? formOf(body, file) : json ? JSON.stringify(body ?? {}) : null
    const answer = await fetch(url, { method: operation.method, headers, body: sent })
    const text = await answer.text()
    const said = text ? JSON.parse(text) : null
    if (!answer.ok) {
      const code = String(said?.code ?? answer.status)
      throw new RefusedError(code, answer.status, `${operation.id}: ${answer.status} ${text}`)
    }
    return { body: said, etag: answer.headers.get('etag') }
  }
}

/** The same fields, without what the operation's types know of them. */
interface Loose {
  params?: Record<string, string>
  query?: Record<string, unknown>
  body?: object
  if_match?: string | null
  file?: File
}

/** Fields first, the file last, so that the server can stream it. */
function formOf(body: object | undefined, file: File): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(body ?? {})) form.set(name, String(value))
  form.set('file', file)
  return form
}

function newKey(): string {
  return crypto.randomUUID()
}
