import { EvidenceError } from '../evidence-error.js'
import type { Bytes } from './bytes.js'
import { createByteMarkFinder } from './marks.js'
import { secret } from './markup-marks.js'

const TAIL = 1024
const ACTIVE = ['/JavaScript', '/Launch'].map((word) => Buffer.from(word))
const LONGEST = 11

/**
 * Whether a PDF ends as one and starts nothing by itself. Its compressed parts are not unpacked: a script hidden there
 * is the scanner's to find. Throws EvidenceError.
 */
export async function checkPdf(bytes: Bytes): Promise<void> {
  const tail = await bytes.at(Math.max(0, bytes.size - TAIL), TAIL)
  if (!tail.includes('%%EOF')) throw new EvidenceError('TYPE_NOT_ALLOWED', 'a PDF without its end')
  const marks = createByteMarkFinder()
  let seam: Buffer = Buffer.alloc(0)
  for await (const chunk of bytes.all()) {
    const over = Buffer.concat([seam, chunk.subarray(0, LONGEST)])
    if (ACTIVE.some((word) => over.includes(word) || chunk.includes(word))) {
      throw new EvidenceError('ACTIVE_CONTENT', 'a PDF that starts something')
    }
    marks.take(chunk)
    seam = Buffer.from(chunk.subarray(-LONGEST + 1))
  }
  if (marks.end()) throw secret()
}
