import type { Instant, LocalDate } from '../domain/instant.js'
import { type MessageKind, UNITS_TURN } from '../domain/vocabulary.js'
import { type Handle, statement } from './handle.js'
import type { WaitingMessage } from './message.js'

const MESSAGE = [
  'id',
  'office_id',
  'unit_id',
  'finding_id',
  'notice_id',
  'slip_id',
  'cause',
  'kind',
  'recipient',
  'urgent',
  'created_at',
] as const satisfies readonly (keyof WaitingMessage)[]

const WAITS = `office_id = $1 and status in ('waiting', 'claimed')
  and (urgent or kind = any ($2::text[]))`
const FREE = `(lease_until is null or lease_until < clock_timestamp())`
const TURN = UNITS_TURN.map((state) => `'${state}'`).join(', ')

// Whole units, never half of what one is to be told: else it would get two mails.
const claim = (who: string) =>
  statement<WaitingMessage>(
    `with picked as (
       select id from message where ${WAITS} and ${FREE} and ${who} for no key update skip locked
     ), claimed as (
       update message m set status = 'claimed',
         lease_until = clock_timestamp() + $3::integer * interval '1 millisecond'
       from picked where m.id = picked.id
       returning ${MESSAGE.map((column) => `m.${column}`).join(', ')}
     )
     select * from claimed order by unit_id, created_at, id`,
  )
const CLAIM_UNITS = claim(
  `recipient = 'unit' and unit_id in (select unit_id from message
     where ${WAITS} and ${FREE} and recipient = 'unit' group by unit_id order by unit_id limit $4)`,
)
const CLAIM_OFFICE = claim(`recipient <> 'unit'`)
const HOLD = statement<{ id: string }>(
  `select id from message where id = any ($1::uuid[]) and status = 'claimed' order by id for update`,
)
const ANY = statement<{ yes: boolean }>(`select exists (select from message where ${WAITS}) as yes`)
const OWING = statement<Owing>(
  `select unit_id, array_agg(id order by due_at, id) as finding_ids from finding
   where office_id = $1 and state in (${TURN}) and unit_id is not null
     and (due_at <= $2 or due_date = $3)
   group by unit_id having bool_or(due_at <= $2) or unit_id = any ($4::uuid[])`,
)
const MAILED = statement<{ unit_id: string }>(
  `select distinct unit_id from mail
   where office_id = $1 and unit_id is not null and created_at >= $2`,
)

export interface ClaimToSay {
  office_id: string
  /** What may be said now; urgent messages of other kinds are said with them. */
  kinds: readonly MessageKind[]
  lease_ms: number
}

/** Takes all that waits for some units, for the length of a lease of real time; ordered by unit, then age. */
export function claimForUnits(
  h: Handle,
  { office_id, kinds, lease_ms }: ClaimToSay,
  units: number,
): Promise<WaitingMessage[]> {
  return h.run(CLAIM_UNITS(office_id, [...kinds], lease_ms, units))
}

/** The same for the people of the office. */
export function claimForOffice(
  h: Handle,
  { office_id, kinds, lease_ms }: ClaimToSay,
): Promise<WaitingMessage[]> {
  return h.run(CLAIM_OFFICE(office_id, [...kinds], lease_ms))
}

/** Those of claimed messages that nobody has said meanwhile, locked for the rest of the transaction. */
export async function holdClaimed(h: Handle, ids: readonly string[]): Promise<Set<string>> {
  return new Set((await h.run(HOLD([...ids]))).map(({ id }) => id))
}

/** Whether anything that may be said now still waits, claimed or not. */
export async function anyWaits(
  h: Handle,
  officeId: string,
  kinds: readonly MessageKind[],
): Promise<boolean> {
  return (await h.run(ANY(officeId, [...kinds])))[0]?.yes ?? false
}

/** What a unit owes: what is overdue and what falls due today, the longest due first. */
export interface Owing {
  unit_id: string
  finding_ids: string[]
}

/** Every unit with something overdue, and of the units named also those with something due today. */
export function unitsOwing(
  h: Handle,
  officeId: string,
  { now, today }: { now: Instant; today: LocalDate },
  named: readonly string[],
): Promise<Owing[]> {
  return h.run(OWING(officeId, now, today, [...named]))
}

/** Units that were written to since an instant of the office's clock. */
export async function unitsMailedSince(
  h: Handle,
  officeId: string,
  since: Instant,
): Promise<Set<string>> {
  return new Set((await h.run(MAILED(officeId, since))).map(({ unit_id }) => unit_id))
}
