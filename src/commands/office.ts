import { insertMemberships } from '../db/membership.js'
import { createOffice as storeOffice } from '../db/office.js'
import { planOpening } from '../db/office-clock.js'
import { insertPeople } from '../db/person.js'
import { transaction } from '../db/transaction.js'
import { wantSubjects } from '../db/workflow-sync.js'
import { chinaCalendar } from '../domain/china-calendar.js'
import { nextOpening, type OfficeHours } from '../domain/hours.js'
import { fromEpoch, type Instant } from '../domain/instant.js'
import { DEFAULT_POLICY, type Policy } from '../domain/policy.js'
import { localDateOf } from '../domain/zone.js'
import type { Deps } from './deps.js'
import { openingRow } from './office-day/opening.js'

/** An office to begin with: its time, and the one person who enters all others. */
export interface OfficeInput {
  name: string
  zone: string
  hours: OfficeHours
  duty_phone: string | null
  /** Where a rehearsal's clock begins to stand; null for a real office. */
  rehearsal_start: Instant | null
  admin: { name: string; email: string | null; issuer: string; subject: string }
  policy?: Policy | undefined
}

export interface NewOffice {
  office_id: string
  admin_id: string
}

/**
 * Creates an office with the Chinese calendar, its policy, its administrator and its first opening, in one
 * transaction. Needs the migration role's pool: people of an office never create offices. Throws RangeError for an
 * unknown zone.
 */
export async function createOffice(deps: Deps, input: OfficeInput): Promise<NewOffice> {
  const { name, zone, hours, duty_phone, rehearsal_start, admin, policy = DEFAULT_POLICY } = input
  const [office_id, admin_id] = [deps.newId(), deps.newId()]
  const calendar = chinaCalendar(deps.newId(), zone)
  const now = rehearsal_start ?? fromEpoch(Date.now())
  const rehearsal = rehearsal_start !== null
  const office = { id: office_id, name, zone, hours, duty_phone, rehearsal, rehearsal_start }
  const { issuer, subject } = admin
  const opening = openingRow(deps, office, nextOpening(calendar, hours, now))
  const login = { issuer, subject, status: 'active' as const, phone: null }
  const role = { person_id: admin_id, unit_id: null, role: 'admin' as const, until_on: null }
  // A rehearsal's clock may stand years back, so the first role is as old as the clock.
  const from_on = localDateOf(zone, now)
  await transaction(deps.pool, async (tx) => {
    await storeOffice(tx, {
      office: { ...office, standing_clock: rehearsal_start },
      calendar: { source: '国务院办公厅节假日安排', calendar },
      policy: { id: deps.newId(), policy },
    })
    await insertPeople(tx, [
      { id: admin_id, office_id, name: admin.name, email: admin.email, ...login },
    ])
    await insertMemberships(tx, [{ id: deps.newId(), office_id, ...role, from_on }])
    await planOpening(tx, opening)
    await wantSubjects(tx, [{ subject_id: office_id, office_id, kind: 'office' }])
  })
  return { office_id, admin_id }
}
