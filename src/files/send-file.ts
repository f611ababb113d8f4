import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { type IncomingMessage, request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'

/**
 * Sends a file as the body of a signed request, with only as much of it in memory as the line takes at a time, which `fetch`
 * does not promise. Resolves with the answer's status and words, whatever they are; rejects where none came, or the
 * file has not `size` bytes.
 */
export async function sendFile(
  { url, method, headers }: Request,
  file: { path: string; size: number },
  signal: AbortSignal,
): Promise<{ status: number; words: string }> {
  const body = createReadStream(file.path)
  const send = url.startsWith('https:') ? overHttps : overHttp
  const sent = send(url, {
    ...{ method, signal },
    headers: { ...Object.fromEntries(headers), 'content-length': file.size },
  })
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>
  const whole = pipeline(body, exactly(file.size), sent)
  try {
    // A refusal may come before all has gone.
    const [answer] = await Promise.race([answered, whole.then(() => answered)])
    return { status: answer.statusCode ?? 0, words: await text(answer) }
  } finally {
    for (const rest of [answered, whole]) rest.catch(() => undefined)
    body.destroy()
    sent.destroy()
  }
}

/** Passes pieces on, and throws where they are more or fewer bytes. */
function exactly(size: number) {
  return async function* (pieces: AsyncIterable<Buffer>) {
    let left = size
    for await (const piece of pieces) {
      left -= piece.length
      if (left < 0) break
      yield piece
    }
    if (left !== 0) throw new RangeError('the file has not the size it was said to have')
  }
}
