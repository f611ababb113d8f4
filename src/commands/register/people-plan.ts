import type { Membership } from '../../db/membership.js'
import type { Person } from '../../db/person.js'
import type { LocalDate } from '../../domain/instant.js'
import { type PersonRole, ROLES_APART } from '../../domain/vocabulary.js'
import type { ImportProblem } from './import-report.js'
import type { unitFinder } from './unit-names.js'

/** One line of a list of people: a person with one role. Who has several roles has several lines. */
export interface PersonRow {
  line: number
  name: string
  email: string | null
  phone: string | null
  /** Who they are to the issuer; null for somebody who only signs on paper. */
  subject: string | null
  role: PersonRole
  unit: string | null
  from_on: LocalDate | null
}

/** What the office knows already, and what the list leaves open. */
export interface PeopleContext {
  office_id: string
  /** Whose subjects the list names. */
  issuer: string
  today: LocalDate
  people: readonly Person[]
  memberships: readonly Membership[]
  find: ReturnType<typeof unitFinder>
  newId: () => string
}

export interface PeoplePlan {
  added: readonly Person[]
  changed: readonly Person[]
  given: readonly Membership[]
  /** How many people of the list stay entirely as they are. */
  unchanged: number
  problems: readonly ImportProblem[]
}

/** What a list of people comes to in an office, line by line, without doing it. */
export function planPeople(context: PeopleContext, rows: readonly PersonRow[]): PeoplePlan {
  const { office_id, issuer, today, find, newId } = context
  const known = new Map(context.people.map((person) => [identityOf(person), person]))
  const listed = new Map<string, Person>()
  const roles = new Set(context.memberships.filter(isOpenEnded).map(roleOf))
  const given: Membership[] = []
  const problems: ImportProblem[] = []
  for (const { line, role, unit, from_on, subject, ...said } of rows) {
    const login = { issuer: subject === null ? null : issuer, subject }
    const identity = identityOf({ ...said, ...login })
    const same = listed.get(identity) ?? known.get(identity)
    const person: Person = { id: newId(), office_id, status: 'active', ...same, ...said, ...login }
    listed.set(identity, person)
    const place = placeOf(role, unit, find)
    if ('fault' in place) {
      problems.push({ line, column: 'unit', fault: place.fault })
      continue
    }
    const membership = { person_id: person.id, unit_id: place.unit_id, role }
    if (roles.has(roleOf(membership))) continue
    if (apartFrom(role).some((other) => roles.has(roleOf({ ...membership, role: other })))) {
      problems.push({ line, column: 'role', fault: 'DUTIES_APART' })
      continue
    }
    roles.add(roleOf(membership))
    const days = { from_on: from_on ?? today, until_on: null }
    given.push({ id: newId(), office_id, ...membership, ...days })
  }
  const people = [...listed].map(([identity, person]) => ({ person, old: known.get(identity) }))
  const added = people.flatMap(({ person, old }) => (old ? [] : [person]))
  const changed = people.flatMap(({ person, old }) => (old && !isSame(old, person) ? [person] : []))
  const touched = new Set([...added, ...changed].map(({ id }) => id))
  for (const { person_id } of given) touched.add(person_id)
  return { added, changed, given, unchanged: listed.size - touched.size, problems }
}

/** What nobody is besides. */
function apartFrom(role: PersonRole): readonly PersonRole[] {
  const apart: readonly PersonRole[] = ROLES_APART
  return apart.includes(role) ? apart.filter((other) => other !== role) : []
}

/** The unit a role is held in, null in the office, or why the line cannot be so. */
function placeOf(role: PersonRole, unit: string | null, find: PeopleContext['find']) {
  const inUnit = role.startsWith('unit.')
  if (!inUnit && unit !== null) return { fault: 'NO_UNIT' } as const
  if (!inUnit) return { unit_id: null }
  if (unit === null) return { fault: 'UNIT_NEEDED' } as const
  const found = find(unit)
  return 'fault' in found ? found : { unit_id: found.id }
}

/** Who logs in is who they log in as; who does not is known by name and e-mail. */
function identityOf(person: Pick<Person, 'name' | 'email' | 'issuer' | 'subject'>): string {
  const { issuer, subject, name, email } = person
  return JSON.stringify(subject === null ? [name, email] : [issuer, subject, 'login'])
}

function roleOf({ person_id, unit_id, role }: Pick<Membership, 'person_id' | 'unit_id' | 'role'>) {
  return `${person_id} ${unit_id ?? ''} ${role}`
}

function isOpenEnded({ until_on }: Membership): boolean {
  return until_on === null
}

function isSame(a: Person, b: Person): boolean {
  return a.name === b.name && a.email === b.email && a.phone === b.phone
}
