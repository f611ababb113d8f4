import type { Test } from 'tap'
import { v7 } from 'uuid'
import type { Principal } from '../../src/commands/principal.js'
import { rulesKey } from '../../src/commands/rules.js'
import { statement } from '../../src/db/handle.js'
import { insertMemberships } from '../../src/db/membership.js'
import { findOffice, updateOffice } from '../../src/db/office.js'
import { insertPeople } from '../../src/db/person.js'
import { insertPolicy } from '../../src/db/policy.js'
import { transaction } from '../../src/db/transaction.js'
import type { Instant } from '../../src/domain/instant.js'
import { DEFAULT_POLICY, type Policy } from '../../src/domain/policy.js'
import type { Rules } from '../../src/domain/rules.js'
import type { SignedPaper } from '../../src/domain/situation.js'
import type { PersonRole } from '../../src/domain/vocabulary.js'
import { day, local } from '../helpers/domain/world.js'
import { type TestServer, testServer } from '../http/support.js'
import { evidenceIn, paperIn, sectionOf, siteOf } from './register.js'

/** Somebody who acts in the real office, with the paper they enter if any. */
export interface Player {
  principal: Principal
  paper: SignedPaper | null
}

/** A real office behind its interface, whose clock and policy a test sets as it likes. */
export interface World {
  server: TestServer
  unit_id: string
  cast: readonly Player[]
  leader: Principal
  /** What commands may refer to, by the names the machine's tests use. */
  real: { photo: string; scan: string; section: string; colleague: string; site: string }
  /** Sets the clock, also back: whoever does so begins with findings of their own. */
  setClock: (at: Instant) => Promise<void>
  /** Makes a policy the office's, from now on; returns its version and the rules that hold with it. */
  setPolicy: (policy: Partial<Policy>) => Promise<{ version: string; rules: Rules }>
}

const FIRST_DAY = local('2026-03-02 10:00')
/** A clock only moves forward, by a trigger; here every history begins at its own beginning. */
const AS_OWNER = statement<never>('set local role none')
const LET_BACK = statement<never>('alter table office disable trigger office_clock_forward')
const SET_CLOCK = statement<never>('update office set standing_clock = $2 where id = $1')

/** An office with somebody in every role, two in some, one in two, and papers that others signed. */
export async function openWorld(t: Test): Promise<World> {
  const server = await testServer(t, { clock: FIRST_DAY, policy: { spread_minutes: 0 } })
  const { office } = server
  await transaction(office.owner, async (tx) => {
    await tx.run(AS_OWNER())
    await tx.run(LET_BACK())
  })
  const [unit_id = ''] = office.units
  const [reporter, signatory] = [office.member(0), office.member(0, 'unit.signatory')]
  const [handler, reviewer] = [office.officer('office.handler'), office.officer('office.reviewer')]
  const leader = office.officer('office.leader')
  const newcomer = newcomerIn(server)
  const colleague = await newcomer(['office.handler'])
  const alone = (principal: Principal): Player => ({ principal, paper: null })
  const signed = async (by: Principal, signer: Principal): Promise<Player> => ({
    principal: by,
    paper: await paperIn(office, by, signer, day('2026-03-02')),
  })
  const cast = [
    ...[reporter, signatory, handler, colleague, reviewer, leader].map(alone),
    ...[office.officer('inspector'), office.officer('auditor')].map(alone),
    alone(await newcomer(['unit.reporter'], unit_id)),
    alone(await newcomer(['office.leader'])),
    alone(await newcomer(['office.handler', 'office.reviewer'])),
    await signed(reporter, signatory),
    await signed(handler, reviewer),
    await signed(handler, leader),
    await signed(colleague, leader),
  ]
  return {
    ...{ server, unit_id, cast, leader },
    real: {
      photo: await evidenceIn(office, reporter, 'a'.repeat(64)),
      scan: await evidenceIn(office, reporter, 'b'.repeat(64)),
      section: await sectionOf(office, unit_id),
      colleague: signatory.person_id,
      site: await siteOf(office, unit_id),
    },
    setClock: async (at) => {
      await office.owner.run(SET_CLOCK(office.office_id, at))
    },
    async setPolicy(policy) {
      const version = v7()
      const whole = { ...DEFAULT_POLICY, spread_minutes: 0, ...policy }
      await insertPolicy(office.owner, { id: version, office_id: office.office_id, policy: whole })
      await updateOffice(office.owner, office.office_id, { policy_version_id: version })
      const found = await findOffice(office.owner, office.office_id)
      if (!found) throw new Error('no office')
      return { version, rules: await office.api.rules.of(office.owner, rulesKey(found)) }
    },
  }
}

/** Enters another person with these roles, in the office or in a unit. */
function newcomerIn({ office }: TestServer) {
  const { office_id, owner } = office
  return async (
    roles: readonly PersonRole[],
    unit_id: string | null = null,
  ): Promise<Principal> => {
    const id = v7()
    const login = {
      issuer: 'test',
      subject: id,
      status: 'active',
      email: null,
      phone: null,
    } as const
    await insertPeople(owner, [{ id, office_id, name: roles.join(), ...login }])
    const always = { from_on: day('2000-01-01'), until_on: null }
    await insertMemberships(
      owner,
      roles.map((role) => ({ id: v7(), office_id, person_id: id, unit_id, role, ...always })),
    )
    return {
      ...{ person_id: id, office_id, scope: unit_id ? 'unit' : 'office', rehearsal: true },
      units: unit_id ? [unit_id] : [],
      memberships: roles.map((role) => ({ role, unit_id })),
    }
  }
}
