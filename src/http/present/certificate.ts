import { functionOf } from '../../commands/chain-hash.js'
import type { FindingCertificate, NoticeCertificate } from '../../contracts/certificates.js'
import type { StoredEvent } from '../../db/event.js'
import type { Notice } from '../../db/notice.js'
import type { Office } from '../../db/office.js'
import { CHAIN_VERSION, canonicalText, genesis, type HashText } from '../../domain/chain.js'
import type { Instant } from '../../domain/instant.js'
import { masked } from '../../domain/masked.js'
import type { EventType, Handling } from '../../domain/vocabulary.js'
import type { Signer } from '../../proof/key.js'
import type { Proven } from '../proven.js'
import { evidenceNamedIn } from './event.js'
import { OFFLINE_WORDS } from './finding.js'

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

/** Those who judged an answer. */
const VERIFICATIONS: readonly EventType[] = ['accepted', 'plan_accepted']

interface Place {
  office: Office & { now: Instant }
  notice: Notice
  signer: Signer
  /** The names of units and people by their ids, as far as the reader may know them. */
  names: ReadonlyMap<string, string>
  /** Whom the reader may not know. */
  hidden: ReadonlySet<string>
}

/** A finding's certificate for one reader, signed: with the events they may read and nothing of the others. */
export function certifyFinding(
  { signer, hash, ...place }: Place & { hash: HashText },
  { stored: { finding, line }, ending: event, head }: Proven,
  events: readonly StoredEvent[],
): FindingCertificate {
  const { id: finding_id, number, unit_id, state, office_id, notice_id, handling } = finding
  const { names, hidden } = place
  const offline = handling === 'offline'
  const begun = events.findLast(({ seq, type }) => seq < event.seq && type === 'reopened')?.seq ?? 0
  const grounds = events.filter(
    ({ seq, type }) => seq > begun && seq < event.seq && GROUNDS.includes(type),
  )
  const verified = grounds.findLast(({ type }) => VERIFICATIONS.includes(type))
  const body = {
    ...headOf(place),
    kind: 'finding',
    finding: {
      ...{ id: finding_id, number, unit_id, unit: nameOf(names, unit_id), state, handling },
      category: offline ? '' : line.category,
      problem: offline ? OFFLINE_WORDS : masked(line.problem, hidden),
    },
    revoked: finding.revoked,
    seen_again: finding.seen_again,
    verification: verified ? certifiedAct(verified, names, hidden) : null,
    ending: certifiedAct(event, names, hidden),
    grounds: grounds.map(({ seq }) => seq),
    evidence: events.flatMap((one) =>
      evidenceNamedIn(one).map((sha256) => ({ seq: one.seq, sha256 })),
    ),
    chain: {
      version: CHAIN_VERSION,
      algorithm: functionOf(event.hash),
      genesis: genesis(hash, { office_id, notice_id, finding_id }, event.hash),
      head,
    },
    events: events.map((one) => certifiedEvent(one, handling, hidden)),
  } as const
  return { ...body, signature: signer.sign(canonicalText(body)) }
}

/** A notice's certificate for one reader, signed: the ends of the findings they may read. */
export function certifyNotice(
  { signer, ...place }: Place,
  findings: readonly Proven[],
  whole: boolean,
): NoticeCertificate {
  const units = new Set(findings.flatMap(({ stored: { finding } }) => finding.unit_id ?? []))
  const body = {
    ...headOf(place),
    kind: 'notice',
    issued_on: place.notice.issued_on,
    status: place.notice.status,
    scope: { whole, unit_ids: whole ? null : [...units].toSorted() },
    findings: findings.map(({ stored: { finding }, ending, head }) => {
      const { id, number, unit_id, state, revoked, seen_again } = finding
      const unit = nameOf(place.names, unit_id)
      const closed_at = state === 'closed' ? ending.effective_at : null
      return { ...{ id, number, unit_id, unit, state, revoked, seen_again, closed_at }, head }
    }),
  } as const
  return { ...body, signature: signer.sign(canonicalText(body)) }
}

function headOf({ office, notice }: Pick<Place, 'office' | 'notice'>) {
  const { id, number, title } = notice
  return {
    format: 'zhenggai-certificate-1',
    issued_at: office.now,
    rehearsal: office.rehearsal,
    office: { id: office.id, name: office.name, zone: office.zone },
    notice: { id, number, title },
  } as const
}

function certifiedAct(
  { seq, type, at, effective_at, actor }: StoredEvent,
  names: Place['names'],
  hidden: Place['hidden'],
) {
  const { role } = actor
  const person_id = actor.person_id && masked(actor.person_id, hidden)
  return { ...{ seq, type, at, effective_at, person_id, role }, person: nameOf(names, person_id) }
}

const nameOf = (names: Place['names'], id: string | null) => (id && names.get(id)) ?? null

/** With the salt the words prove themselves; where they are not to be read, it would let them be guessed. */
function certifiedEvent(
  { seq, hash, canonical, texts, salt }: StoredEvent,
  handling: Handling,
  hidden: Place['hidden'],
) {
  const told = handling !== 'offline' && texts !== null
  const words = told ? Object.entries(texts) : []
  const shown = masked(canonical, hidden)
  const hides = shown !== canonical || words.some(([, word]) => masked(word, hidden) !== word)
  const said = told
    ? Object.fromEntries(words.map(([field, word]) => [field, masked(word, hidden)]))
    : null
  if (!hides) return { seq, hash, canonical, texts: said, salt: told ? salt : null, masked: false }
  return { seq, hash, canonical: unguessable(shown), texts: said, salt: null, masked: true }
}

/** Without nonce and digests, by which whoever has ids to try would find the one that gives the hash. */
function unguessable(canonical: string): string {
  const { nonce, texts, ...said } = JSON.parse(canonical) as Record<string, unknown>
  return canonicalText({
    ...said,
    ...(nonce === undefined ? {} : { nonce: null }),
    texts: texts && {},
  })
}
