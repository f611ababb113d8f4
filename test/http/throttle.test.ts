import type { FastifyInstance } from 'fastify'
import t from 'tap'
import { newApiKey } from '../../src/auth/api-key.js'
import { statement } from '../../src/db/handle.js'
import { transaction } from '../../src/db/transaction.js'
import { scene } from './machines.js'
import { checkedProblem, testServer } from './support.js'

/** Asks who one is, from an address. */
async function me(app: FastifyInstance, authorization: string | null, remoteAddress: string) {
  const headers = authorization === null ? {} : { authorization }
  const answer = await app.inject({ method: 'GET', url: '/v1/me', headers, remoteAddress })
  const code = answer.statusCode < 400 ? null : checkedProblem(answer.headers, answer.json()).code
  return { status: answer.statusCode, code, retry: answer.headers['retry-after'], answer }
}

const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status)

t.test('S08 failed tries to get in', async (t) => {
  const { app, beside, office, token } = await testServer(t, { units: 1 })

  await t.test(
    'S08 ten failed tries a minute from an address, over all processes together',
    async (t) => {
      const other = await beside()
      const good = `Bearer ${await token(office.member(0))}`
      const expired = `Bearer ${await token(office.member(0), -120)}`
      const bad = () => `Bearer ${newApiKey().key}`
      const tries = []
      for (const one of [bad(), bad(), 'Bearer x', 'Basic YTpi', bad()]) {
        tries.push(await me(app, one, '192.0.2.1'), await me(other, one, '192.0.2.1'))
      }
      t.strictSame(statuses(tries), Array(10).fill(401))
      for (const one of [app, other]) {
        const bodies = new Set<string>()
        for (const wrong of [bad(), 'Bearer x', bad()]) {
          const { status, code, retry, answer } = await me(one, wrong, '192.0.2.1')
          t.strictSame([status, code], [429, 'QUOTA_EXCEEDED'])
          t.ok(Number(retry) > 0 && Number(retry) <= 60, `after ${retry} s`)
          const { traceId: _, ...said } = answer.json<{ traceId: string }>()
          bodies.add(JSON.stringify(said))
        }
        t.equal(bodies.size, 1, 'whatever was wrong')
        t.equal((await me(one, good, '192.0.2.1')).status, 200, 'who gets in shares nobody’s fate')
        t.equal((await me(one, null, '192.0.2.1')).status, 401, 'who shows nothing has not tried')
        t.equal((await me(one, expired, '192.0.2.1')).status, 401, 'nor who was somebody until now')
        t.equal((await me(one, bad(), '192.0.2.2')).status, 401, 'another address has its own')
        t.equal((await me(one, bad(), '::ffff:192.0.2.1')).status, 429, 'the same one in longer')
      }
    },
  )

  await t.test('S08 S20 whoever changes addresses within a /64 has changed nothing', async (t) => {
    const tries = []
    for (let at = 1; at <= 11; at += 1) {
      tries.push(await me(app, 'Bearer x', `2001:db8:0:1:${at}:${at}:${at}:${at}`))
    }
    t.strictSame(statuses(tries), [...Array(10).fill(401), 429])
    t.equal((await me(app, 'Bearer x', '2001:db8:0:2::1')).status, 401, 'the network beside')
  })

  await t.test('S20 what cannot be counted is not answered; who gets in goes on', async (t) => {
    await transaction(office.owner, async (tx) => {
      await tx.run(statement('set local role none')())
      await tx.run(statement('revoke execute on function count_attempt from zhenggai_api')())
    })
    const refused = await me(app, 'Bearer x', '198.51.100.1')
    t.strictSame([refused.status, refused.code], [503, 'UNAVAILABLE'])
    const good = `Bearer ${await token(office.member(0))}`
    t.equal((await me(app, good, '198.51.100.1')).status, 200)
  })
})

t.test(
  'S08 S20 from an address that is full no key is looked up but one that has opened',
  async (t) => {
    const { server, office, portal } = await scene(t, { failuresPerMinute: 1, rememberMs: 0 })
    const behalf = { 'on-behalf-of': office.member(0).person_id }
    const ask = (key: string | null, remoteAddress: string) =>
      server.app.inject({
        ...{ method: 'GET', url: '/v1/me', remoteAddress },
        headers: { authorization: `Bearer ${key}`, ...behalf },
      })
    t.equal((await ask(portal.body.key, '192.0.2.1')).statusCode, 200)
    for (let left = 2; left > 0; left -= 1) await ask(newApiKey().key, '192.0.2.1')
    t.equal((await ask(portal.body.key, '192.0.2.1')).statusCode, 200, 'its neighbour is full')
    await transaction(office.owner, async (tx) => {
      await tx.run(statement('set local role none')())
      await tx.run(statement('revoke execute on function account_of_key from zhenggai_api')())
    })
    t.equal((await ask(newApiKey().key, '192.0.2.2')).statusCode, 500, 'here one would be')
    t.equal((await ask(newApiKey().key, '192.0.2.1')).statusCode, 429)
  },
)

t.test('S08 no limit where the configuration says so', async (t) => {
  const { app } = await testServer(t, { units: 1, settings: { failuresPerMinute: 0 } })
  const tries = []
  for (let at = 0; at < 12; at += 1) tries.push(await me(app, 'Bearer x', '192.0.2.1'))
  t.strictSame(statuses(tries), Array(12).fill(401))
})
