import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import t from 'tap'
import { v7 } from 'uuid'
import { meOperations } from '../../src/contracts/me.js'
import { OPERATIONS } from '../../src/contracts/operations.js'
import { loginOperations } from '../../src/contracts/register/logins.js'
import { membershipOperations } from '../../src/contracts/register/memberships.js'
import { personOperations } from '../../src/contracts/register/people.js'
import { serviceAccountOperations } from '../../src/contracts/service-accounts.js'
import { insertMemberships } from '../../src/db/membership.js'
import { dateOf } from '../../src/domain/instant.js'
import { ROLES_APART } from '../../src/domain/vocabulary.js'
import { as as inDatabase } from '../db/support.js'
import { FULL } from './machines.js'
import { NOBODY } from './minimal.js'
import { SHORTEST } from './retained.js'
import { testServer } from './support.js'

type Power = (typeof ROLES_APART)[number]

/** All that is named to each of the three; what is open to whoever has a place in the office is each one's own. */
const MAY: Readonly<Record<Power, readonly string[]>> = {
  admin: [
    ...['advanceRehearsal', 'cancelOperation', 'changeAsset', 'changeMembership', 'changePerson'],
    ...['changePolicy', 'changeUnit', 'clearContactFault', 'createAsset', 'createCalendar'],
    ...['createMembership', 'createPerson', 'createUnit', 'handOverFindings', 'preview'],
    ...['reportBounce', 'exportAssets', 'exportUnits', 'importAssets'],
    ...['getCalendar', 'getForecast', 'listCalendars', 'listContactFaults', 'listPolicies'],
  ],
  security: [
    ...['changeLogin', 'createServiceAccount', 'revokeApiKey', 'rotateApiKey'],
    ...['changeRetention', 'getRetention', 'listServiceAccounts'],
  ],
  auditor: [
    ...['comment', 'preview', 'bulkFindings', 'listBulkItems'],
    ...['downloadEvidence', 'downloadFindingCertificate', 'downloadNoticeCertificate'],
    ...['exportAssets', 'exportUnits'],
    ...['getCalendar', 'getEvidenceMetadata', 'getFinding', 'getFindingCertificate'],
    ...['getFindingDeadline', 'getFindingRetests', 'getFindingTimeLedger', 'getForecast'],
    ...['getLetter', 'getNotice', 'getNoticeCertificate', 'getRequest', 'getSignedPaper'],
    ...['getSlip', 'listCalendars', 'listConsultations', 'listContactFaults'],
    ...['listFindingEvents', 'listFindingRounds', 'listFindings', 'listHitLines', 'listHits'],
    ...['listLetters', 'listNotices', 'listPolicies', 'listRequests', 'listRetests'],
    ...['listSecurityEvents', 'listServiceAccounts', 'listSignedPapers', 'listSlices'],
    ...['listSlips', 'listUnitNames'],
    'getRetention',
  ],
}

/** Is sent what it is about and changes nothing. */
const ONLY_LOOKS = 'preview'

t.test('S17 every operation × administrator, security administrator, auditor', async (t) => {
  const { as, office } = await testServer(t, { units: 1 })
  for (const role of ROLES_APART) {
    const send = as(office.officer(role))
    const open: string[] = []
    for (const operation of OPERATIONS) {
      if (!Array.isArray(operation.policy)) continue
      const names = Object.keys(operation.params?.shape ?? {})
      const params = Object.fromEntries(names.map((name) => [name, NOBODY]))
      const { code } = await send(operation, { params })
      if (code !== 'ROLE_NOT_ALLOWED') open.push(operation.id)
    }
    t.strictSame(open.toSorted(), MAY[role].toSorted(), role)
  }
  const writes = OPERATIONS.filter(({ method, id }) => method !== 'GET' && id !== ONLY_LOOKS)
  for (const { id } of writes) {
    const who = ROLES_APART.filter((role) => MAY[role].includes(id))
    t.ok(who.length <= 1, `${id}: ${who.join()}`)
  }
})

const PAIRS = [
  ['admin', 'security'],
  ['admin', 'auditor'],
  ['security', 'auditor'],
] as const satisfies readonly (readonly [Power, Power])[]

