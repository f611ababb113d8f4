import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import type { Principal } from '../../src/commands/principal.js'
import { meOperations } from '../../src/contracts/me.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { securityEventOperations } from '../../src/contracts/security-events.js'
import { statement } from '../../src/db/handle.js'
import { transaction } from '../../src/db/transaction.js'
import { type Sum, sharedCount } from '../../src/http/frame/shared-count.js'
import { scene } from './machines.js'
import { NOBODY } from './minimal.js'
import { sendTo, testServer } from './support.js'

t.test(
  'S20 a caller’s requests of a minute, over all processes, told with every answer',
  async (t) => {
    const server = await testServer(t, { units: 1, settings: { requestsPerMinute: 10 } })
    const { app, beside, office, token } = server
    const other = await beside()
    const headers = { authorization: `Bearer ${await token(office.member(0))}` }
    const ask = (one: typeof app) => sendTo(one, meOperations.getMe, {}, headers)
    const first = await ask(app)
    t.equal(first.headers['ratelimit-policy'], '"caller";q=10;w=60')
    t.equal(first.headers['ratelimit'], '"caller";r=9;t=60')
    for (let left = 8; left > 0; left -= 1) await ask(app)
    await sleep(1_050)
    t.match((await ask(app)).headers['ratelimit'], /^"caller";r=0;t=5\d$/)
    // The other process hears of it with what it tells itself, within a second or so.
    let asked = 1
    for (; asked < 9 && (await ask(other)).status === 200; asked += 1) await sleep(300)
    t.ok(asked < 9, `${asked} of its own, and full`)
    for (const one of [app, other]) {
      const { status, code, headers } = await ask(one)
      t.strictSame([status, code], [429, 'QUOTA_EXCEEDED'])
      t.ok(Number(headers['retry-after']) > 30)
      t.match(headers['ratelimit'], /^"caller";r=0;t=\d+$/)
    }
    const somebody = { authorization: `Bearer ${await token(office.officer('admin'))}` }
    t.equal((await sendTo(other, meOperations.getMe, {}, somebody)).status, 200)
  },
)

t.test('S20 what a request costs counts too, over all processes', async (t) => {
  const settings = { requestsPerMinute: 100, costPerMinute: 40 }
  const server = await testServer(t, { units: 1, settings })
  const { app, beside, office, token } = server
  const other = await beside()
  const as = async (who: Principal) => ({ authorization: `Bearer ${await token(who)}` })
  const handler = await as(office.officer('office.handler'))
  const read = (one: typeof app) => sendTo(one, meOperations.getMe, {}, handler)
  const paper = (one: typeof app) => {
    const body = { text: '请于9月30日前整改。' }
    return sendTo(one, noticeOperations.readNotice, { body }, handler)
  }
  const first = await read(app)
  t.equal(first.headers['ratelimit-policy'], '"caller";q=100;w=60, "cost";q=40;w=60')
  t.equal(first.headers['ratelimit'], '"caller";r=99;t=60, "cost";r=39;t=60')
  const unit = await as(office.member(0))
  const body = { courtesy_mail: true }
  const key = { 'idempotency-key': 'one-write' }
  const wrote = await sendTo(app, meOperations.changePreferences, { body }, { ...unit, ...key })
  t.match(
    wrote.headers['ratelimit'],
    /^"caller";r=99;t=60, "cost";r=35;t=60$/,
    'a write counts five',
  )
  await sleep(1_050)
  await read(app)
  await sleep(200)
  t.match((await read(other)).headers['ratelimit'], /"cost";r=3\d;/)
  const refused = await paper(other)
  t.strictSame([refused.status, refused.code], [429, 'QUOTA_EXCEEDED'], 'a paper counts fifty')
  t.match(refused.headers['ratelimit'], /^"caller";r=9\d;t=\d+, "cost";r=0;t=\d+$/)
  t.ok(Number(refused.headers['retry-after']) > 30)
  await sleep(1_050)
  let left = 8
  for (await read(other); left > 0 && (await read(app)).status === 200; left -= 1) await sleep(300)
  t.ok(left > 0, 'the other process hears of it')
})

t.test('S20 while nothing can be shared reads go on, counted by each process alone', async (t) => {
  const { app, office, token } = await testServer(t, { settings: { requestsPerMinute: 3 } })
  await transaction(office.owner, async (tx) => {
    await tx.run(statement('set local role none')())
    await tx.run(statement('revoke execute on function count_attempts from zhenggai_api')())
  })
  const headers = { authorization: `Bearer ${await token(office.member(0))}` }
  await sleep(1_050)
  const answers = []
  for (let left = 4; left > 0; left -= 1) {
    answers.push((await sendTo(app, meOperations.getMe, {}, headers)).status)
  }
  t.strictSame(answers, [200, 200, 200, 429])
})

t.test('S20 S51 what a key is refused for counts as well, and is recorded', async (t) => {
  const { server, office, tool, portal } = await scene(t, { requestsPerMinute: 6 })
  const other = await server.beside()
  const guess = async (person: string) => {
    const headers = { authorization: `Bearer ${portal.body.key}`, 'on-behalf-of': person }
    return (await sendTo(other, meOperations.getMe, {}, headers)).status
  }
  const refused = [NOBODY, 'x'.repeat(10_000), office.officer('admin').person_id, 'y', '', 'z', 'v']
  const answers = []
  for (const person of refused) answers.push(await guess(person))
  t.strictSame(answers, [403, 403, 403, 403, 403, 403, 429])
  t.equal(await guess(office.member(0).person_id), 429, 'whoever it names')
  const posing = {
    authorization: `Bearer ${await server.token(office.member(0))}`,
    'on-behalf-of': NOBODY,
  }
  const pose = () => sendTo(other, meOperations.getMe, {}, posing)
  for (let left = 6; left > 0; left -= 1) t.equal((await pose()).status, 403)
  t.equal((await pose()).status, 429, 'a person too')
  const own = { authorization: `Bearer ${tool.body.key}` }
  for (let left = 6; left > 0; left -= 1) await sendTo(other, meOperations.getMe, {}, own)
  t.equal((await sendTo(other, meOperations.getMe, {}, own)).status, 429, 'a tool too')
  await other.close()
  const auditor = server.as(office.officer('auditor'))
  const query = { event: 'behalf_refused' }
  const { body } = await auditor(securityEventOperations.listSecurityEvents, { query })
  const told = body.items.toReversed().map((one) => {
    t.equal(one.address, '127.0.0.1')
    return [one.service_account_id, one.person_id, one.detail]
  })
  const account = portal.body.service_account.id
  const { person_id } = office.member(0)
  t.strictSame(told, [
    [account, null, {}],
    [null, person_id, {}],
    ...[
      [account, null, { times: 5 }],
      [null, person_id, { times: 5 }],
    ],
  ])
})

t.test('S20 a window that is over is forgotten', async (t) => {
  const count = sharedCount(async () => [], 50)
  const sums: Sum[] = [count('a'), count('a'), count('b')]
  t.strictSame(
    sums.map(({ hits }) => hits),
    [1, 2, 1],
  )
  await sleep(60)
  t.equal(count('a').hits, 1)
})
