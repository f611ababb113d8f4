import type { Operation } from '../contracts/operation.js'
import { readProblem } from '../contracts/problem.js'
import { type Ask, addressOf, contentOf, type LooseAsk, type Told } from './asking.js'
import { RefusedError } from './refused-error.js'

export interface ClientOptions {
  /** Where the interface is served, such as `http://127.0.0.1:8080`. */
  address: string
  /** An access token, or whatever gives a fresh one. */
  token: string | (() => Promise<string>)
  /** Which office, for somebody whom several know. */
  office?: string
  language?: 'zh-CN' | 'en'
  /** The Idempotency-Key of a request that names none; a new one each time unless told otherwise. */
  keyOf?: KeyOf
  /** Milliseconds after which a request is given up with a TimeoutError; waited for without end unless told. */
  timeout?: number
}

/** The same key for the same request makes sending it again harmless. */
export type KeyOf = (operation: Operation, path: string, body: unknown) => string

/** Sends requests as one person. Throws RefusedError for a problem, TypeError where nobody answers. */
export type Client = <O extends Operation>(operation: O, ask: Ask<O>) => Promise<Told<O>>

/** A client typed by the contracts: it asks for what an operation describes and answers as it describes. */
export function createClient(options: ClientOptions): Client {
  const { address, token, office, language, keyOf = newKey, timeout } = options
  return async <O extends Operation>(operation: O, given: Ask<O>): Promise<Told<O>> => {
    const ask = given as LooseAsk
    const headers = new Headers()
    const content = contentOf(operation, ask)
    if (operation.policy !== 'public') {
      headers.set('authorization', `Bearer ${typeof token === 'string' ? token : await token()}`)
    }
    if (typeof content === 'string') headers.set('content-type', 'application/json')
    const url = addressOf(address, operation, ask)
    if (operation.idempotent) {
      headers.set('idempotency-key', ask.key ?? keyOf(operation, url.pathname, ask.body))
    }
    if (ask.if_match) headers.set('if-match', ask.if_match)
    if (office) headers.set('office-id', office)
    if (language) headers.set('accept-language', language)
    const signal = timeout === undefined ? null : AbortSignal.timeout(timeout)
    const answer = await fetch(url, { method: operation.method, headers, body: content, signal })
    const said: unknown = await read(answer, operation)
    if (!answer.ok) throw refusedBy(answer.status, said)
    return {
      status: answer.status,
      // The server encodes by the same contract; what it adds later is to be ignored, not refused.
      body: said as Told<O>['body'],
      etag: answer.headers.get('etag'),
      location: answer.headers.get('location'),
    }
  }
}

function newKey(): string {
  return crypto.randomUUID()
}

async function read(answer: Response, { download = false }: Operation): Promise<unknown> {
  if (download && answer.ok) return undefined
  const text = await answer.text()
  // Something on the way may refuse in a language of its own.
  if (!answer.ok) return parsed(text)
  return text === '' ? undefined : JSON.parse(text)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refusedBy(status: number, said: unknown): RefusedError {
  const told = readProblem.safeParse(said)
  return new RefusedError(status, told.success ? told.data : null)
}
