import { first, type Handle, sqlb, statement } from './handle.js'
import { insertText, json, type Row, updateText } from './setwise.js'
import { lookbackLeft, OPEN } from './states.js'

/** A person as one office knows them; without issuer and subject they cannot log in but may sign on paper. */
export type Person = Omit<Row<'person'>, 'created_at' | 'courtesy_mail' | 'erased_at'>

const COLUMNS = [
  'id',
  'office_id',
  'name',
  'email',
  'phone',
  'issuer',
  'subject',
  'status',
] as const satisfies readonly (keyof Person)[]

const INSERT = statement<never>(insertText('person', COLUMNS))
const UPDATE = statement<{ id: string }>(
  updateText('person', ['id', 'office_id'], COLUMNS.slice(2), 'returning t.id'),
)

const DUTIES = statement<{ open: boolean }>(
  `select exists (select from membership m join office o on o.id = m.office_id
       where m.person_id = $1 and (m.until_on is null
         or m.until_on >= (coalesce(o.standing_clock, now()) at time zone o.zone)::date))
     or exists (select from finding f where f.handler_id = $1
       and (f.state in (${OPEN}) or f.seen_again or ${lookbackLeft('f')}))
     or exists (select from finding f join person p on p.office_id = f.office_id
       where p.id = $1 and f.state in (${OPEN}) and (f.delegated_to ->> 'person_id')::uuid = $1)
     as open
   from person where id = $1`,
)
const PREFERENCES = statement<Preferences>('select courtesy_mail from person where id = $1')
const PREFER = statement<never>('update person set courtesy_mail = $2 where id = $1')

/** Enters people. Throws UNIQUE for a login the office has. */
export async function insertPeople(h: Handle, people: readonly Person[]): Promise<void> {
  if (people.length > 0) await h.run(INSERT(json(people)))
}

/** Changes people; resolves to the number found. Throws UNIQUE for a login the office has. */
export async function updatePeople(h: Handle, people: readonly Person[]): Promise<number> {
  return (await h.run(UPDATE(json(people)))).length
}

/** A person the principal may read, or null. */
export function findPerson(h: Handle, id: string): Promise<Person | null> {
  return first(h.run(sqlb.selectFrom('person').select(COLUMNS).where('id', '=', id)))
}

/** What somebody has decided for themselves, whatever the register says of them. */
export interface Preferences {
  /** Whether mail that nobody has to get is sent to them too. */
  courtesy_mail: boolean
}

/** The preferences of a person the principal may read, or null. */
export function findPreferences(h: Handle, id: string): Promise<Preferences | null> {
  return first(h.run(PREFERENCES(id)))
}

/** Writes somebody's preferences. */
export async function updatePreferences(
  h: Handle,
  id: string,
  { courtesy_mail }: Preferences,
): Promise<void> {
  await h.run(PREFER(id, courtesy_mail))
}

/** What keeps a person from being erased: roles of today or later, findings in hand, and work passed on to them. */
export async function hasOpenDuties(h: Handle, id: string): Promise<boolean> {
  return (await first(h.run(DUTIES(id))))?.open ?? false
}

/** The people of an office that the principal may read, by name. */
export function listPeople(h: Handle, officeId: string): Promise<Person[]> {
  const query = sqlb.selectFrom('person').select(COLUMNS).where('office_id', '=', officeId)
  return h.run(query.orderBy('name').orderBy('id'))
}
