import type { Instant, LocalDate } from '../domain/instant.js'
import type { MessageKind } from '../domain/vocabulary.js'
import { first, type Handle, statement } from './handle.js'
import type { WaitingMessage } from './message.js'
import { TURN } from './states.js'

const MESSAGE = [
  'id',
  'office_id',
  'unit_id',
  'finding_id',
  'notice_id',
  'slip_id',
  'contact_fault_id',
  'cause',
  'kind',
  'recipient',
  'urgent',
  'created_at',
] as const satisfies readonly (keyof WaitingMessage)[]

// What comes in while the office speaks is said the next time: else one that hears much would never have done.
const WAITS = `office_id = $1 and status in ('waiting', 'claimed')
  and (urgent or kind = any ($2::text[])) and created_at <= $3`
const FREE = `(lease_until is null or lease_until < clock_timestamp())`

// Whole units, never half of what one is to be told: else it would get two mails.
const claim = (who: string) =>
  statement<WaitingMessage>(
    `with picked as (
       select id from message where ${WAITS} and ${FREE} and ${who} for no key update skip locked
     ), claimed as (
       update message m set status = 'claimed',
         lease_until = clock_timestamp() + $4::integer * interval '1 millisecond'
       from picked where m.id = picked.id
       returning ${MESSAGE.map((column) => `m.${column}`).join(', ')}
     )
     select * from claimed order by unit_id, created_at, id`,
  )
const CLAIM_UNITS = claim(
  `recipient = 'unit' and unit_id in (select unit_id from message
     where ${WAITS} and ${FREE} and recipient = 'unit' group by unit_id order by unit_id limit $5)`,
)
const CLAIM_OFFICE = claim(`recipient <> 'unit'`)
const HOLD = statement<{ id: string }>(
  `select id from message where id = any ($1::uuid[]) and status = 'claimed' order by id for update`,
)
const ANY = statement<{ yes: boolean }>(`select exists (select from message where ${WAITS}) as yes`)
const LATER = statement<{ urgent: boolean }>(
  `select urgent from message
   where office_id = $1 and status in ('waiting', 'claimed')
     and (urgent or kind = any ($2::text[])) and created_at > $3
   order by urgent desc limit 1`,
)
const UNPARK = statement<never>(
  `update message set status = 'waiting' where office_id = $1 and status = 'parked'`,
)
const OWED = `select unit_id, array_agg(id order by due_at, id) as finding_ids from finding
   where office_id = $1 and state in (${TURN}) and not held`
const OWED_BY = statement<Owing>(
  `${OWED} and unit_id = any ($4::uuid[]) and (due_at <= $2 or due_date = $3) group by unit_id`,
)
// A unit for which something waits is written to when that is said: else it would get two mails.
const OWED_BY_OTHERS = statement<Owing>(
  `${OWED} and unit_id is not null and (due_at <= $2 or due_date = $3)
     and not exists (select from message m where m.office_id = $1 and m.unit_id = finding.unit_id
       and m.recipient = 'unit' and m.status in ('waiting', 'claimed') and m.created_at <= $2)
   group by unit_id having bool_or(due_at <= $2)`,
)
const MAILED = statement<{ unit_id: string }>(
  `select distinct unit_id from mail
   where office_id = $1 and unit_id is not null and created_at >= $2`,
)

export interface ToSay {
  office_id: string
  /** What may be said now; urgent messages of other kinds are said with them. */
  kinds: readonly MessageKind[]
  /** What was to be said by then, by the office's clock. */
  until: Instant
}

/** Milliseconds of real time for which messages are claimed. */
export type Lease = number

/** Takes all that waits for some units, for the length of a lease of real time; ordered by unit, then age. */
export function claimForUnits(
  h: Handle,
  { office_id, kinds, until }: ToSay,
  lease: Lease,
  units: number,
): Promise<WaitingMessage[]> {
  return h.run(CLAIM_UNITS(office_id, [...kinds], until, lease, units))
}

/** The same for the people of the office. */
export function claimForOffice(
  h: Handle,
  { office_id, kinds, until }: ToSay,
  lease: Lease,
): Promise<WaitingMessage[]> {
  return h.run(CLAIM_OFFICE(office_id, [...kinds], until, lease))
}

/** Those of claimed messages that nobody has said meanwhile, locked for the rest of the transaction. */
export async function holdClaimed(h: Handle, ids: readonly string[]): Promise<Set<string>> {
  return new Set((await h.run(HOLD([...ids]))).map(({ id }) => id))
}

/** Whether anything that is to be said still waits, claimed or not. */
export async function anyWaits(h: Handle, { office_id, kinds, until }: ToSay): Promise<boolean> {
  return (await h.run(ANY(office_id, [...kinds], until)))[0]?.yes ?? false
}

/** Whether something of these kinds came in later, and whether that is urgent; null when nothing did. */
export function cameLater(
  h: Handle,
  { office_id, kinds, until }: ToSay,
): Promise<{ urgent: boolean } | null> {
  return first(h.run(LATER(office_id, [...kinds], until)))
}

/** Lets what could not be put into words be tried once more. */
export async function unpark(h: Handle, officeId: string): Promise<void> {
  await h.run(UNPARK(officeId))
}

/** What a unit owes: what is overdue and what falls due today, the longest due first. */
export interface Owing {
  unit_id: string
  finding_ids: string[]
}

/** What these units owe. */
export function owedBy(
  h: Handle,
  officeId: string,
  { now, today }: { now: Instant; today: LocalDate },
  unitIds: readonly string[],
): Promise<Owing[]> {
  return h.run(OWED_BY(officeId, now, today, [...unitIds]))
}

/** What units with something overdue owe, those left out for which something still waits to be said. */
export function owedByOthers(
  h: Handle,
  officeId: string,
  { now, today }: { now: Instant; today: LocalDate },
): Promise<Owing[]> {
  return h.run(OWED_BY_OTHERS(officeId, now, today))
}

/** Units that were written to since an instant of the office's clock. */
export async function unitsMailedSince(
  h: Handle,
  officeId: string,
  since: Instant,
): Promise<Set<string>> {
  return new Set((await h.run(MAILED(officeId, since))).map(({ unit_id }) => unit_id))
}
