import type { Accepted, Operation, Parsed } from '../contracts/operation.js'

type Part<O, K extends string> = K extends keyof O ? O[K] : undefined
type Body<O extends Operation> = O extends { file: true }
  ? Partial<Given<'body', Accepted<Part<O, 'body'>>>>
  : Given<'body', Accepted<Part<O, 'body'>>>
type Given<K extends string, S> = [S] extends [undefined] ? { [P in K]?: never } : { [P in K]: S }

/** What a request of an operation carries; parts the operation does not have cannot be given. */
export type Ask<O extends Operation> = Given<'params', Parsed<Part<O, 'params'>>> &
  Body<O> & {
    query?: Parsed<Part<O, 'query'>>
    /** The ETag of what the caller has seen. */
    if_match?: string | null
    /** Repeat it when repeating a request; a new one is made where it is left out. */
    key?: string
    /** The file of an upload, or one sent instead of the body. */
    file?: File
  }

/** What an operation answered. */
export interface Told<O extends Operation> {
  status: number
  body: Parsed<Part<O, 'response'>>
  etag: string | null
  location: string | null
}

/** What an address or a form can carry; lists are divided by commas. */
type Plain = string | number | boolean | readonly string[] | null | undefined

/** The same without the types of one operation: how a request is put together. */
export interface LooseAsk {
  params?: Readonly<Record<string, string>>
  query?: Readonly<Record<string, Plain>>
  body?: Readonly<Record<string, Plain>>
  if_match?: string | null
  key?: string
  file?: File
}

/** The address of an operation with its parameters filled in; values of a list are divided by commas. */
export function addressOf(base: string, { path }: Operation, { params, query }: LooseAsk): URL {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params?.[name] ?? ''),
  )
  const url = new URL(filled, base)
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value))
  }
  return url
}

/** The body of a request: JSON, or for an upload a form with the fields before the file. */
export function contentOf(
  { method }: Operation,
  { body, file }: LooseAsk,
): FormData | string | null {
  if (file) {
    const form = new FormData()
    for (const [name, value] of Object.entries(body ?? {})) {
      if (value !== undefined) form.set(name, String(value))
    }
    form.set('file', file)
    return form
  }
  return method === 'GET' ? null : JSON.stringify(body ?? {})
}
