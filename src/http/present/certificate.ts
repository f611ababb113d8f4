import type { z } from 'zod'
import { functionOf } from '../../commands/chain-hash.js'
import type { findingCertificate, noticeCertificate } from '../../contracts/certificates.js'
import type { StoredEvent } from '../../db/event.js'
import type { Notice } from '../../db/notice.js'
import type { Office } from '../../db/office.js'
import { CHAIN_VERSION, canonicalText, genesis, type HashText } from '../../domain/chain.js'
import type { Instant } from '../../domain/instant.js'
import type { EventType, Handling } from '../../domain/vocabulary.js'
import type { Signer } from '../../proof/key.js'
import type { Proven } from '../proven.js'
import { evidenceNamedIn } from './event.js'

type OfFinding = z.input<typeof findingCertificate>
type OfNotice = z.input<typeof noticeCertificate>

/** What an ending rests on. */
const GROUNDS: readonly EventType[] = [
  'responded',
  'accepted',
  'plan_accepted',
  'retest_recorded',
  'report_registered',
  'report_exempted',
  'request_decided',
]

interface Place {
  office: Office & { now: Instant }
  notice: Notice
  signer: Signer
}

/** A finding's certificate for one reader, signed: with the events they may read and nothing of the others. */
export function certifyFinding(
  { signer, hash, ...place }: Place & { hash: HashText },
  { stored: { finding }, ending: event, head }: Proven,
  events: readonly StoredEvent[],
  person: string | null,
): OfFinding {
  const { id: finding_id, number, unit_id, state, office_id, notice_id } = finding
  const { person_id, role } = event.actor
  const begun = events.findLast(({ seq, type }) => seq < event.seq && type === 'reopened')?.seq ?? 0
  const body = {
    ...headOf(place),
    kind: 'finding',
    finding: { id: finding_id, number, unit_id, state },
    revoked: finding.revoked,
    seen_again: finding.seen_again,
    ending: {
      ...{ seq: event.seq, type: event.type, at: event.at, effective_at: event.effective_at },
      ...{ person_id, role, person },
    },
    grounds: events
      .filter(({ seq, type }) => seq > begun && seq < event.seq && GROUNDS.includes(type))
      .map(({ seq }) => seq),
    evidence: events.flatMap((one) =>
      evidenceNamedIn(one).map((sha256) => ({ seq: one.seq, sha256 })),
    ),
    chain: {
      version: CHAIN_VERSION,
      algorithm: functionOf(event.hash),
      genesis: genesis(hash, { office_id, notice_id, finding_id }, event.hash),
      head,
    },
    events: events.map((one) => certifiedEvent(one, finding.handling)),
  } as const
  return { ...body, signature: signer.sign(canonicalText(body)) }
}

/** A notice's certificate for one reader, signed: the ends of the findings they may read. */
export function certifyNotice(
  { signer, ...place }: Place,
  findings: readonly Proven[],
  whole: boolean,
): OfNotice {
  const units = new Set(findings.flatMap(({ stored: { finding } }) => finding.unit_id ?? []))
  const body = {
    ...headOf(place),
    kind: 'notice',
    issued_on: place.notice.issued_on,
    status: place.notice.status,
    scope: { whole, unit_ids: whole ? null : [...units].toSorted() },
    findings: findings.map(({ stored: { finding }, ending, head }) => {
      const { id, number, unit_id, state, revoked, seen_again } = finding
      const closed_at = state === 'closed' ? ending.effective_at : null
      return { ...{ id, number, unit_id, state, revoked, seen_again, closed_at }, head }
    }),
  } as const
  return { ...body, signature: signer.sign(canonicalText(body)) }
}

function headOf({ office, notice }: Omit<Place, 'signer'>) {
  const { id, number, title } = notice
  return {
    format: 'zhenggai-certificate-1',
    issued_at: office.now,
    rehearsal: office.rehearsal,
    office: { id: office.id, name: office.name },
    notice: { id, number, title },
  } as const
}

/** With the salt the words prove themselves; where they are not to be read, it would let them be guessed. */
function certifiedEvent({ seq, hash, canonical, texts, salt }: StoredEvent, handling: Handling) {
  const told = handling !== 'offline' && texts !== null
  return { seq, hash, canonical, texts: told ? { ...texts } : null, salt: told ? salt : null }
}
