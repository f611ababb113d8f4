import { once } from 'node:events'
import { connect, type NetConnectOpts, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'

/** What a scanner said of a file; `name` is what it found. */
export type Verdict = { clean: true } | { clean: false; name: string }

/** Whether it is the scanner that does not answer, or this file that it does not judge. */
export type ScanErrorCode = 'SCANNER_AWAY' | 'NOT_JUDGED'

/** No verdict: the file is neither clean nor infected, and has to be scanned again. */
export class ScanError extends Error {
  override readonly name = 'ScanError'
  readonly code: ScanErrorCode

  constructor(code: ScanErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

export interface ScannerOptions {
  /** `host:port`, or the path of a socket. */
  address: string
  /** Milliseconds without a sign of life. */
  patience?: number
}

const COMMAND = Buffer.from('zINSTREAM\0')
const ANSWER = /^stream: (?:(OK)|(.+) FOUND)$/

/**
 * Hands a file to clamd (INSTREAM) as it is read and returns what it says. Throws ScanError; whoever asks has learnt
 * nothing then.
 */
export async function scanWithClamd(
  { address, patience = 60_000 }: ScannerOptions,
  content: AsyncIterable<Buffer>,
): Promise<Verdict> {
  const socket = connect(placeOf(address))
  socket.setTimeout(patience, () => socket.destroy(new Error('clamd is silent')))
  let failed: unknown = null
  socket.on('error', (error) => (failed = error))
  const answer = text(socket).catch(() => '')
  await send(socket, framed(content))
  const said = (await answer).replace(/\0[\s\S]*$/, '')
  socket.destroy()
  const [, ok, found] = ANSWER.exec(said) ?? []
  if (ok !== undefined) return { clean: true }
  if (found !== undefined) return { clean: false, name: found }
  if (said !== '') throw new ScanError('NOT_JUDGED', said.slice(0, 200))
  throw new ScanError('SCANNER_AWAY', 'clamd does not answer', { cause: failed })
}

function placeOf(address: string): NetConnectOpts {
  const [, host, port] = /^([^\s/]+):(\d+)$/.exec(address) ?? []
  return host === undefined ? { path: address } : { host, port: Number(port) }
}

/** Sends until it hangs up: it may do so in the middle, and has said why before it did. */
async function send(socket: Socket, frames: AsyncIterable<Buffer>): Promise<void> {
  const closed = new AbortController()
  const { signal } = closed
  socket.once('close', () => closed.abort())
  for await (const frame of frames) {
    if (!socket.writable) return
    if (!socket.write(frame)) await once(socket, 'drain', { signal }).catch(() => undefined)
  }
}

/** Each piece behind its length, an empty one for the end. */
async function* framed(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield COMMAND
  for await (const piece of content) {
    yield lengthOf(piece.length)
    yield piece
  }
  yield lengthOf(0)
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}
