import type { FindingCertificate, NoticeCertificate } from '../contracts/certificates.js'
import type { Signer } from '../proof/key.js'
import { setFinding } from './finding-certificate.js'
import { setNotice } from './notice-certificate.js'
import { sealPdf } from './seal.js'
import { createSheet } from './sheet.js'

/** What the certificate is called inside its document. */
const ATTACHED = 'certificate.json'

/**
 * A signed certificate, as the text of its JSON, as a PDF: its pages say what that text says and nothing else, it is
 * attached as it is, and the file is signed. The same text and key give the same bytes. What is given is a certificate:
 * its contract has judged it.
 */
export async function certificatePdf(text: string, signer: Pick<Signer, 'sign'>): Promise<Buffer> {
  const certificate = JSON.parse(text) as FindingCertificate | NoticeCertificate
  const { office, notice, rehearsal } = certificate
  const about = `《${notice.title}》${notice.number ?? ''}`
  const what = certificate.kind === 'finding' ? `问题${certificate.finding.number}` : ''
  const sheet = createSheet({
    title: `办结证明：${about}${what}`,
    at: new Date(certificate.issued_at),
    foot: `${rehearsal ? '演练　' : ''}${office.name}　办结证明　${about}${what}`,
  })
  if (certificate.kind === 'finding') setFinding(sheet, certificate)
  else await setNotice(sheet, certificate)
  const bytes = Buffer.from(text)
  const description = '签名的办结证明，可离线核对'
  sheet.attach({ name: ATTACHED, type: 'application/json', description, bytes })
  return sealPdf(await sheet.end(), bytes, signer)
}
