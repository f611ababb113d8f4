import { once } from 'node:events'
import { IncomingMessage, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { callbackify } from 'node:util'
import { mayConnect, type Ranges } from './addresses.js'
import { decoded } from './decoded.js'

/** Which addresses a name has. */
export type Resolve = (host: string) => Promise<readonly { address: string; family: number }[]>

/** How far a fetch may go. */
export interface Reach {
  resolve: Resolve
  /** Addresses that may be fetched from though they are nobody's. */
  allowed: Ranges
  /** Bytes of a page, milliseconds for all of it, and how often it may send elsewhere. */
  max_bytes: number
  patience: number
  redirects: number
}

/** Why nothing was seen. */
export const UNSEEN = [
  'not_listed',
  'not_public',
  'too_large',
  'too_slow',
  'sent_around',
  'unreadable',
  'no_answer',
] as const
export type Unseen = (typeof UNSEEN)[number]

export type Page =
  | { kind: 'seen'; url: string; status: number; text: string }
  | { kind: 'unseen'; why: Unseen }

type Answer = Page | { kind: 'moved'; to: string }

/**
 * Fetches a page of a site, each hop judged anew: it stays on the site's own host and port, and its address is decided when
 * the connection is made, and is that connection's. Never throws.
 */
export async function fetchPage(start: URL, site: URL, reach: Reach): Promise<Page> {
  const ends = AbortSignal.timeout(reach.patience)
  let url = start
  for (let hop = 0; hop <= reach.redirects; hop += 1) {
    if (!isOf(site, url)) return unseen('not_listed')
    const answer = await get(url, reach, ends)
    if (answer.kind !== 'moved') return answer
    const next = urlOf(answer.to, url)
    if (!next) return unseen('unreadable')
    url = next
  }
  return unseen('sent_around')
}

/** An address as the web reads it; null where it is none. */
export function urlOf(text: string, base?: URL): URL | null {
  return URL.canParse(text, base?.href) ? new URL(text, base) : null
}

/** Whether an address is of a site: its host and port, without anybody's name in it. */
export function isOf(site: URL, { protocol, hostname, port, username, password }: URL): boolean {
  const web = protocol === 'http:' || protocol === 'https:'
  const named = username !== '' || password !== ''
  return web && !named && hostname === site.hostname && port === site.port
}

async function get(url: URL, reach: Reach, signal: AbortSignal): Promise<Answer> {
  const { allowed, max_bytes } = reach
  const literal = url.hostname.replaceAll(/^\[|\]$/g, '')
  // A literal address is looked up nowhere.
  if (isIP(literal) && !mayConnect(literal, allowed)) return unseen('not_public')
  const request = (url.protocol === 'https:' ? secureRequest : plainRequest)(url, {
    ...{ agent: false, signal, lookup: pinned(reach), maxHeaderSize: 16_384 },
    headers: { accept: 'text/html,text/plain;q=0.9,*/*;q=0.1', 'accept-encoding': 'identity' },
  })
  // What goes wrong once it has answered is said by the answer.
  request.on('error', () => undefined)
  request.end()
  try {
    const said: unknown[] = await once(request, 'response')
    const [response] = said
    if (!(response instanceof IncomingMessage)) return unseen('no_answer')
    const peer = response.socket.remoteAddress
    const held = peer !== undefined && mayConnect(peer, allowed)
    return held ? await read(response, url, max_bytes) : unseen('not_public')
  } catch (error) {
    return unseen(whyOf(error, signal))
  } finally {
    request.destroy()
  }
}

/** Resolves a name when the connection is made, and gives it one address: none where any of all is not to be reached. */
function pinned({ resolve, allowed }: Reach): LookupFunction {
  const one = async (host: string) => {
    const all = await resolve(host)
    const [first] = all
    const open = all.every(({ address }) => mayConnect(address, allowed))
    if (!first || !open) throw new NotPublicError(host)
    return [{ ...first }]
  }
  // A connection that may try several addresses asks for all of them, and gets this one.
  const lookUp = callbackify(one)
  return (host, _, callback) => lookUp(host, callback)
}

class NotPublicError extends Error {
  override readonly name = 'NotPublicError'
  readonly code = 'NOT_PUBLIC'
}

async function read(response: IncomingMessage, url: URL, most: number): Promise<Answer> {
  const { statusCode = 0, headers } = response
  const { location } = headers
  if (REDIRECTS.includes(statusCode) && location !== undefined)
    return { kind: 'moved', to: location }
  const type = headers['content-type'] ?? ''
  const seen = { kind: 'seen', url: url.href, status: statusCode } as const
  if (!/^(text\/|application\/xhtml)/i.test(type)) return { ...seen, text: '' }
  // Nobody asked for anything packed.
  if (![undefined, 'identity'].includes(headers['content-encoding'])) return unseen('unreadable')
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of response as AsyncIterable<Buffer>) {
    bytes += piece.length
    if (bytes > most) return unseen('too_large')
    pieces.push(piece)
  }
  return { ...seen, text: decoded(Buffer.concat(pieces), type) }
}

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]

function whyOf(error: unknown, signal: AbortSignal): Unseen {
  if (signal.aborted) return 'too_slow'
  return error instanceof NotPublicError ? 'not_public' : 'no_answer'
}

function unseen(why: Unseen): Page {
  return { kind: 'unseen', why }
}
