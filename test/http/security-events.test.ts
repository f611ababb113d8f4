import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { newApiKey } from '../../src/auth/api-key.js'
import { meOperations } from '../../src/contracts/me.js'
import { loginOperations } from '../../src/contracts/register/logins.js'
import { membershipOperations } from '../../src/contracts/register/memberships.js'
import { personOperations } from '../../src/contracts/register/people.js'
import { unitOperations } from '../../src/contracts/register/units.js'
import { securityEventOperations } from '../../src/contracts/security-events.js'
import { serviceAccountOperations } from '../../src/contracts/service-accounts.js'
import type { HttpSettings } from '../../src/http/deps.js'
import { as as inDatabase } from '../db/support.js'
import { sendTo, testServer } from './support.js'

const { listSecurityEvents } = securityEventOperations

async function scene(t: Test, settings: Partial<HttpSettings> = {}) {
  const server = await testServer(t, { units: 1, settings })
  const { office, as } = server
  const admin = as(office.officer('admin'))
  const security = as(office.officer('security'))
  const auditor = as(office.officer('auditor'))
  const events = async (query = {}) => (await auditor(listSecurityEvents, { query })).body.items
  const admin_id = office.officer('admin').person_id
  return { ...server, admin, security, auditor, events, admin_id }
}

t.test('S51 who gave or took which right: who, when, what, from where', async (t) => {
  const { office, admin, security, auditor, events, admin_id } = await scene(t)
  const security_id = office.officer('security').person_id
  const [unit_id = ''] = office.units
  const entry = { kind: 'portal', name: '门户', unit_id, scopes: ['read'], expires_in_days: 1 }
  const made = await security(serviceAccountOperations.createServiceAccount, { body: entry })
  const params = { id: made.body.service_account.id }
  const rotated = await security(serviceAccountOperations.rotateApiKey, {
    ...{ params, body: { expires_in_days: 1 } },
  })
  const gone = { ...params, key_id: made.body.key_id }
  await security(serviceAccountOperations.revokeApiKey, { params: gone })
  await security(serviceAccountOperations.revokeApiKey, { params: gone })
  const login = { issuer: 'test', subject: 'newcomer' }
  const person = await admin(personOperations.create, { body: { name: '新来者', login } })
  const id = person.body.id
  const named = await admin(personOperations.change, {
    ...{ params: { id }, if_match: person.etag, body: { name: '新名' } },
  })
  await security(loginOperations.changeLogin, {
    ...{ params: { id }, if_match: named.etag, body: { status: 'disabled' } },
  })
  const role = { person_id: id, role: 'auditor', until_on: '2099-01-01' }
  const key = 'once'
  const held = await admin(membershipOperations.create, { body: role, key })
  await admin(membershipOperations.create, { body: role, key })
  await admin(membershipOperations.change, {
    ...{ params: { id: held.body.id }, if_match: held.etag, body: { until_on: '2098-01-01' } },
  })
  const all = (await events()).toReversed()
  t.strictSame(
    all.map(({ kind, about, person_id }) => [kind, about, person_id]),
    [
      ['key_made', made.body.key_id, security_id],
      ['key_rotated', rotated.body.key_id, security_id],
      ['key_revoked', made.body.key_id, security_id],
      ['login_changed', id, admin_id],
      ['login_changed', id, security_id],
      ['role_given', held.body.id, admin_id],
      ['role_changed', held.body.id, admin_id],
    ],
    'each once, and none of what was refused or given again',
  )
  for (const event of all) {
    t.match(event, { address: '127.0.0.1', result: 'done', subject: null })
    t.ok(Math.abs(Date.parse(event.at) - Date.now()) < 60_000, 'by the real clock')
  }
  t.match(all.at(-2)?.detail, { person_id: id, role: 'auditor', until_on: '2099-01-01' })
  t.notMatch(JSON.stringify(all), made.body.key?.slice(12, 76) ?? '', 'no key is in it')
  t.equal((await events({ event: 'role_given' })).length, 1)
  const first = await auditor(listSecurityEvents, { query: { limit: 2 } })
  const second = await auditor(listSecurityEvents, {
    query: { limit: 200, cursor: first.body.next ?? '' },
  })
  t.strictSame([...first.body.items, ...second.body.items], all.toReversed())
})

