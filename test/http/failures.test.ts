import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { createDeps } from '../../src/commands/create-deps.js'
import { meOperations } from '../../src/contracts/me.js'
import { unitOperations } from '../../src/contracts/register/units.js'
import { openPool } from '../../src/db/pool.js'
import { success } from '../../src/http/frame/answers.js'
import { checkedProblem, testServer } from './support.js'
import { uploaded } from './uploads.js'

t.test(
  'S36 S53 a file that was changed on disk is a failure of ours, told without a word of it',
  async (t) => {
    const server = await testServer(t, { units: 1 })
    const { app, office, folder, token } = server
    const reporter = office.member(0)
    const { sha256, id } = (await uploaded(server, reporter)).body
    await appendFile(join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256), 'x')
    const headers = { authorization: `Bearer ${await token(reporter)}` }
    const answer = await app.inject({ method: 'GET', url: `/v1/evidence/${id}`, headers })
    const problem = checkedProblem(answer.headers, answer.json())
    t.match(problem, { status: 500, code: 'INTERNAL', errors: [] })
    t.ok(problem.traceId)
    t.notMatch(answer.payload, new RegExp(`${sha256}|stack|Error|content no longer`))
  },
)

t.test('S53 without a database there is no answer, and it is said so', async (t) => {
  const url = 'postgres://nobody@127.0.0.1:1/none'
  const pool = openPool({ url, role: 'zhenggai_api', max: 1, applicationName: 'nowhere' })
  t.teardown(() => pool.close())
  const { as, office } = await testServer(t, { units: 1, commands: createDeps(pool, () => {}) })
  const answer = await as(office.officer('admin'))(meOperations.getMe)
  t.equal(answer.status, 503)
  t.equal(answer.code, 'UNAVAILABLE')
  t.equal(answer.headers['retry-after'], '5')
})

t.test('S15 a field no contract describes does not leave the house', async (t) => {
  const row = {
    id: '0190b3d0-0000-7000-8000-000000000000',
    parent_id: null,
    name: '单位',
    aliases: [] as string[],
    mailbox: null,
    office_head: null,
    status: 'open' as const,
    reads_below: false,
  }
  t.same(success(unitOperations.read, row).body, row)
  const leaking = { ...row, secret: 'x' }
  t.throws(() => success(unitOperations.read, leaking), { name: 'ZodError', message: /secret/ })
})
