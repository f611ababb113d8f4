import type { FindingCertificate } from '../contracts/certificates.js'
import { EVENT_LABELS, ROLE_LABELS, STATE_LABELS } from '../domain/labels.js'
import { setHead, setProof, when } from './certificate-parts.js'
import { factsOf, type Said, saidIn } from './event-facts.js'
import type { Sheet } from './sheet.js'

type Act = FindingCertificate['ending']

/** Sets what the certificate of a finding says. */
export function setFinding(sheet: Sheet, certificate: FindingCertificate): void {
  const { finding, revoked, seen_again, verification, ending, chain, evidence } = certificate
  setHead(sheet, certificate, `问题 ${finding.number}　${STATE_LABELS[finding.state]}`)
  sheet.field('问题序号', String(finding.number))
  sheet.field('责任单位', finding.unit ?? '')
  if (finding.category !== '') sheet.field('问题类别', finding.category)
  sheet.field('问题内容', finding.problem === '' ? ERASED : finding.problem)
  sheet.field('办理结果', STATE_LABELS[finding.state])
  if (verification) sheet.field('核实', actWords(certificate, verification))
  sheet.field('办结', actWords(certificate, ending))
  if (seen_again) sheet.warning('注意：销号后回头看又发现该问题，尚未处理')
  if (revoked) sheet.warning('注意：销号后通报已撤销')
  sheet.heading('办理依据')
  for (const said of grounds(certificate)) setEvent(sheet, certificate, said)
  if (evidence.length > 0) {
    sheet.heading('材料（SHA-256）')
    for (const { seq, sha256 } of evidence) sheet.field(`第${seq}条`, sha256, 9)
  }
  sheet.heading('签名与核对')
  const { head, algorithm } = chain
  sheet.field(
    '链头',
    `第${head.seq}条 ${head.hash}（${algorithm === 'sm3' ? 'SM3' : 'SHA-256'}）`,
    9,
  )
  setProof(sheet, certificate)
}

const ERASED = '（原文已清除）'
const OFFLINE = '（线下保密渠道处置，原文不在此列）'

/** The events the ending rests on, and the ending. */
function grounds({ grounds: numbers, ending, events }: FindingCertificate): Said[] {
  const wanted = new Set([...numbers, ending.seq])
  return events.filter(({ seq }) => wanted.has(seq)).map(saidIn)
}

function setEvent(sheet: Sheet, certificate: FindingCertificate, said: Said): void {
  const { event, erased } = said
  const role = ROLE_LABELS[event.actor.role]
  const at = when(certificate, event.effective_at)
  sheet.caption(`第${event.seq}条　${EVENT_LABELS[event.type]}　${at}　${role}`)
  for (const [label, value] of factsOf(said)) sheet.field(label, value)
  if (erased) sheet.field('文字', certificate.finding.handling === 'offline' ? OFFLINE : ERASED)
}

/** When it counts, and who did it as what. */
function actWords(
  certificate: FindingCertificate,
  { type, effective_at, role, person }: Act,
): string {
  const who = person === null ? ROLE_LABELS[role] : `${person}（${ROLE_LABELS[role]}）`
  return `${when(certificate, effective_at)}　${EVENT_LABELS[type]}　${who}`
}
