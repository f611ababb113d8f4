import { patched } from '../../commands/register/change.js'
import { notedLogin } from '../../commands/register/noted.js'
import { personRows } from '../../commands/register/rows.js'
import { personOperations } from '../../contracts/register/people.js'
import type { Person } from '../../db/person.js'
import { type NamePlace, pagePeople } from '../../db/register-page.js'
import { ERASED } from '../../domain/erased.js'
import type { RegisterRoom } from './registers.js'

/** Whoever was erased stays so; the name says it. */
export function isErased({ name, status }: Person): boolean {
  return name === ERASED && status === 'disabled'
}

/** The people an office knows; how they log in is written, never shown. */
export const personRoom: RegisterRoom<typeof personOperations, Person, NamePlace> = {
  operations: personOperations,
  register: 'person',
  present: ({ office_id: _, issuer: __, subject: ___, ...person }) => person,
  place: ({ name, id }) => ({ name, id }),
  page: (h, { office_id }, { status }, page) => pagePeople(h, office_id, { status }, page),
  rows: personRows,
  entry: ({ name, email = null, phone = null, login = null }, id, office) => ({
    id,
    office_id: office.id,
    name,
    email,
    phone,
    issuer: login?.issuer ?? null,
    subject: login?.subject ?? null,
    status: 'active',
  }),
  noted: notedLogin,
  next: (body, person) =>
    isErased(person) ? { wrong: '/name' } : patched(person, body as Partial<Person>),
}
