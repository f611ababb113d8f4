import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { meOperations } from '../../src/contracts/me.js'
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
