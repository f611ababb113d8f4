import type { Membership } from '../../db/membership.js'
import type { Person } from '../../db/person.js'
import type { Unit } from '../../db/unit.js'
import type { Noted } from '../security-events.js'

/** What of a person who is entered or changed matters to safety: how they log in, and whether they may. */
export function notedLogin(
  before: Person | null,
  { id, issuer, subject, status }: Person,
): readonly Noted[] {
  const as = before ?? { issuer: null, subject: null, status: 'active' }
  const same = as.issuer === issuer && as.subject === subject && as.status === status
  const detail = { status, may_log_in: issuer !== null }
  return same ? [] : [{ kind: 'login_changed', about: id, detail }]
}

/** What of a role that is given or ended matters: all of it. */
export function notedRole(
  before: Membership | null,
  { id, person_id, unit_id, role, from_on, until_on }: Membership,
): readonly Noted[] {
  const detail = { person_id, unit_id, role, from_on, until_on }
  return [{ kind: before ? 'role_changed' : 'role_given', about: id, detail }]
}

/**
 * What of a unit matters: where it stands, and whether it reads what is below it. One that is new has nothing yet to be
 * read; whether it reads is said.
 */
export function notedReach(
  before: Unit | null,
  { id, parent_id, reads_below }: Unit,
): readonly Noted[] {
  const same = before?.parent_id === parent_id || before === null
  return same && (before?.reads_below ?? false) === reads_below
    ? []
    : [{ kind: 'reach_changed', about: id, detail: { parent_id, reads_below } }]
}
