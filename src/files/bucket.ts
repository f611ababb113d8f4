import { AwsClient } from 'aws4fetch'
import type { ArrivedFile } from './contents.js'
import { EvidenceError } from './evidence-error.js'
import { sendFile } from './send-file.js'

export interface BucketOptions {
  /** Its own address: `https://host/bucket` or `https://bucket.host`. */
  url: string
  region: string
  key_id: string
  secret: string
  /** Milliseconds without an answer. */
  patience?: number
}

/** An object, and when it was written, in epoch milliseconds. */
export interface Listed {
  key: string
  modified: number
}

export type Bucket = ReturnType<typeof openBucket>

/** What the bucket said instead; the code tells an operator why. */
class BucketError extends Error {
  override readonly name = 'BucketError'
  readonly code: string

  constructor(status: number, code: string | null) {
    super('the bucket refused')
    this.code = code ?? `HTTP_${status}`
  }
}

interface Asked {
  headers?: Record<string, string>
  signal?: AbortSignal
}

/** Less than a transaction may lie idle, since one waits for `copy`. */
const PATIENCE_MS = 8_000
/** The slowest line to a store that files still get through. */
const BYTES_PER_MS = 1_000
const CODE = /<Code>([^<]+)<\/Code>/

/**
 * What is asked of an S3-compatible bucket: whole objects only, each by one request that is not repeated. Whoever asks
 * tries again. Throws EvidenceError NOT_FOUND for an object that is not there, STORE_AWAY for whatever else was not done.
 */
export function openBucket(options: BucketOptions) {
  const { url, region, key_id, secret, patience = PATIENCE_MS } = options
  const base = url.replace(/\/+$/, '')
  const client = new AwsClient({
    ...{ accessKeyId: key_id, secretAccessKey: secret, region },
    ...{ service: 's3', retries: 0 },
  })

  async function ask(method: string, path: string, asked: Asked = {}): Promise<Response> {
    const { signal = AbortSignal.timeout(patience), ...more } = asked
    const how = { method, signal, redirect: 'manual', ...more } as const
    const answer = await client.fetch(`${base}/${path}`, how).catch(away)
    if (answer.ok) return answer
    const code = CODE.exec(await answer.text().catch(away))?.[1] ?? null
    // The head of an answer has no words in which it could say what is missing.
    if (code === 'NoSuchKey' || (method === 'HEAD' && answer.status === 404)) {
      throw new EvidenceError('NOT_FOUND', 'no such object')
    }
    return away(new BucketError(answer.status, code))
  }

  async function told(method: string, path: string, asked?: Asked): Promise<string> {
    return (await ask(method, path, asked)).text().catch(away)
  }

  /** Writes a whole file; the hash is part of what is signed, and a bucket that checks it takes no other bytes. */
  async function put(key: string, file: ArrivedFile): Promise<void> {
    const signal = AbortSignal.timeout(patience + Math.ceil(file.size / BYTES_PER_MS))
    const headers = { 'x-amz-content-sha256': file.sha256 }
    const signed = await client.sign(`${base}/${key}`, { method: 'PUT', headers })
    const { status, words } = await sendFile(signed, file, signal).catch(away)
    if (status !== 200) await away(new BucketError(status, CODE.exec(words)?.[1] ?? null))
  }

  /** Has the bucket copy an object of its own. */
  async function copy(from: string, to: string): Promise<void> {
    const headers = { 'x-amz-copy-source': `/${nameOf(base)}/${from}` }
    // It may say yes before it has copied, and only then that it could not.
    const [, code] = CODE.exec(await told('PUT', to, { headers })) ?? []
    if (code !== undefined) await away(new BucketError(200, code))
  }

  /** An object as it comes; given up when nothing comes for a while. */
  async function* read(key: string): AsyncGenerator<Uint8Array> {
    const stop = new AbortController()
    const silent = setTimeout(() => stop.abort(new Error('the bucket is silent')), patience)
    try {
      const { body } = await ask('GET', key, { signal: stop.signal })
      for await (const piece of body ?? []) {
        silent.refresh()
        yield piece
      }
    } catch (error) {
      if (error instanceof EvidenceError) throw error
      await away(error)
    } finally {
      clearTimeout(silent)
    }
  }

  /** When an object was last written, in epoch milliseconds; null where there is none. */
  async function modified(key: string): Promise<number | null> {
    try {
      const { headers } = await ask('HEAD', key)
      return Date.parse(headers.get('last-modified') ?? '')
    } catch (error) {
      if (error instanceof EvidenceError && error.code === 'NOT_FOUND') return null
      throw error
    }
  }

  /** Removes an object; one that is not there counts as removed. */
  async function remove(key: string): Promise<void> {
    await told('DELETE', key)
  }

  /** The objects whose keys begin so, a page at a time; more than a thousand no bucket gives. */
  async function* list(prefix: string, most = 1_000): AsyncGenerator<Listed[]> {
    let next: Record<string, string> = {}
    do {
      const asked = { 'list-type': '2', 'max-keys': String(most), prefix, ...next }
      const query = new URLSearchParams(asked)
      const page = await told('GET', `?${query.toString()}`)
      yield [...page.matchAll(/<Contents>([^]*?)<\/Contents>/g)].map(([, entry = '']) => ({
        key: within('Key', entry),
        modified: Date.parse(within('LastModified', entry)),
      }))
      const token = within('NextContinuationToken', page)
      next = token === '' ? {} : { 'continuation-token': token }
    } while (next['continuation-token'] !== undefined)
  }

  return { put, copy, read, modified, remove, list }
}

/** The name of a bucket, as it stands in its address. */
function nameOf(base: string): string {
  const { hostname, pathname } = new URL(base)
  return pathname === '/' ? (hostname.split('.')[0] ?? '') : pathname.slice(1)
}

function away(cause: unknown): Promise<never> {
  const message = 'the bucket does not do what it was asked'
  return Promise.reject(new EvidenceError('STORE_AWAY', message, { cause }))
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** The text of the first element of this name; empty where there is none. */
function within(name: string, text: string): string {
  const [, inner = ''] = new RegExp(`<${name}>([^<]*)</${name}>`).exec(text) ?? []
  return inner.replace(/&(\w+);/g, (whole, entity: string) => ENTITIES[entity] ?? whole)
}