t.test('S17 nobody is two of the three, whoever gives what first or at once', async (t) => {
  const { as, office } = await testServer(t, { units: 1 })
  const { office_id } = office
  const admin = as(office.officer('admin'))
  const give = (body: object) => admin(membershipOperations.create, { body })
  const somebody = async (name: string) =>
    (await admin(personOperations.create, { body: { name } })).body.id
  const clerk = { office: office_id, scope: 'office' } as const
  for (const pair of PAIRS) {
    for (const [held, wanted] of [pair, pair.toReversed()] as [Power, Power][]) {
      const refused =
        held === 'admin'
          ? await as(await another(held))(membershipOperations.create, {
              body: { person_id: office.officer(held).person_id, role: wanted },
            })
          : await give({ person_id: office.officer(held).person_id, role: wanted })
      t.strictSame([refused.status, refused.code], [409, 'DUTIES_APART'], `${held}, ${wanted}`)
    }
    const person_id = await somebody(pair.join())
    const race = await Promise.all(pair.map((role) => give({ person_id, role })))
    t.equal(race.filter(({ status }) => status === 201).length, 1, pair.join())
    t.ok(race.some(({ code }) => code === 'DUTIES_APART'))

    // Two writers side by side, neither of whom can see what the other writes.
    const other = await somebody(`${pair.join()} at once`)
    const seat = (role: Power) => {
      const days = { from_on: dateOf('2026-01-01'), until_on: null }
      return [{ id: v7(), office_id, person_id: other, unit_id: null, role, ...days }]
    }
    let second: Promise<unknown> = Promise.resolve()
    await inDatabase(office.api.pool, clerk, async (tx) => {
      await insertMemberships(tx, seat(pair[0]))
      second = inDatabase(office.api.pool, clerk, (tx) => insertMemberships(tx, seat(pair[1])))
      second.catch(() => undefined)
      await waiting(1)
    })
    await t.rejects(second, { code: 'EXCLUSION' }, `${pair.join()}: the second waits for the first`)
  }

  const one = await somebody('one after the other')
  t.equal((await give({ person_id: one, role: 'security', until_on: '2097-12-31' })).status, 201)
  const early = await give({ person_id: one, role: 'auditor', from_on: '2097-12-31' })
  t.equal(early.code, 'DUTIES_APART', 'on no day both')
  const later = await give({ person_id: one, role: 'auditor', from_on: '2098-01-01' })
  t.equal(later.status, 201)

  async function another(role: Power) {
    const reviewer = office.officer('office.reviewer')
    await give({ person_id: reviewer.person_id, role })
    return reviewer
  }

  async function waiting(wanted: number) {
    const locks = sql<{ n: number }>`
      select count(*)::integer as n from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`
    for (let left = 200; left > 0; left -= 1) {
      const [row] = await office.owner.run(locks)
      if (row?.n === wanted) return
      await sleep(10)
    }
    throw new Error('nobody waits')
  }
})

t.test('S17 keys and logins are kept by one who enters nobody and gives no role', async (t) => {
  const { as, office } = await testServer(t, { units: 1, settings: { rememberMs: 0 } })
  const admin = as(office.officer('admin'))
  const security = as(office.officer('security'))
  const handler = office.officer('office.handler')
  const params = { id: handler.person_id }
  const seen = await security(personOperations.read, { params })
  const status = 'disabled'
  for (const body of [{ login: null }, { login: { issuer: 'test', subject: 'x' } }, { status }]) {
    const refused = await admin(personOperations.change, { params, if_match: seen.etag, body })
    const [pointer = ''] = Object.keys(body).map((name) => `/${name}`)
    t.match(refused.problem.errors, [{ pointer, code: 'UNKNOWN_FIELD' }])
  }
  const change = (body: object, if_match = seen.etag, key?: string) =>
    security(loginOperations.changeLogin, { params, if_match, body, ...(key ? { key } : {}) })
  t.equal((await change({ status }, '"old"')).code, 'STALE')
  const taken = { issuer: 'test', subject: office.member(0).person_id }
  t.equal((await change({ login: taken })).code, 'ALREADY_EXISTS')

  const login = { issuer: 'test', subject: 'another account' }
  const changed = await change({ login }, seen.etag, 'once')
  t.equal(changed.status, 200, changed.text)
  t.notMatch(changed.text, login.subject, 'how somebody logs in is not shown')
  t.equal((await change({ login }, seen.etag, 'once')).text, changed.text)
  const me = (person_id: string) => as({ ...handler, person_id })(meOperations.getMe)
  t.equal((await me(handler.person_id)).code, 'FORBIDDEN', 'the account before is nobody’s')
  t.equal((await me(login.subject)).body.person_id, handler.person_id)
  const ended = await change({ status }, changed.etag)
  t.match(ended.body, { status })
  t.equal((await me(login.subject)).code, 'FORBIDDEN', 'whose login is ended is out')
  t.equal((await change({ status: 'active' }, ended.etag)).status, 200)
  t.equal((await me(login.subject)).status, 200)

  const self = { id: office.officer('security').person_id }
  const { etag } = await security(personOperations.read, { params: self })
  const own = await security(loginOperations.changeLogin, {
    ...{ params: self, if_match: etag, body: { login } },
  })
  t.strictSame([own.status, own.code], [403, 'OWN_ROLE'])
})

