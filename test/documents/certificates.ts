import type { FindingCertificate, NoticeCertificate } from '../../src/contracts/certificates.js'
import { canonicalText } from '../../src/domain/chain.js'
import { instantOf } from '../../src/domain/instant.js'
import type { EventType, Role } from '../../src/domain/vocabulary.js'
import { newSigningKey, signerOf } from '../../src/proof/key.js'

/** Monday at nine, where the office is. */
export const AT = instantOf('2022-09-05T01:00:00.000Z')

const made = signerOf(newSigningKey())
if (!made) throw new Error('a new key is no key')
export const SIGNER = made

const HEAD = {
  format: 'zhenggai-certificate-1',
  issued_at: AT,
  rehearsal: false,
  office: { id: 'o', name: '海州市电子政务办公室', zone: 'Asia/Shanghai' },
  notice: { id: 'n', number: '海政办〔2022〕17号', title: '关于检查情况的通报' },
} as const

/** The hash of a link, one for each number. */
export const hashOf = (seq: number) => seq.toString(16).padStart(64, '0')

const event = (type: EventType, seq: number, data: object, texts: Record<string, string>) => ({
  seq,
  hash: hashOf(seq),
  canonical: JSON.stringify({
    ...{ type, seq, data, at: AT, effective_at: AT, texts: {} },
    actor: { person_id: null, role: 'office.handler', signed_paper_id: null },
  }),
  texts,
  salt: null,
  masked: false,
})

const act = (type: EventType, role: Role, seq: number, person: string) => ({
  ...{ type, role, seq, person, at: AT, effective_at: AT, person_id: 'p' },
})

/** The certificate of a finding that was answered, accepted and closed; its chain is made up. */
export function ofFinding({
  measures = '已更新',
  finding = {},
  ...more
}: Partial<Omit<FindingCertificate, 'finding'>> & {
  measures?: string
  finding?: Partial<FindingCertificate['finding']>
} = {}): FindingCertificate {
  const body = {
    ...HEAD,
    kind: 'finding' as const,
    finding: {
      ...{ id: 'f', number: 3, unit_id: 'u', unit: '海州市民政局', state: 'closed' as const },
      ...{ handling: 'normal' as const, category: '内容更新不及时', problem: '栏目没有更新' },
      ...finding,
    },
    revoked: false,
    seen_again: false,
    verification: act('accepted', 'office.handler', 2, '李经办'),
    ending: act('closed', 'office.reviewer', 3, '王复核'),
    grounds: [1, 2],
    evidence: [],
    chain: {
      ...{ version: 2, algorithm: 'sha256' as const, genesis: hashOf(0) },
      head: { seq: 3, hash: hashOf(3) },
    },
    events: [
      event(
        'responded',
        1,
        { round: { result: 'fixed' }, completed_on: '2022-09-02', evidence: [] },
        { cause: '无人维护', measures },
      ),
      event('accepted', 2, {}, { conclusion: '属实' }),
      event('closed', 3, {}, { conclusion: '同意' }),
    ],
    ...more,
  }
  return { ...body, signature: SIGNER.sign(canonicalText(body)) }
}

/** The certificate of a notice of so many findings, of two units in turn. */
export function ofNotice(count: number): NoticeCertificate {
  const body = {
    ...HEAD,
    kind: 'notice' as const,
    ...{ issued_on: null, status: 'issued' as const, scope: { whole: true, unit_ids: null } },
    findings: Array.from({ length: count }, (_, index) => ({
      ...{ id: `f${index}`, number: index + 1, unit_id: `u${index % 2}` },
      unit: index % 2 === 0 ? '海州市民政局' : '海州市经济技术开发区管理委员会',
      ...{ state: 'closed' as const, revoked: false, seen_again: false, closed_at: AT },
      head: { seq: 3, hash: hashOf(index) },
    })),
  }
  return { ...body, signature: SIGNER.sign(canonicalText(body)) }
}
