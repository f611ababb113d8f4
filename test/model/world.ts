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
import type { TestOffice } from '../helpers/office.js'
import { type Send, sendTo, type TestServer, testServer } from '../http/support.js'
import { evidenceIn, paperIn, sectionOf, siteOf } from './register.js'

/** Somebody who acts in the real office, with the paper they enter if any; named in what a failure tells. */
export interface Player {
  name: string
  principal: Principal
  paper: SignedPaper | null
}

/** A real office behind its interface, whose clock and policy a test sets as it likes. */
export interface World {
  office: TestOffice
  /** Sends as somebody; each has one token for the whole run. */
  as: (principal: Principal) => Send
  unit_id: string
  cast: readonly Player[]
  leader: Principal
  /** What commands may refer to, by the names the machine's tests use. */
  real: Record<'photo' | 'scan' | 'section' | 'colleague' | 'site' | 'other', string>
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
  const [unit_id = '', other = ''] = office.units
  const reporter = office.member(0)
  const signatory = office.member(0, 'unit.signatory')
  const handler = office.officer('office.handler')
  const reviewer = office.officer('office.reviewer')
  const leader = office.officer('office.leader')
  const newcomer = newcomerIn(office)
  const colleague = await newcomer(['office.handler'])
  const alone = (name: string, principal: Principal): Player => ({ name, principal, paper: null })
  const signed = async (name: string, by: Principal, signer: Principal): Promise<Player> => ({
    name,
    principal: by,
    paper: await paperIn(office, by, signer, day('2026-03-02')),
  })
  const cast = [
    alone('reporter', reporter),
    alone('signatory', signatory),
    alone('handler', handler),
    alone('colleague', colleague),
    alone('reviewer', reviewer),
    alone('leader', leader),
    alone('inspector', office.officer('inspector')),
    alone('auditor', office.officer('auditor')),
    alone('admin', office.officer('admin')),
    alone('stranger', office.member(1)),
    alone('stranger’s signatory', office.member(1, 'unit.signatory')),
    alone('second reporter', await newcomer(['unit.reporter'], unit_id)),
    alone('second leader', await newcomer(['office.leader'])),
    alone('double', await newcomer(['office.handler', 'office.reviewer'])),
    await signed('reporter for signatory', reporter, signatory),
    await signed('handler for signatory', handler, signatory),
    await signed('handler for reviewer', handler, reviewer),
    await signed('handler for leader', handler, leader),
    await signed('colleague for leader', colleague, leader),
  ]
  return {
    ...{ office, unit_id, cast, leader, as: callersOf(server) },
    real: {
      photo: await evidenceIn(office, reporter, 'a'.repeat(64)),
      scan: await evidenceIn(office, reporter, 'b'.repeat(64)),
      section: await sectionOf(office, unit_id),
      colleague: signatory.person_id,
      site: await siteOf(office, unit_id),
      other,
    },
    setClock: async (at) => {
      await office.owner.run(SET_CLOCK(office.office_id, at))
    },
    setPolicy: policyKeeper(office),
  }
}

/** Histories share few policies, and each new one has the rules read again; so each is stored once. */
function policyKeeper({ office_id, owner, api }: TestOffice): World['setPolicy'] {
  const versions = new Map<string, string>()
  return async (policy) => {
    const text = JSON.stringify(policy)
    const version = versions.get(text) ?? v7()
    if (!versions.has(text)) {
      const whole = { ...DEFAULT_POLICY, spread_minutes: 0, ...policy }
      await insertPolicy(owner, { id: version, office_id, policy: whole })
      versions.set(text, version)
    }
    await updateOffice(owner, office_id, { policy_version_id: version })
    const found = await findOffice(owner, office_id)
    if (!found) throw new Error('no office')
    return { version, rules: await api.rules.of(owner, rulesKey(found)) }
  }
}

/** A signature takes longer than many an answer, so everybody keeps one token. */
function callersOf({ app, token }: TestServer): World['as'] {
  const tokens = new Map<string, Promise<string>>()
  const tokenOf = (principal: Principal) => {
    const kept = tokens.get(principal.person_id) ?? token(principal, 24 * 3_600)
    tokens.set(principal.person_id, kept)
    return kept
  }
  return (principal) => async (operation, ask) =>
    sendTo(app, operation, ask ?? {}, { authorization: `Bearer ${await tokenOf(principal)}` })
}

/** Enters another person with these roles, in the office or in a unit. */
function newcomerIn({ office_id, owner }: TestOffice) {
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
