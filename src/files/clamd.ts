import { once } from 'node:events'
import { connect, type NetConnectOpts, type Socket } from 'node:net'

/** What a scanner said of a file; `name` is what it found. */
export type Verdict = { clean: true } | { clean: false; name: string }

/** Whether the scanner said nothing, away or hanging up on this file, or said that it does not judge it. */
export type ScanErrorCode = 'NO_ANSWER' | 'NOT_JUDGED'

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
const PING = Buffer.from('zPING\0')
const ANSWER = /^stream: (?:(OK)|(.+) FOUND)$/

/**
 * Hands a file to clamd (INSTREAM) as it is read and returns what it says. Throws ScanError, or what reading the file
 * throws; whoever asks has learnt nothing then.
 */
export async function scanWithClamd(
  scanner: ScannerOptions,
  content: AsyncIterable<Buffer>,
): Promise<Verdict> {
  const said = await answerTo(scanner, framed(content))
  const [, ok, found] = ANSWER.exec(said) ?? []
  if (ok !== undefined) return { clean: true }
  if (found !== undefined) return { clean: false, name: found }
  throw new ScanError('NOT_JUDGED', said.slice(0, 200))
}

/** Throws ScanError where clamd does not answer at all. */
export async function pingClamd(scanner: ScannerOptions): Promise<void> {
  const said = await answerTo(scanner, [PING])
  if (said !== 'PONG') throw new ScanError('NO_ANSWER', `no clamd: ${said.slice(0, 200)}`)
}

/** What clamd says to something. Throws ScanError NO_ANSWER, or what the source of what is sent throws. */
async function answerTo(
  { address, patience = 60_000 }: ScannerOptions,
  sent: AsyncIterable<Buffer> | Iterable<Buffer>,
): Promise<string> {
  const socket = connect(placeOf(address))
  socket.setTimeout(patience, () => socket.destroy(new Error('clamd is silent')))
  let failed: unknown = null
  socket.on('error', (error) => (failed = error))
  // Over TCP it answers and hangs up on what it has not read, which resets the connection: what came before counts.
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  try {
    await send(socket, sent)
    await closed
  } finally {
    socket.destroy()
  }
  const said = Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\0[\s\S]*$/, '')
  if (said === '') throw new ScanError('NO_ANSWER', 'clamd does not answer', { cause: failed })
  return said
}

function placeOf(address: string): NetConnectOpts {
  const [, host, port] = /^([^\s/]+):(\d+)$/.exec(address) ?? []
  return host === undefined ? { path: address } : { host, port: Number(port) }
}

/** Sends until it hangs up: it may do so in the middle, and has said why before it did. */
async function send(
  socket: Socket,
  frames: AsyncIterable<Buffer> | Iterable<Buffer>,
): Promise<void> {
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
