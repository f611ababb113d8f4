import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { hitOperations } from '../../src/contracts/hits.js'
import { jobOperations } from '../../src/contracts/long-jobs.js'
import { meOperations } from '../../src/contracts/me.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { OPERATIONS } from '../../src/contracts/operations.js'
import { serviceAccountOperations as operations } from '../../src/contracts/service-accounts.js'
import { sqlb, statement } from '../../src/db/handle.js'
import { REMEMBERED_MS } from '../../src/http/deps.js'
import { hit } from './hits.js'
import { bearing, FULL, LIFE, scene, TOOL, uploadThrough } from './machines.js'
import { minimal, NOBODY } from './minimal.js'
import { commandOperations, issuedFindings } from './notice.js'
import { type Ask, sendTo } from './support.js'
import { text, upload } from './uploads.js'

const DUMP = statement<{ said: string }>(
  `select (select string_agg(row_to_json(k)::text, '') from api_key k)
     || (select string_agg(row_to_json(c)::text, '') from command_key c) as said`,
)
const EXPIRE = statement<never>(
  `update api_key set expires_at = clock_timestamp() - interval '1 second' where id = $1`,
)
const AGE = statement<never>(
  `update api_key set last_used_at = last_used_at - interval '2 minutes' where id = $1`,
)
const END_ROLE = statement<never>(`delete from membership where person_id = $1`)
const CLOSE = statement<never>(`update unit set status = 'closed' where id = $1`)

