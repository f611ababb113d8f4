import Fastify from 'fastify'
import t from 'tap'
import type { Principal } from '../../src/commands/principal.js'
import { jobOperations } from '../../src/contracts/long-jobs.js'
import { meOperations } from '../../src/contracts/me.js'
import type { Operation } from '../../src/contracts/operation.js'
import { OPERATIONS } from '../../src/contracts/operations.js'
import { sqlb } from '../../src/db/handle.js'
import { instantOf } from '../../src/domain/instant.js'
import { PERSON_ROLES, type PersonRole } from '../../src/domain/vocabulary.js'
import { routerPath } from '../../src/http/frame/methods.js'
import { denyByDefault } from '../../src/http/frame/policy.js'
import { MONDAY } from './notice.js'
import { sendTo, testServer } from './support.js'

t.test('S10 a route without a policy keeps the server from starting', async (t) => {
  const app = Fastify()
  denyByDefault(app)
  t.throws(() => app.get('/open', async () => 'oh'), { message: 'no policy: GET /open' })
  app.get('/known', { config: { policy: 'public' } }, async () => 'ok')
  await app.close()
})

t.test('S56 the routes are the operations and no others', async (t) => {
  const { app } = await testServer(t, { units: 1 })
  for (const { method, path } of OPERATIONS) {
    t.ok(app.hasRoute({ method, url: routerPath(path) }), `${method} ${path}`)
  }
  const described = new Set(OPERATIONS.map(({ path }) => routerPath(path)))
  const served = app.printRoutes({ commonPrefix: false, includeHooks: false })
  const count = served.split('\n').filter((line) => /\((GET|POST|PATCH)/.test(line)).length
  t.equal(count, described.size, served)
})

t.test('S10 every route × role: who is not named is not admitted', async (t) => {
  const { app, as, office } = await testServer(t)
  const people = new Map<PersonRole, Principal>(
    PERSON_ROLES.map((role) => [
      role,
      role.startsWith('unit.')
        ? office.member(0, role as 'unit.reporter')
        : office.officer(role as 'admin'),
    ]),
  )
  for (const operation of OPERATIONS) {
    const ask = { params: anybody(operation) }
    const { code } = await sendTo(app, operation, ask)
    const open = operation.policy === 'public'
    t.equal(code === 'UNAUTHENTICATED', !open, `${operation.id} without a token`)
    if (!Array.isArray(operation.policy)) continue
    for (const [role, principal] of people) {
      const answer = await as(principal)(operation, ask)
      const admitted = operation.policy.includes(role)
      t.equal(answer.code !== 'ROLE_NOT_ALLOWED', admitted, `${operation.id} as ${role}`)
    }
  }
})

/** Parameters of the right form that name nothing. */
function anybody({ params }: Operation): Record<string, string> {
  const names = Object.keys(params?.shape ?? {})
  return Object.fromEntries(
    names.map((name) => [
      name,
      name === 'code' ? 'NOT_FOUND' : '0190b3d0-0000-7000-8000-000000000000',
    ]),
  )
}

t.test('S08 every fault of a token is answered alike', async (t) => {
  const { app, office, token } = await testServer(t, { units: 1 })
  const known = office.officer('admin')
  const expired = await token(known, -120)
  const good = await token(known)
  const answers = await Promise.all(
    [
      undefined,
      '',
      'Bearer',
      'Basic YTpi',
      'Bearer x.y.z',
      `Bearer ${expired}`,
      `Bearer ${good}x`,
    ].map((authorization) =>
      sendTo(app, meOperations.getMe, {}, authorization === undefined ? {} : { authorization }),
    ),
  )
  const bodies = answers.map(({ problem: { traceId: _, ...rest } }) => JSON.stringify(rest))
  t.equal(new Set(bodies).size, 1)
  for (const { status, code, headers } of answers) {
    t.equal(status, 401)
    t.equal(code, 'UNAUTHENTICATED')
    t.equal(headers['www-authenticate'], 'Bearer')
  }
})

t.test('S07 somebody unknown or disabled is told nothing', async (t) => {
  const { as, office } = await testServer(t, { units: 1 })
  const stranger = { ...office.officer('admin'), person_id: '0190b3d0-0000-7000-8000-000000000000' }
  t.equal((await as(stranger)(meOperations.getMe)).code, 'FORBIDDEN')
  const leaver = office.officer('auditor')
  const disable = sqlb.updateTable('person').set({ status: 'disabled' })
  await office.owner.run(disable.where('id', '=', leaver.person_id))
  t.equal((await as(leaver)(meOperations.getMe)).code, 'FORBIDDEN')
})

t.test('a rehearsal moves a year or so at a time, and can be stopped', async (t) => {
  const { as, office } = await testServer(t, { units: 1, clock: instantOf(MONDAY) })
  const admin = as(office.officer('admin'))
  const advance = (body: object) => admin(jobOperations.advanceRehearsal, { body })
  const far = await advance({ to: '2023-12-01T00:00:00Z' })
  t.equal(far.code, 'VALIDATION_FAILED')
  t.match(far.problem.errors, [{ in: 'body', pointer: '/to', code: 'OUT_OF_RANGE' }])
  const started = await advance({ days: 400 })
  t.equal(started.status, 202)
  const busy = await advance({ days: 1 })
  t.equal(busy.code, 'ALREADY_RUNNING')
  t.equal(busy.headers['retry-after'], '5')
  const params = { id: started.body.id }
  const key = 'stop'
  const stopped = await admin(jobOperations.cancelOperation, { params, key })
  t.equal(stopped.body.status, 'cancelled')
  t.equal((await admin(jobOperations.cancelOperation, { params, key })).text, stopped.text)
  t.equal((await advance({ days: 1 })).status, 202, 'and the way is free')
  const reporter = await as(office.member(0))(jobOperations.cancelOperation, { params })
  t.equal(reporter.code, 'ROLE_NOT_ALLOWED')
})

t.test('only a rehearsal’s clock can be moved', async (t) => {
  const { as, office } = await testServer(t, { units: 1 })
  const admin = as(office.officer('admin'))
  const answer = await admin(jobOperations.advanceRehearsal, { body: { days: 1 } })
  t.equal(answer.code, 'NOT_A_REHEARSAL')
})
