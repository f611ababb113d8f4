import { notedRole } from '../../commands/register/noted.js'
import { membershipRows } from '../../commands/register/rows.js'
import { membershipOperations } from '../../contracts/register/memberships.js'
import type { Membership } from '../../db/membership.js'
import { pageMemberships } from '../../db/register-page.js'
import { localDateOf } from '../../domain/zone.js'
import { ProblemError } from '../frame/problem-error.js'
import type { RegisterRoom } from './registers.js'

/** Who holds which role where and since when; only the end can be changed. */
export const membershipRoom: RegisterRoom<typeof membershipOperations, Membership, string> = {
  operations: membershipOperations,
  register: 'membership',
  present: ({ office_id: _, ...membership }) => membership,
  place: ({ id }) => id,
  page: (h, { office_id }, { person, unit }, page) =>
    pageMemberships(h, office_id, { person, unit }, page),
  rows: membershipRows,
  entry(body, id, office) {
    const { person_id, unit_id = null, role, until_on = null } = body
    const { from_on = localDateOf(office.zone, office.now) } = body
    if (until_on !== null && until_on < from_on) {
      const fault = { in: 'body', pointer: '/until_on', code: 'OUT_OF_RANGE' } as const
      throw new ProblemError('VALIDATION_FAILED', [fault])
    }
    return { id, office_id: office.id, person_id, unit_id, role, from_on, until_on }
  },
  whose: ({ person_id }) => person_id,
  noted: notedRole,
  next: ({ until_on }, membership) =>
    until_on !== null && until_on < membership.from_on
      ? { wrong: '/until_on' }
      : { ...membership, until_on },
}
