import type { NoticeCertificate } from '../contracts/certificates.js'
import { day } from '../domain/day-words.js'
import { STATE_LABELS } from '../domain/labels.js'
import { NOTICE_STATUS_LABELS } from '../domain/paper-labels.js'
import { setHead, setProof, when } from './certificate-parts.js'
import type { Column, Sheet } from './sheet.js'

const COLUMNS: readonly Column[] = [
  ['问题', 36],
  ['责任单位', 118],
  ['办理结果', 72],
  ['销号时间', 78],
  ['链头', 155],
]

/** Sets what the certificate of a notice says. */
export async function setNotice(sheet: Sheet, certificate: NoticeCertificate): Promise<void> {
  const { findings, issued_on, status, scope } = certificate
  setHead(sheet, certificate, scope.whole ? '通报的全部问题' : '通报中持证单位可查阅的问题')
  if (issued_on) sheet.field('印发日期', day(issued_on))
  sheet.field('通报状态', NOTICE_STATUS_LABELS[status])
  sheet.field(
    '证明事项',
    scope.whole
      ? `通报的 ${findings.length} 个问题均已办结`
      : `仅就持证单位可查阅的 ${findings.length} 个问题：均已办结，不及通报的其他问题`,
  )
  if (!scope.whole) {
    const units = new Set(findings.flatMap(({ unit }) => unit ?? []))
    sheet.field('所及单位', [...units].join('、'))
  }
  sheet.heading('各问题的办理结果')
  await sheet.table(COLUMNS, rowsOf(certificate))
  sheet.heading('签名与核对')
  setProof(sheet, certificate)
}

function* rowsOf(certificate: NoticeCertificate): Generator<readonly string[]> {
  for (const finding of certificate.findings) {
    const { number, unit, state, revoked, seen_again, closed_at, head } = finding
    const notes = [
      ...(seen_again ? ['销号后回头看又发现，尚未处理'] : []),
      ...(revoked ? ['销号后通报已撤销'] : []),
    ]
    yield [
      String(number),
      unit ?? '',
      [STATE_LABELS[state], ...notes].join('；'),
      closed_at ? when(certificate, closed_at) : '',
      `第${head.seq}条 ${head.hash}`,
    ]
  }
}
