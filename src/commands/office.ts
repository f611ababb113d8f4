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

/** Somebody an office begins with. */
export interface Founder {
  name: string
  email: string | null
  issuer: string
  subject: string
}

/** An office to begin with: its time, the one person who enters all others, and who keeps its keys and logins. */
export interface OfficeInput {
  name: string
  zone: string
  hours: OfficeHours
  duty_phone: string | null
  /** Where a rehearsal's clock begins to stand; null for a real office. */
  rehearsal_start: Instant | null
  admin: Founder
  /** Left out, nobody does until the administrator gives somebody the role. */
  security?: Founder | undefined
  policy?: Policy | undefined
}

export interface NewOffice {
  office_id: string
  admin_id: string
}

/**
 * Creates an office with the Chinese calendar, its policy, its administrator, who keeps its keys where one is named,
 * and its first opening, in one transaction. Needs the migration role's pool: people of an office never create offices. Throws RangeError for an
 * unknown zone.
 */
export async function createOffice(deps: Deps, input: OfficeInput): Promise<NewOffice> {
  const { name, zone, hours, duty_phone, rehearsal_start, admin, security } = input
  const { policy = DEFAULT_POLICY } = input
  const [office_id, admin_id] = [deps.newId(), deps.newId()]
  const calendar = chinaCalendar(deps.newId(), zone)
  const now = rehearsal_start ?? fromEpoch(Date.now())
  const rehearsal = rehearsal_start !== null
  const office = { id: office_id, name, zone, hours, duty_phone, rehearsal, rehearsal_start }
  const opening = openingRow(deps, office, nextOpening(calendar, hours, now))
  const founders = [
    { ...admin, id: admin_id, role: 'admin' as const },
    ...(security ? [{ ...security, id: deps.newId(), role: 'security' as const }] : []),
  ]
  // A rehearsal's clock may stand years back, so the first roles are as old as the clock.
  const from_on = localDateOf(zone, now)
  await transaction(deps.pool, async (tx) => {
    await storeOffice(tx, {
      office: { ...office, standing_clock: rehearsal_start },
      calendar: { source: '国务院办公厅节假日安排', calendar },
      policy: { id: deps.newId(), policy },
    })
    await insertPeople(
      tx,
      founders.map(({ role: _, ...one }) => ({ ...one, office_id, phone: null, status: 'active' })),
    )
    const held = { office_id, unit_id: null, from_on, until_on: null }
    await insertMemberships(
      tx,
      founders.map(({ id: person_id, role }) => ({ id: deps.newId(), ...held, person_id, role })),
    )
    await planOpening(tx, opening)
    await wantSubjects(tx, [{ subject_id: office_id, office_id, kind: 'office' }])
  })
  return { office_id, admin_id }
}
