import { z } from 'zod'
import * as enums from './enums.js'
import { count, id, instant, localDate } from './fields.js'
import { CASE_ROLES } from './findings/operations.js'
import { named } from './named.js'
import { operation } from './operation.js'
import { byId } from './params.js'

const tag = '办结证明'

const hash = z.string()

const signature = named(
  'Signature',
  z.strictObject({ algorithm: z.literal('Ed25519'), key_id: z.string(), value: z.string() }),
)

const chainHead = named('ChainHead', z.strictObject({ seq: count, hash }))

const head = {
  format: z.literal('zhenggai-certificate-1'),
  issued_at: instant,
  /** Of an office that only rehearses: proves nothing outside it. */
  rehearsal: z.boolean(),
  /** Instants are told in its zone. */
  office: z.strictObject({ id, name: z.string(), zone: z.string() }),
  notice: z.strictObject({ id, number: z.string().nullable(), title: z.string() }),
}

/** An event that the reader may read, as it was hashed. */
const certifiedEvent = named(
  'CertifiedEvent',
  z.strictObject({
    seq: count,
    hash,
    /** The exact text that was hashed; behind `sm3:` by SM3. */
    canonical: z.string(),
    /** The words, with the salt of their digests in `canonical`; null where there are none, or none to be read. */
    texts: z.record(z.string(), z.string()).nullable(),
    salt: z.string().nullable(),
    /** Whether `canonical` leaves out who of the office did it: then it is vouched for by the signature, not by its hash. */
    masked: z.boolean(),
  }),
)

const act = {
  seq: count,
  type: enums.eventType,
  at: instant,
  effective_at: instant,
  person_id: id.nullable(),
  role: enums.role,
  /** Where the reader may know it. */
  person: z.string().nullable(),
}

const ending = named('CertifiedEnding', z.strictObject(act))
const verification = named('CertifiedVerification', z.strictObject(act))

const ofUnit = {
  unit_id: id.nullable(),
  /** Its name when this was issued, where the reader may know it. */
  unit: z.string().nullable(),
}

export const findingCertificate = named(
  'FindingCertificate',
  z.strictObject({
    ...head,
    kind: z.literal('finding'),
    finding: z.strictObject({
      id,
      number: count,
      ...ofUnit,
      state: enums.state,
      handling: enums.handling,
      category: z.string(),
      /** What was found; of a finding that is handled on paper only, that it is. */
      problem: z.string(),
    }),
    /** Its notice was revoked after it was closed. */
    revoked: z.boolean(),
    /** The newest look since it was closed shows the problem again, and nothing was decided on it yet. */
    seen_again: z.boolean(),
    /** The last time the unit's answer was accepted, among what the ending rests on. */
    verification: verification.nullable(),
    /** Who ended it, when, and the events that it rests on. */
    ending,
    grounds: z.array(count),
    /** The files its events name, by their SHA-256. */
    evidence: z.array(z.strictObject({ seq: count, sha256: z.string() })),
    chain: z.strictObject({
      version: count,
      algorithm: z.enum(['sha256', 'sm3']),
      genesis: hash,
      /** The last event the reader may read. */
      head: chainHead,
    }),
    events: z.array(certifiedEvent),
    signature,
  }),
)

export const noticeCertificate = named(
  'NoticeCertificate',
  z.strictObject({
    ...head,
    kind: z.literal('notice'),
    issued_on: localDate.nullable(),
    status: enums.noticeStatus,
    /** Whether these are all findings of the notice, or those a unit may read: then which units'. */
    scope: z.strictObject({ whole: z.boolean(), unit_ids: z.array(id).nullable() }),
    /** Those of its findings that the reader may read, all of them ended. */
    findings: z.array(
      z.strictObject({
        id,
        number: count,
        ...ofUnit,
        state: enums.state,
        revoked: z.boolean(),
        seen_again: z.boolean(),
        closed_at: instant.nullable(),
        head: chainHead,
      }),
    ),
    signature,
  }),
)

export type FindingCertificate = z.output<typeof findingCertificate>
export type NoticeCertificate = z.output<typeof noticeCertificate>

export const certificateOperations = {
  getFindingCertificate: operation({
    id: 'getFindingCertificate',
    method: 'GET',
    path: '/v1/findings/{id}/certificate',
    tag,
    summary: '问题的办结证明：签名，可离线核对',
    policy: CASE_ROLES,
    params: byId,
    status: 200,
    response: findingCertificate,
    errors: ['NOT_SETTLED'],
    signed: true,
  }),
  downloadFindingCertificate: operation({
    id: 'downloadFindingCertificate',
    method: 'GET',
    path: '/v1/findings/{id}/certificate.pdf',
    tag,
    summary: '问题的办结证明：PDF，内附签名的证明，可离线核对',
    policy: CASE_ROLES,
    params: byId,
    status: 200,
    response: null,
    errors: ['NOT_SETTLED'],
    download: 'application/pdf',
  }),
  getNoticeCertificate: operation({
    id: 'getNoticeCertificate',
    method: 'GET',
    path: '/v1/notices/{id}/certificate',
    tag,
    summary: '通报的办结证明：签名，可离线核对',
    policy: CASE_ROLES,
    params: byId,
    status: 200,
    response: noticeCertificate,
    errors: ['NOT_SETTLED'],
    signed: true,
  }),
  downloadNoticeCertificate: operation({
    id: 'downloadNoticeCertificate',
    method: 'GET',
    path: '/v1/notices/{id}/certificate.pdf',
    tag,
    summary: '通报的办结证明：PDF，内附签名的证明，可离线核对',
    policy: CASE_ROLES,
    params: byId,
    status: 200,
    response: null,
    errors: ['NOT_SETTLED'],
    download: 'application/pdf',
  }),
} as const