t.test('S17 whoever keeps logins gives none to one of the three powers', async (t) => {
  const { as, office } = await testServer(t, { units: 1, settings: { rememberMs: 0 } })
  const admin = as(office.officer('admin'))
  const security = as(office.officer('security'))
  const body = { login: { issuer: 'test', subject: 'an account of my own' } }
  const send = async (id: string, body: object) => {
    const { etag } = await security(personOperations.read, { params: { id } })
    return security(loginOperations.changeLogin, { params: { id }, if_match: etag, body })
  }
  const entered = async (name: string, role: Power, from_on: string, until_on: string | null) => {
    const { id } = (await admin(personOperations.create, { body: { name } })).body
    const given = { person_id: id, role, from_on, until_on }
    t.equal((await admin(membershipOperations.create, { body: given })).status, 201, name)
    return id
  }
  for (const role of ROLES_APART) {
    const held = [await entered(`${role} later`, role, '2097-01-01', null)]
    if (role !== 'security') held.push(office.officer(role).person_id)
    for (const id of held) {
      for (const wanted of [body, { login: null }, { ...body, status: 'active' }]) {
        const refused = await send(id, wanted)
        t.strictSame([refused.status, refused.code], [403, 'ROLE_NOT_ALLOWED'], role)
        t.match(refused.problem.errors, [{ pointer: '/login', code: 'ROLE_NOT_ALLOWED' }])
      }
    }
    t.equal(
      (await send(held[0] ?? '', { status: 'disabled' })).status,
      200,
      'shut out all the same',
    )
    const former = await entered(`${role} before`, role, '2021-01-01', '2021-12-31')
    const login = { issuer: 'test', subject: former }
    t.equal((await send(former, { login })).status, 200, `${role} no longer`)
  }
  const mine = as({ ...office.officer('admin'), person_id: body.login.subject })
  t.equal((await mine(meOperations.getMe)).code, 'FORBIDDEN')
})

t.test('S17 the database refuses keys and logins in anybody else’s name', async (t) => {
  const { as, office } = await testServer(t, { units: 1 })
  const [unit_id = ''] = office.units
  const body = { kind: 'portal', name: '门户', unit_id, ...FULL }
  const security = office.officer('security')
  const made = await as(security)(serviceAccountOperations.createServiceAccount, { body })
  t.equal(made.status, 201, made.text)
  const { person_id: target } = office.officer('office.handler')
  const writes = {
    'a login': sql`update person set subject = 'mine' where id = ${target}`,
    'a person let in again': sql`update person set status = 'disabled' where id = ${target}`,
    'a key made longer': sql`update api_key set expires_at = expires_at + interval '1 hour'`,
    'another account': sql`
      insert into service_account (id, office_id, kind, name, unit_id, scopes, created_by)
      select ${v7()}, office_id, kind, '另一门户', unit_id, scopes, created_by from service_account`,
    'another key': sql`
      insert into api_key (id, office_id, service_account_id, hash, hint, created_by, expires_at)
      select ${v7()}, office_id, service_account_id, md5(hash) || md5(hint), hint, created_by, expires_at
      from api_key`,
    'how long things are kept': sql`
      insert into retention_version (id, office_id, days, created_by, reason)
      values (${v7()}, ${office.office_id}, ${JSON.stringify(SHORTEST)}, ${security.person_id}, '测试')`,
  }
  for (const [name, write] of Object.entries(writes)) {
    const run = (person: string) =>
      inDatabase(
        office.api.pool,
        { office: office.office_id, scope: 'office', person },
        async (tx) => tx.run(write),
      )
    for (const role of ['admin', 'auditor', 'office.leader'] as const) {
      await t.rejects(run(office.officer(role).person_id), { code: '42501' }, `${name}: ${role}`)
    }
    await t.resolves(run(security.person_id), `${name}: security`)
  }
})