t.test('S51 what a unit reads of those below it, and whom it stands below', async (t) => {
  const { admin, events, office, admin_id } = await scene(t)
  const [parent_id = ''] = office.units
  const plain = await admin(unitOperations.create, { body: { name: '下属', parent_id } })
  const reader = await admin(unitOperations.create, { body: { name: '主管', reads_below: true } })
  const { id } = plain.body
  const params = { id }
  const change = (etag: string | null, body: Record<string, unknown>) =>
    admin(unitOperations.change, { params, if_match: etag, body })
  const renamed = await change(plain.etag, { name: '下属单位' })
  const moved = await change(renamed.etag, { parent_id: reader.body.id })
  const freed = await change(moved.etag, { parent_id: null })
  const back = await change(freed.etag, { parent_id: reader.body.id })
  await change(back.etag, { reads_below: true })
  const told = (await events({ event: 'reach_changed' })).toReversed()
  t.strictSame(
    told.map(({ about, person_id, detail }) => [about, person_id, detail]),
    [
      [reader.body.id, admin_id, { parent_id: null, reads_below: true }],
      [id, admin_id, { parent_id: reader.body.id, reads_below: false }],
      [id, admin_id, { parent_id: null, reads_below: false }],
      [id, admin_id, { parent_id: reader.body.id, reads_below: false }],
      [id, admin_id, { parent_id: reader.body.id, reads_below: true }],
    ],
    'a new name alone is nothing of it',
  )
})

t.test('S46 S51 who was refused, from where, as far as the proxies are trusted', async (t) => {
  const stepUp = { max_age: 300, acr_values: [] }
  const server = await scene(t, { failuresPerMinute: 2, proxies: ['10.0.0.1'], stepUp })
  const { beside, office, token, events, admin, admin_id } = server
  const app = await beside()
  const ask = (authorization: string, remoteAddress: string, forwarded = '192.0.2.1') =>
    app.inject({
      ...{ method: 'GET', url: '/v1/me', remoteAddress },
      headers: { authorization, 'x-forwarded-for': forwarded },
    })
  const bad = () => `Bearer ${newApiKey().key}`
  await ask(bad(), '10.0.0.1')
  await ask('Bearer x.y.z', '10.0.0.9')
  for (let left = 4; left > 0; left -= 1) await ask(bad(), '10.0.0.1')
  await ask(
    `Bearer ${await token({ ...office.officer('admin'), person_id: 'stranger' })}`,
    '10.0.0.1',
  )
  await admin(membershipOperations.create, { body: { person_id: admin_id, role: 'auditor' } })
  await app.close()
  const told = (await events())
    .toReversed()
    .map(({ kind, address, subject, person_id, result, detail }) => {
      t.equal(result, 'refused')
      return [kind, address, subject, person_id, detail]
    })
  t.strictSame(told, [
    ['login_refused', '192.0.2.1', null, null, {}],
    ['login_refused', '10.0.0.9', null, null, {}],
    ['attempts_limited', '192.0.2.1', null, null, {}],
    ['login_refused', '192.0.2.1', 'stranger', null, {}],
    ['step_up_asked', '127.0.0.1', null, admin_id, {}],
    ['login_refused', '192.0.2.1', null, null, {}],
    ['attempts_limited', '192.0.2.1', null, null, { times: 2 }],
  ])
})

t.test('S51 strangers fill nothing, also where no tries are counted', async (t) => {
  const { beside, events } = await scene(t, { failuresPerMinute: 0 })
  const app = await beside()
  const ask = (remoteAddress: string) =>
    app.inject({
      ...{ method: 'GET', url: '/v1/me', remoteAddress },
      headers: { authorization: `Bearer ${newApiKey().key}` },
    })
  for (let left = 20; left > 0; left -= 1) {
    t.equal((await ask(`2001:db8::${left}`)).statusCode, 401)
  }
  await app.close()
  t.strictSame(
    (await events()).map(({ kind, address, detail }) => [kind, address, detail]),
    [
      ['login_refused', '2001:db8::', { times: 19 }],
      ['login_refused', '2001:db8::', {}],
    ],
  )
})

