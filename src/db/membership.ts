import type { LocalDate } from '../domain/instant.js'
import type { PersonRole } from '../domain/vocabulary.js'
import { first, type Handle, sqlb, statement } from './handle.js'
import type { Person, Preferences } from './person.js'
import { insertText, json, type Row, updateText } from './setwise.js'

/** A role held from a day, until and including another, in a unit or (null) in the office. */
export type Membership = Row<'membership'>

const COLUMNS = [
  'id',
  'office_id',
  'person_id',
  'unit_id',
  'role',
  'from_on',
  'until_on',
] as const satisfies readonly (keyof Membership)[]

const INSERT = statement<never>(insertText('membership', COLUMNS))
const UPDATE = statement<{ id: string }>(
  updateText('membership', ['id', 'office_id'], ['from_on', 'until_on'], 'returning t.id'),
)
/** A membership `m` that is valid today by the clock of its office `o`. */
export const HELD_TODAY = `m.from_on <= (coalesce(o.standing_clock, now()) at time zone o.zone)::date
  and (m.until_on is null or m.until_on >= (coalesce(o.standing_clock, now()) at time zone o.zone)::date)`

const HOLDS_YET = statement<{ role: PersonRole }>(
  `select m.role from membership m join office o on o.id = m.office_id
   where m.person_id = $1 and m.role = any ($2::text[]) and (m.until_on is null
     or m.until_on >= (coalesce(o.standing_clock, now()) at time zone o.zone)::date) limit 1`,
)

const HELD = statement<Pick<Membership, 'unit_id'> & { role: PersonRole }>(
  `select m.role, m.unit_id from membership m
   join office o on o.id = m.office_id join person p on p.id = m.person_id
   where m.office_id = $1 and m.person_id = $2 and p.status = 'active' and ${HELD_TODAY}
   order by m.role, m.unit_id`,
)

const HOLDERS = statement<RoleHolder>(
  `select p.id, p.name, p.email, p.phone, p.courtesy_mail, m.role, m.unit_id
   from membership m join person p on p.id = m.person_id
   where m.office_id = $1 and m.role = any ($2::text[]) and p.status = 'active'
     and m.from_on <= $3 and (m.until_on is null or m.until_on >= $3)
     and (m.unit_id is null or m.unit_id = any ($4::uuid[]))
   order by m.unit_id, m.role, p.name, p.id`,
)

/** Gives roles. Throws UNIQUE for one the person already has from that day. */
export async function insertMemberships(h: Handle, given: readonly Membership[]): Promise<void> {
  if (given.length > 0) await h.run(INSERT(json(given)))
}

/** Changes the days of memberships, nothing else; resolves to the number found. */
export async function updateMemberships(h: Handle, given: readonly Membership[]): Promise<number> {
  return (await h.run(UPDATE(json(given)))).length
}

/** A membership the principal may read, or null. */
export function findMembership(h: Handle, id: string): Promise<Membership | null> {
  return first(h.run(sqlb.selectFrom('membership').select(COLUMNS).where('id', '=', id)))
}

/** The memberships of an office that the principal may read, ended ones too. */
export function listMemberships(h: Handle, officeId: string): Promise<Membership[]> {
  const query = sqlb.selectFrom('membership').select(COLUMNS).where('office_id', '=', officeId)
  return h.run(query.orderBy('person_id').orderBy('from_on').orderBy('id'))
}

/** Whether somebody holds one of the roles today or from a later day on, as far as the principal may read it. */
export async function holdsYet(
  h: Handle,
  personId: string,
  roles: readonly PersonRole[],
): Promise<boolean> {
  return (await first(h.run(HOLDS_YET(personId, [...roles])))) !== null
}

/** The roles an active person of the office holds today; none where they have left. Ask as the office's clock. */
export function rolesHeld(
  h: Handle,
  officeId: string,
  personId: string,
): Promise<(Pick<Membership, 'unit_id'> & { role: PersonRole })[]> {
  return h.run(HELD(officeId, personId))
}

export type RoleHolder = Pick<Person, 'id' | 'name' | 'email' | 'phone'> &
  Preferences &
  Pick<Membership, 'role' | 'unit_id'>

/** Active people who hold one of the roles on a day: in the office, and in these units. Read when a mail is sent. */
export function roleHolders(
  h: Handle,
  wanted: {
    office_id: string
    roles: readonly PersonRole[]
    unit_ids: readonly string[]
    on: LocalDate
  },
): Promise<RoleHolder[]> {
  const { office_id, roles, unit_ids, on } = wanted
  return h.run(HOLDERS(office_id, [...roles], on, [...unit_ids]))
}
