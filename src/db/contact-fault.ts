import type { Instant } from '../domain/instant.js'
import { first, type Handle, statement } from './handle.js'
import { HELD_TODAY } from './membership.js'
import { NEW_MESSAGE as MESSAGE, type WaitingMessage } from './message.js'
import { insertText, json, type Row } from './setwise.js'

/** An address at which nobody is reached; `unit_id` null is that of one of the office's own people. */
export type ContactFault = Row<'contact_fault'>
export type NewContactFault = Omit<ContactFault, 'cleared_at' | 'cleared_by' | 'cleared_because'>

const NEW = [
  'id',
  'office_id',
  'unit_id',
  'person_id',
  'name',
  'address',
  'how',
  'reason',
  'mail_id',
  'found_at',
] as const satisfies readonly (keyof NewContactFault)[]
const ALL = [
  ...NEW,
  'cleared_at',
  'cleared_by',
  'cleared_because',
] as const satisfies readonly (keyof ContactFault)[]

// What is said of it rests on it: nothing is where one of this address stands already.
const INSERT = statement<never>(
  `with made as (${insertText('contact_fault', NEW, 'on conflict do nothing returning id')})
   insert into message (${MESSAGE.join(', ')})
   select ${MESSAGE.map((column) => `m.${column}`).join(', ')}
   from json_populate_recordset(null::message, $2::json) m join made on made.id = m.contact_fault_id`,
)
const LOCK = statement<ContactFault>(
  `select ${ALL.join(', ')} from contact_fault where id = $1 for no key update`,
)
const CLEAR = statement<never>(
  `update contact_fault set cleared_at = $2, cleared_by = $3, cleared_because = $4 where id = $1`,
)
// Mail goes to the register's addresses as they are now: a fault of one that nobody has any more is over by itself.
const IN_USE = `exists (
  select from unit u where u.id = c.unit_id and u.status = 'open'
    and lower(c.address) in (lower(u.mailbox), lower(u.office_head ->> 'address'))
  union all
  select from person p join membership m on m.person_id = p.id join office o on o.id = p.office_id
  where p.office_id = c.office_id and p.status = 'active' and lower(p.email) = lower(c.address)
    and (m.unit_id is not distinct from c.unit_id or p.id = c.person_id) and ${HELD_TODAY})`
const DEAD = statement<{ unit_id: string; address: string }>(
  `select c.unit_id, lower(c.address) as address from contact_fault c
   where c.unit_id = any ($1::uuid[]) and c.cleared_at is null and ${IN_USE}`,
)
const LIST = statement<ListedContactFault>(
  `select ${ALL.map((column) => `c.${column}`).join(', ')}, ${IN_USE} as in_use
   from contact_fault c
   where c.office_id = $1 and ($2::boolean is null or $2 = (c.cleared_at is null and ${IN_USE}))
     and ($3::uuid is null or c.unit_id = $3)
     and ($4::timestamptz is null or (c.found_at, c.id) < ($4, $5::uuid))
   order by c.found_at desc, c.id desc limit $6`,
)
const FACTS = statement<ContactFaultFact>(
  `select ${ALL.map((column) => `c.${column}`).join(', ')}, u.name as unit_name, ${IN_USE} as in_use
   from contact_fault c left join unit u on u.id = c.unit_id where c.id = any ($1::uuid[])`,
)

/** Keeps a fault and what is to be said of it; neither where one of this address stands already. */
export async function insertContactFault(
  h: Handle,
  fault: NewContactFault,
  messages: readonly WaitingMessage[],
): Promise<void> {
  await h.run(INSERT(json([fault]), json(messages)))
}

/** A fault, locked against being cleared twice; null when the principal cannot see it. */
export function lockContactFault(h: Handle, id: string): Promise<ContactFault | null> {
  return first(h.run(LOCK(id)))
}

/** Writes that somebody has found the address to be right. */
export async function clearContactFault(
  h: Handle,
  id: string,
  cleared: { at: Instant; by: string; because: string },
): Promise<void> {
  await h.run(CLEAR(id, cleared.at, cleared.by, cleared.because))
}

/** `in_use`: whether mail would still be sent to the address. */
export type ListedContactFault = ContactFault & { in_use: boolean }

/** The place of a fault in its list: newest first. */
export interface ContactFaultPlace {
  found_at: Instant
  id: string
}

export interface ContactFaultFilter {
  office_id: string
  /** Not cleared, and mail would still be sent there. */
  standing?: boolean | undefined
  unit_id?: string | undefined
}

/** One page of the faults the principal may read, newest first. */
export function listContactFaults(
  h: Handle,
  { office_id, standing, unit_id }: ContactFaultFilter,
  { limit, after }: { limit: number; after: ContactFaultPlace | null },
): Promise<ListedContactFault[]> {
  const place = [after?.found_at ?? null, after?.id ?? null] as const
  return h.run(LIST(office_id, standing ?? null, unit_id ?? null, ...place, limit))
}

/** The addresses of these units, in lower case, at which nobody is reached as far as is known. */
export function deadAddresses(
  h: Handle,
  unitIds: readonly string[],
): Promise<{ unit_id: string; address: string }[]> {
  return unitIds.length === 0 ? Promise.resolve([]) : h.run(DEAD([...unitIds]))
}

/** A fault as it is told. */
export type ContactFaultFact = ListedContactFault & { unit_name: string | null }

/** These faults, in any order. */
export function contactFaultFacts(h: Handle, ids: readonly string[]): Promise<ContactFaultFact[]> {
  return ids.length === 0 ? Promise.resolve([]) : h.run(FACTS([...new Set(ids)]))
}