t.test('S17 whoever gives roles gives themselves none, and audits nothing', async (t) => {
  const { office, as, admin, admin_id } = await scene(t)
  const give = (body: object, from = admin) => from(membershipOperations.create, { body })
  for (const role of ['auditor', 'office.leader']) {
    const own = await give({ person_id: admin_id, role })
    t.strictSame([own.status, own.code], [403, 'OWN_ROLE'], role)
  }
  const handler = office.officer('office.handler')
  const { person_id } = handler
  const race = await Promise.all(['admin', 'auditor'].map((role) => give({ person_id, role })))
  t.strictSame(new Set(race.map(({ status }) => status)), new Set([201, 409]))
  t.ok(race.some(({ code }) => code === 'DUTIES_APART'))
  const second = race.find(({ status }) => status === 201)
  const held = second?.body.role
  const other = held === 'admin' ? 'auditor' : 'admin'
  const ended = await admin(membershipOperations.change, {
    ...{ params: { id: second?.body.id ?? '' }, if_match: second?.etag ?? '' },
    body: { until_on: second?.body.from_on },
  })
  t.equal(ended.status, 200, 'it ends today')
  t.equal((await give({ person_id, role: other })).code, 'DUTIES_APART', 'on no day both')
  const later = await give({ person_id, role: other, from_on: '2098-01-01' })
  t.equal(later.status, 201, 'one after the other')
  const longer = await admin(membershipOperations.change, {
    ...{ params: { id: ended.body.id }, if_match: ended.etag, body: { until_on: null } },
  })
  t.equal(longer.code, 'DUTIES_APART')

  const another = office.officer('office.reviewer')
  const seat = await give({ person_id: another.person_id, role: 'admin' })
  const own = await as(another)(membershipOperations.change, {
    ...{ params: { id: seat.body.id }, if_match: seat.etag, body: { until_on: '2099-01-01' } },
  })
  t.equal(own.code, 'OWN_ROLE')
  const auditor = { person_id: office.officer('auditor').person_id, role: 'admin' }
  t.equal((await give(auditor, as(another))).code, 'DUTIES_APART', 'whoever gives it')
})

t.test('S17 S51 S52 administrators neither read nor change what is recorded of them', async (t) => {
  const { office, app, admin, token, events, admin_id } = await scene(t)
  await sendTo(app, meOperations.getMe, {}, { authorization: 'Bearer x' })
  t.equal((await events()).length, 1)
  t.equal((await admin(listSecurityEvents)).code, 'ROLE_NOT_ALLOWED')
  const reporter = `Bearer ${await token(office.member(0))}`
  const refused = await sendTo(app, listSecurityEvents, {}, { authorization: reporter })
  t.equal(refused.code, 'ROLE_NOT_ALLOWED')
  const seenBy = (person: string, scope: 'office' | 'system') =>
    inDatabase(office.api.pool, { office: office.office_id, scope, person }, async (tx) => {
      const [row] = await tx.run(sql<{ n: number }>`select count(*)::integer n from security_event`)
      return row?.n
    })
  t.equal(await seenBy(admin_id, 'office'), 0, 'also where a query forgets to ask')
  t.equal(await seenBy(office.officer('auditor').person_id, 'office'), 1)
  t.equal(await seenBy(office.officer('auditor').person_id, 'system'), 0)
  const attacks = [
    sql`update security_event set kind = 'key_made'`,
    sql`delete from security_event`,
    sql`truncate security_event`,
  ]
  for (const attack of attacks) {
    for (const pool of [office.api.pool, office.worker.pool, office.owner]) {
      await t.rejects(pool.run(attack), { code: '42501' })
    }
  }
})