t.test('S06 the keys of a portal and of a tool', async (t) => {
  const { server, office, as, security, enter, portal, tool, through, unit_id } = await scene(t)

  await t.test('S06 that a key was used is noted, once a minute at most', async (t) => {
    const { person_id } = office.member(0)
    const used = async () => {
      const { body } = await security(operations.listServiceAccounts)
      const keys = body.items.flatMap(({ keys }) => keys)
      return keys.find(({ id }) => id === portal.body.key_id)?.last_used_at ?? null
    }
    t.equal(await used(), null)
    await through(person_id)(meOperations.getMe)
    let first = await used()
    for (let left = 50; first === null && left > 0; left -= 1) first = await used()
    t.ok(first)
    await through(person_id)(meOperations.getMe)
    t.equal(await used(), first)
    await office.owner.run(AGE(portal.body.key_id))
    const aged = await used()
    await through(person_id)(meOperations.getMe)
    t.equal(await used(), aged, 'this process has noted it within the minute')
  })

  await t.test(
    'S06 a portal acts for its own unit’s people, as that alone, and both are recorded',
    async (t) => {
      const { findings } = await issuedFindings(server)
      const reporter = office.member(0)
      const send = through(reporter.person_id)
      const me = await send(meOperations.getMe)
      t.match(me.body, {
        person_id: reporter.person_id,
        roles: [{ role: 'unit.reporter', unit_id }],
      })
      const mine = await send(findingOperations.listFindings)
      t.strictSame(
        mine.body.items.map((one) => one.unit_id),
        [unit_id],
      )
      const params = { id: findings[0] ?? '' }
      const { etag } = await send(findingOperations.getFinding, { params })
      const ask: Ask = { params, if_match: etag, key: 'k', body: {} }
      t.equal((await send(commandOperations.acknowledge, ask)).status, 200)
      const events = await server.as(reporter)(findingOperations.listFindingEvents, { params })
      const last = events.body.items.at(-1)
      t.match(last, {
        ...{ type: 'acknowledged', actor_id: reporter.person_id },
        service_account_id: portal.body.service_account.id,
      })
      t.equal(events.body.items[0]?.service_account_id, null, 'the office came itself')
      const same = await server.as(reporter)(commandOperations.acknowledge, ask)
      t.equal(same.code, 'KEY_REUSED', 'what the portal sent is not what they sent themselves')
      t.equal((await through(reporter.person_id)(meOperations.getMe)).status, 200)
      const file = [text('网页已经恢复')]
      t.equal((await upload(server, reporter, file, 'file')).status, 201)
      const sent = await uploadThrough(server, portal.body.key, reporter.person_id, file, 'file')
      t.equal(sent, 'KEY_REUSED', 'nor is what they uploaded')

      const other = { params: { id: findings[1] ?? '' } }
      t.equal((await send(findingOperations.getFinding, other)).code, 'NOT_FOUND')
      const strangers = [
        office.member(1).person_id,
        office.officer('admin').person_id,
        NOBODY,
        '',
        '%',
      ]
      for (const person of strangers) {
        t.equal((await through(person)(meOperations.getMe)).status, 403, person)
      }
      const nobody = await bearing(server, portal.body.key)(meOperations.getMe)
      t.equal(nobody.code, 'VALIDATION_FAILED')
      t.match(nobody.problem.errors, [{ in: 'header', pointer: 'On-Behalf-Of', code: 'REQUIRED' }])
      const headers = { 'on-behalf-of': office.member(0, 'unit.signatory').person_id }
      const posing = await server.as(reporter)(meOperations.getMe, { headers })
      t.equal(posing.code, 'FORBIDDEN', 'nobody with a token acts for another')
      const drafting = await send(noticeOperations.draftNotice, {
        body: minimal(noticeOperations.draftNotice),
      })
      t.equal(drafting.code, 'ROLE_NOT_ALLOWED')
      await office.owner.run(END_ROLE(office.member(0, 'unit.signatory').person_id))
      const former = through(office.member(0, 'unit.signatory').person_id)
      t.equal(
        (await former(meOperations.getMe)).status,
        403,
        'who has left the unit is nobody to it',
      )
    },
  )

  await t.test(
    'S06 a tool sends its own hits and reads its own imports, and nothing else',
    async (t) => {
      const send = bearing(server, tool.body.key)
      const params = { tool: 'patrol' }
      const body = { hits: [hit('1')] }
      const sent = await send(hitOperations.importHits, { params, body, key: 'k' })
      t.equal(sent.status, 202, sent.text)
      t.equal((await send(hitOperations.importHits, { params, body, key: 'k' })).text, sent.text)
      const { id } = sent.body
      t.equal((await send(jobOperations.getOperation, { params: { id } })).status, 200)
      const own = { params: { ...params, id } }
      t.equal((await send(hitOperations.listHitLines, own)).body.items.length, 1)
      const scanner = { tool: 'scanner' }
      t.equal((await send(hitOperations.importHits, { params: scanner, body })).code, 'FORBIDDEN')

      // A job of another kind of the office, and what another tool has sent.
      const other = await enter({ name: '另一', tool: 'scanner', ...TOOL })
      const theirs = bearing(server, other.body.key)
      const there = await theirs(hitOperations.importHits, { params: scanner, body })
      const foreign = { id: there.body.id }
      t.equal(
        (await send(hitOperations.listHitLines, { params: { ...params, ...foreign } })).code,
        'NOT_FOUND',
      )
      t.equal((await send(jobOperations.getOperation, { params: foreign })).code, 'NOT_FOUND')
      const admin = as(office.officer('admin'))
      const moved = await admin(jobOperations.advanceRehearsal, { body: { days: 1 } })
      t.equal(
        (await send(jobOperations.getOperation, { params: { id: moved.body.id } })).code,
        'NOT_FOUND',
      )

      for (const operation of OPERATIONS) {
        if (operation.policy === 'public' || operation.tool_key) continue
        const names = Object.keys(operation.params?.shape ?? {})
        const values = Object.fromEntries(names.map((name) => [name, NOBODY]))
        const answer = await send(operation, { params: values, body: minimal(operation) })
        t.equal(answer.code, 'FORBIDDEN', operation.id)
      }
      const behalf = bearing(server, tool.body.key, office.member(0).person_id)
      t.equal((await behalf(hitOperations.importHits, { params, body })).code, 'FORBIDDEN')
    },
  )

  await t.test(
    'S06 a key is shown once, kept as a hash, and changed for another with an overlap',
    async (t) => {
      const key = portal.body.key ?? ''
      t.match(key, /^zgk_[0-9a-f]{80}$/)
      const again = {
        key: 'once',
        body: { kind: 'portal', name: '二', unit_id: office.units[1], ...FULL },
      }
      const first = await security(operations.createServiceAccount, again)
      const replayed = await security(operations.createServiceAccount, again)
      t.same([first.status, replayed.status], [201, 201])
      t.strictSame(replayed.body, { ...first.body, key: null }, 'given again without the key')
      const [dump] = await office.owner.run(DUMP())
      for (const secret of [key, first.body.key ?? '']) {
        t.notMatch(dump?.said, secret.slice(12, 76), 'no dump holds it')
      }
      const listed = await security(operations.listServiceAccounts)
      t.notMatch(listed.text, key.slice(12, 76))
      t.equal(listed.body.items.length, 4)
      t.equal(
        (await enter({ kind: 'portal', name: '二', unit_id: NOBODY, ...FULL })).code,
        'ALREADY_EXISTS',
      )
      t.equal(
        (await enter({ kind: 'portal', name: '三', unit_id: NOBODY, ...FULL })).code,
        'UNKNOWN_REFERENCE',
      )
      const wrongs = [0, 367, undefined].map((expires_in_days) => ({ expires_in_days }))
      for (const wrong of [...wrongs, { tool: 'patrol' }, { unit_id: undefined }]) {
        const entry = { kind: 'portal', name: '三', unit_id: office.units[1], ...FULL, ...wrong }
        t.equal((await enter(entry)).code, 'VALIDATION_FAILED', JSON.stringify(wrong))
      }

      const params = { id: portal.body.service_account.id }
      const rotated = await security(operations.rotateApiKey, { params, body: LIFE })
      const { person_id } = office.member(0)
      for (const one of [key, rotated.body.key]) {
        t.equal(
          (await through(person_id, one)(meOperations.getMe)).status,
          200,
          'both open for a day',
        )
      }
      const old = rotated.body.service_account.keys.find(({ id }) => id === portal.body.key_id)
      const hours = (Date.parse(old?.expires_at ?? '') - Date.now()) / 3_600_000
      t.ok(hours > 23.9 && hours < 24.1, `${hours} h`)
      const gone = { params: { ...params, key_id: portal.body.key_id } }
      const revoked = await security(operations.revokeApiKey, gone)
      t.ok(revoked.body.keys.find(({ id }) => id === portal.body.key_id)?.revoked_at)
      t.equal((await security(operations.revokeApiKey, gone)).code, 'NOTHING_TO_CHANGE')
      const elsewhere = {
        params: { id: first.body.service_account.id, key_id: rotated.body.key_id },
      }
      t.equal((await security(operations.revokeApiKey, elsewhere)).code, 'NOT_FOUND')
      const auditor = server.as(office.officer('auditor'))
      t.equal((await auditor(operations.listServiceAccounts)).status, 200)
      t.equal(
        (await auditor(operations.rotateApiKey, { params, body: LIFE })).code,
        'ROLE_NOT_ALLOWED',
      )
    },
  )
})

