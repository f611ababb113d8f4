import type { Readable } from 'node:stream'
import { EvidenceError } from './evidence-error.js'

/**
 * The chunks of an upload. What goes wrong on the sender's side becomes UPLOAD_ABORTED, so that it
 * is never mistaken for a failure of our disk; a multipart parser that cut the file at its own
 * limit (`truncated`) is TOO_LARGE.
 */
export async function* arrivals(source: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of source) yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk)
  } catch (error) {
    throw new EvidenceError('UPLOAD_ABORTED', 'the upload ended early', { cause: error })
  }
  if ('truncated' in source && source.truncated === true) {
    throw new EvidenceError('TOO_LARGE', 'the upload was cut at the size limit')
  }
}
