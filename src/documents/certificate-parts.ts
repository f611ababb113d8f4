import type { FindingCertificate, NoticeCertificate } from '../contracts/certificates.js'
import { dayAndTime } from '../domain/day-words.js'
import type { Instant } from '../domain/instant.js'
import type { Sheet } from './sheet.js'

type Certificate = FindingCertificate | NoticeCertificate

/** What both begin with. */
export function setHead(
  sheet: Sheet,
  { office, notice, rehearsal }: Certificate,
  under: string,
): void {
  sheet.title('办结证明', under)
  if (rehearsal) sheet.warning('演练：仅供练习，不证明任何真实事项')
  sheet.field('出具单位', office.name)
  sheet.field('通报', `《${notice.title}》${notice.number ?? ''}`)
}

/** What both end with: who signed it, and how it is checked. */
export function setProof(sheet: Sheet, { office, issued_at, signature }: Certificate): void {
  sheet.field('出具时间', dayAndTime(office.zone, issued_at))
  sheet.field('签名', `${signature.algorithm}，密钥编号 ${signature.key_id}`)
  sheet.note(
    `所列时间均为${zoneWords(office.zone)}。本文件内附签名的证明原件 certificate.json，以上各项均出自其中；文件任何一处被改动，核对即不通过。`,
  )
  sheet.note(
    '离线核对：node verify-certificate.mjs 本文件.pdf 公钥.pem。核对程序和公钥向出具单位索取，公钥的编号应与上列密钥编号一致；' +
      '核对程序显示的内容应与本文件一致。',
  )
}

/** An instant as the office's clocks show it. */
export function when({ office }: Certificate, at: Instant): string {
  return dayAndTime(office.zone, at)
}

function zoneWords(zone: string): string {
  return zone === 'Asia/Shanghai' ? '北京时间' : `${zone} 时间`
}
