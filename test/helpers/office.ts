import type { Test } from 'tap'
import { v7 } from 'uuid'
import { createDeps } from '../../src/commands/create-deps.js'
import type { Deps } from '../../src/commands/deps.js'
import type { Principal } from '../../src/commands/principal.js'
import { insertMemberships } from '../../src/db/membership.js'
import { createOffice } from '../../src/db/office.js'
import { insertPeople } from '../../src/db/person.js'
import { openPool, type Pool } from '../../src/db/pool.js'
import { transaction } from '../../src/db/transaction.js'
import { insertUnits } from '../../src/db/unit.js'
import { chinaCalendar } from '../../src/domain/china-calendar.js'
import { DEFAULT_HOURS } from '../../src/domain/hours.js'
import { dateOf, type Instant } from '../../src/domain/instant.js'
import { DEFAULT_POLICY, type Policy } from '../../src/domain/policy.js'
import type { PersonRole } from '../../src/domain/vocabulary.js'
import { testDatabase } from './database.js'

const OFFICE_ROLES = [
  'office.handler',
  'office.reviewer',
  'office.leader',
  'inspector',
  'auditor',
  'security',
  'admin',
] as const
const UNIT_ROLES = ['unit.reporter', 'unit.signatory'] as const

/** An office in a database of the test's own, with one person of each role and units with two people each. */
export interface TestOffice {
  office_id: string
  /** The worker's way in, for a command run beside. */
  url: string
  owner: Pool
  api: Deps
  worker: Deps
  units: readonly string[]
  /** The one person of an office role. */
  officer: (role: (typeof OFFICE_ROLES)[number]) => Principal
  /** The person of a unit role in the unit of that index. */
  member: (unit: number, role?: (typeof UNIT_ROLES)[number]) => Principal
}

export interface OfficeWish {
  units?: number
  /** A rehearsal standing at this instant; null for a real office. */
  clock?: Instant | null
  policy?: Partial<Policy>
  /** How many connections each of its pools may hold. */
  connections?: number
}

/** Creates the office; pools are closed and the database dropped when the test ends. */
export async function testOffice(t: Test, wish: OfficeWish = {}): Promise<TestOffice> {
  const urls = await testDatabase(t)
  const { units: count = 2, clock = null, policy = {}, connections: max = 20 } = wish
  const pool = (role: 'zhenggai_api' | 'zhenggai_worker' | 'zhenggai_migrate') => {
    const opened = openPool({ url: urls.owner, role, max, applicationName: `test ${role}` })
    t.teardown(() => opened.close())
    return opened
  }
  const owner = pool('zhenggai_migrate')
  const office_id = v7()
  const units = Array.from({ length: count }, () => v7())
  const people = [
    ...OFFICE_ROLES.map((role) => ({ role, unit_id: null, id: v7() })),
    ...units.flatMap((unit_id) => UNIT_ROLES.map((role) => ({ role, unit_id, id: v7() }))),
  ]
  await transaction(owner, async (tx) => {
    await createOffice(tx, {
      office: {
        id: office_id,
        name: '测试市政府办公室',
        zone: 'Asia/Shanghai',
        hours: DEFAULT_HOURS,
        duty_phone: '000-0000000',
        rehearsal: clock !== null,
        rehearsal_start: clock,
        standing_clock: clock,
      },
      calendar: { source: 'test', calendar: chinaCalendar(v7(), 'Asia/Shanghai') },
      policy: { id: v7(), policy: { ...DEFAULT_POLICY, ...policy } },
    })
    await insertUnits(
      tx,
      units.map((id, index) => unitRow(office_id, id, index)),
    )
    await insertPeople(
      tx,
      people.map((person) => personRow(office_id, person)),
    )
    await insertMemberships(
      tx,
      people.map((person) => membershipRow(office_id, person)),
    )
  })
  const principal = (role: PersonRole, unit_id: string | null): Principal => {
    const person = people.find((one) => one.role === role && one.unit_id === unit_id)
    if (!person) throw new Error(`nobody is ${role}`)
    return {
      person_id: person.id,
      office_id,
      scope: unit_id ? 'unit' : 'office',
      units: unit_id ? [unit_id] : [],
      memberships: [{ role, unit_id }],
      rehearsal: clock !== null,
    }
  }
  return {
    office_id,
    url: urls.worker,
    owner,
    api: createDeps(pool('zhenggai_api'), nobodyListens),
    worker: createDeps(pool('zhenggai_worker'), nobodyListens),
    units,
    officer: (role) => principal(role, null),
    member: (unit, role = 'unit.reporter') => principal(role, units[unit] ?? ''),
  }
}

function nobodyListens(): void {}

interface TestPerson {
  id: string
  role: PersonRole
  unit_id: string | null
}

function unitRow(office_id: string, id: string, index: number) {
  const name = `测试单位${index + 1}`
  return {
    ...{
      id,
      office_id,
      name,
      parent_id: null,
      aliases: [],
      mailbox: `unit${index + 1}@example.com`,
      office_head: null,
    },
    status: 'open' as const,
  }
}

function personRow(office_id: string, { id, role, unit_id }: TestPerson) {
  return {
    ...{ id, office_id, name: `${role} ${unit_id ?? ''}`, email: `${id}@example.com`, phone: null },
    ...{ issuer: 'test', subject: id, status: 'active' as const },
  }
}

function membershipRow(office_id: string, { id, role, unit_id }: TestPerson) {
  const always = { from_on: dateOf('2000-01-01'), until_on: null }
  return { id: v7(), office_id, person_id: id, unit_id, role, ...always }
}