t.test('S06 S08 unknown, wrong, expired, taken back: one answer, by one path', async (t) => {
  const { server, office, security, enter, portal, through } = await scene(t)
  const { person_id } = office.member(0)
  const params = { id: portal.body.service_account.id }
  const made = await Promise.all(
    [1, 2].map(() => security(operations.rotateApiKey, { params, body: LIFE })),
  )
  const [expired, revoked] = made.map(({ body }) => body)
  await office.owner.run(EXPIRE(expired?.key_id))
  await security(operations.revokeApiKey, { params: { ...params, key_id: revoked?.key_id ?? '' } })
  const closed = await enter({ kind: 'portal', name: '乙', unit_id: office.units[1], ...FULL })
  await office.owner.run(CLOSE(office.units[1]))
  const key = portal.body.key ?? ''
  const token = await server.token(office.member(0), -120)
  const bad: Record<string, string | null | undefined> = {
    unknown: `zgk_${'0'.repeat(80)}`,
    'wrong in one place': `${key.slice(0, 30)}${key[30] === '0' ? '1' : '0'}${key.slice(31)}`,
    expired: expired?.key,
    'taken back': revoked?.key,
    'of a unit that is closed': closed.body.key,
    'an expired token': token,
  }
  const bodies = new Set<string>()
  for (const [name, one] of Object.entries(bad)) {
    const answer = await through(person_id, one ?? '')(meOperations.getMe)
    t.equal(answer.status, 401, name)
    t.equal(answer.headers['www-authenticate'], 'Bearer')
    const { traceId: _, ...said } = answer.problem
    bodies.add(JSON.stringify(said))
  }
  t.equal(bodies.size, 1)
  t.equal((await through(person_id)(meOperations.getMe)).status, 200, 'the good one opens')
})

t.test('S07 a key taken back and a person disabled are out of every process', async (t) => {
  t.ok(REMEMBERED_MS <= 30_000, 'a real process remembers for less than half the minute')
  const { server, office, security, portal } = await scene(t, { rememberMs: 300 })
  const member = office.member(0)
  const key = {
    authorization: `Bearer ${portal.body.key}`,
    'on-behalf-of': office.member(0, 'unit.signatory').person_id,
  }
  const token = { authorization: `Bearer ${await server.token(member)}` }
  const apps = [server.app, await server.beside()]
  const ask = (headers: Record<string, string>) =>
    Promise.all(
      apps.map(async (app) => (await sendTo(app, meOperations.getMe, {}, headers)).status),
    )
  t.strictSame(
    [await ask(key), await ask(token)],
    [
      [200, 200],
      [200, 200],
    ],
  )
  const gone = { id: portal.body.service_account.id, key_id: portal.body.key_id }
  await security(operations.revokeApiKey, { params: gone })
  const disable = sqlb.updateTable('person').set({ status: 'disabled' })
  await office.owner.run(disable.where('id', '=', member.person_id))
  await sleep(350)
  t.strictSame(
    [await ask(key), await ask(token)],
    [
      [401, 401],
      [403, 403],
    ],
  )
})
