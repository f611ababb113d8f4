import { v7 } from 'uuid'
import { createDeps } from '../../src/commands/create-deps.js'
import { createOffice } from '../../src/commands/office.js'
import { insertMemberships } from '../../src/db/membership.js'
import { createOffice as storeOffice } from '../../src/db/office.js'
import { insertPeople } from '../../src/db/person.js'
import type { Pool } from '../../src/db/pool.js'
import { transaction } from '../../src/db/transaction.js'
import { DEFAULT_HOURS } from '../../src/domain/hours.js'
import { fromEpoch, instantOf, plusDays, timeOf } from '../../src/domain/instant.js'
import { DEFAULT_POLICY } from '../../src/domain/policy.js'
import { localDateOf } from '../../src/domain/zone.js'
import { everyDay, noonZone, wallTime } from './calendar.js'

/** Monday 6 March 2023, half past eight in the morning. */
const REHEARSAL_START = instantOf('2023-03-06T00:30:00.000Z')
const MINUTE = 60_000

/** Seconds until the urgent findings of the real office fall due, and between two gatherings of its decisions. */
const TAKEDOWN_SECONDS = 20
const GATHER_SECONDS = 10

/** An office of the run, in which everybody's login begins with `prefix`. */
export interface RunOffice {
  office_id: string
  prefix: string
  rehearsal: boolean
  zone: string
  /** Hours east of UTC. */
  hours: number
  /** The day on which its notice is issued. */
  today: string
  issuer: string
}

/** A rehearsal, whose clock is advanced while the run goes on. */
export async function createRehearsal(owner: Pool, issuer: string): Promise<RunOffice> {
  const { office_id } = await createOffice(
    createDeps(owner, () => undefined),
    {
      name: '压测演练办公室（演练）',
      zone: 'Asia/Shanghai',
      hours: DEFAULT_HOURS,
      duty_phone: null,
      rehearsal_start: REHEARSAL_START,
      admin: { name: '顾安', email: null, issuer, subject: 'play.admin' },
      policy: { ...DEFAULT_POLICY, stamped_report: 'never' },
    },
  )
  const place = { zone: 'Asia/Shanghai', hours: 8, today: '2023-03-06' }
  return { office_id, prefix: 'play.', rehearsal: true, issuer, ...place }
}

/** A real office that works every day and opens at the first whole minute after the given instant. */
export async function createRealOffice(
  owner: Pool,
  issuer: string,
  opensAfter: number,
): Promise<RunOffice> {
  const now = Date.now()
  const { zone, hours } = noonZone(now)
  const today = localDateOf(zone, fromEpoch(now))
  const opens = wallTime(Math.ceil(opensAfter / MINUTE) * MINUTE, hours)
  const [office_id, admin_id] = [v7(), v7()]
  const policy = {
    ...DEFAULT_POLICY,
    stamped_report: 'never',
    spread_minutes: 0,
    gather_minutes: GATHER_SECONDS / 60,
    urgent: { takedown_hours: TAKEDOWN_SECONDS / 3_600, report_days: 1 },
  } as const
  const login = { issuer, subject: 'real.admin', status: 'active', phone: null } as const
  const admin = { id: admin_id, office_id, name: '顾安', email: null, ...login }
  const from = { from_on: plusDays(today, -30), until_on: null }
  const role = {
    id: v7(),
    office_id,
    person_id: admin_id,
    unit_id: null,
    role: 'admin',
    ...from,
  } as const
  await transaction(owner, async (tx) => {
    await storeOffice(tx, {
      office: {
        id: office_id,
        name: '压测办公室',
        zone,
        hours: { spans: [[timeOf(opens), timeOf('23:59')]] },
        duty_phone: null,
        rehearsal: false,
        rehearsal_start: null,
        standing_clock: null,
      },
      calendar: { source: 'bench', calendar: everyDay(v7(), zone, now) },
      policy: { id: v7(), policy },
    })
    await insertPeople(tx, [admin])
    await insertMemberships(tx, [role])
  })
  return { office_id, prefix: 'real.', rehearsal: false, issuer, zone, hours, today }
}
