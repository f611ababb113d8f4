import { createDeps } from '../commands/create-deps.js'
import { createOffice } from '../commands/office.js'
import { loadCalendar } from '../db/calendar.js'
import { findOffice } from '../db/office.js'
import { loadPolicy } from '../db/policy.js'
import { openPool } from '../db/pool.js'
import { chinaCalendar } from '../domain/china-calendar.js'
import { DEFAULT_HOURS } from '../domain/hours.js'
import { type Instant, timeOf } from '../domain/instant.js'
import type { Rules } from '../domain/rules.js'
import { instantAt } from '../domain/zone.js'
import { issueDayOf } from '../example/issue-day.js'
import type { Ledger } from '../example/ledger.js'
import { OFFICE_PEOPLE } from '../example/register.js'

const ZONE = 'Asia/Shanghai'

/** A rehearsal office as it is stored, with the rules it goes by. */
export interface OpenedOffice {
  office_id: string
  opens: Instant
  rules: Rules
}

/** The morning on which a ledger's notice goes out: half an hour before the office opens for it. */
export function morningOf(ledger: Ledger): Instant {
  return instantAt(ZONE, issueDayOf(ledger, chinaCalendar('planning', ZONE)), timeOf('08:30'))
}

/** Creates the rehearsal office in which a ledger is played, as the owner of the database. */
export async function openOffice(
  owner: string,
  issuer: string,
  name: string,
  opens: Instant,
): Promise<OpenedOffice> {
  const pool = openPool({ url: owner, role: 'zhenggai_migrate', max: 2, applicationName: 'demo' })
  try {
    const admin = OFFICE_PEOPLE[0]
    const { office_id } = await createOffice(
      createDeps(pool, () => undefined),
      {
        name,
        zone: ZONE,
        hours: DEFAULT_HOURS,
        duty_phone: '0000-5500123',
        rehearsal_start: opens,
        admin: { name: admin.name, email: null, issuer, subject: admin.subject },
      },
    )
    const office = await findOffice(pool, office_id)
    if (!office) throw new Error('the office was not created')
    const [calendar, policy] = await Promise.all([
      loadCalendar(pool, office.calendar_version_id),
      loadPolicy(pool, office.policy_version_id),
    ])
    return { office_id, opens, rules: { calendar, hours: office.hours, policy } }
  } finally {
    await pool.close()
  }
}
