import { createHash } from 'node:crypto'
import type { Signer } from '../proof/key.js'

const MARK = 'zhenggai-pdf-1'
/** What a PDF ends with, before which a comment may stand. */
const END = 'startxref\n'

/**
 * A PDF with one comment more, which says where its certificate stands and signs the file as it is but for that line:
 * whoever has the public key sees that no page was changed, and reads the certificate without knowing PDF.
 * `verify-certificate.mjs` reads it. Throws where the certificate does not stand in it byte by byte.
 */
export function sealPdf(pdf: Buffer, certificate: Buffer, signer: Pick<Signer, 'sign'>): Buffer {
  const at = pdf.indexOf(certificate)
  const end = pdf.lastIndexOf(END)
  if (at < 0 || end < at) throw new Error('the certificate does not stand in its document')
  const place = `${MARK} ${at} ${certificate.length}`
  const digest = createHash('sha256').update(pdf).digest('hex')
  const { key_id, value } = signer.sign(`${place} ${digest}`)
  const line = Buffer.from(`%${place} ${key_id} ${value}\n`)
  return Buffer.concat([pdf.subarray(0, end), line, pdf.subarray(end)])
}
