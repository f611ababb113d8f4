import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import t from 'tap'
import { createDeps } from '../../src/commands/create-deps.js'
import { createOffice } from '../../src/commands/office.js'
import { openApiDocument } from '../../src/contracts/document/document.js'
import { PROBLEM_CODES } from '../../src/contracts/errors.js'
import { meOperations } from '../../src/contracts/me.js'
import { OPERATIONS } from '../../src/contracts/operations.js'
import { systemOperations } from '../../src/contracts/system.js'
import { DEFAULT_HOURS } from '../../src/domain/hours.js'
import { buildAdmin } from '../../src/http/admin.js'
import { createMetrics } from '../../src/http/frame/metrics.js'
import { checkedProblem, sendTo, testServer } from './support.js'

t.test('S45 headers on success, failure and the unknown', async (t) => {
  const { app } = await testServer(t, {
    units: 1,
    settings: { origins: ['https://office.example'] },
  })
  for (const url of ['/healthz', '/v1/me', '/nowhere']) {
    const { headers } = await app.inject({ method: 'GET', url })
    t.match(headers, {
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    t.notOk(headers['x-powered-by'])
    t.notOk(headers.server)
  }
  const preflight = (origin: string) =>
    app.inject({
      method: 'OPTIONS',
      url: '/v1/notices',
      headers: { origin, 'access-control-request-method': 'POST' },
    })
  const allowed = await preflight('https://office.example')
  t.equal(allowed.headers['access-control-allow-origin'], 'https://office.example')
  const evil = await preflight('https://evil.example')
  t.not(evil.headers['access-control-allow-origin'], 'https://evil.example')
})

t.test('what is not there, and what is asked the wrong way', async (t) => {
  const { app } = await testServer(t, { units: 1 })
  for (const url of ['/', '/v1', '/v1/nothing', '/v1/me/', '/docs', '/metrics', '/v1/%ff']) {
    const answer = await app.inject({ method: 'GET', url })
    const { code } = checkedProblem(answer.headers, answer.json())
    t.equal(code, url.includes('%ff') ? 'VALIDATION_FAILED' : 'NOT_FOUND', url)
  }
  const wrong = await app.inject({ method: 'DELETE', url: '/v1/notices' })
  t.equal(checkedProblem(wrong.headers, wrong.json()).code, 'METHOD_NOT_ALLOWED')
  t.equal(wrong.headers.allow, 'POST, GET, HEAD')
  const head = await app.inject({ method: 'HEAD', url: '/healthz' })
  t.equal(head.statusCode, 200)
  t.equal(head.payload, '')
  const trace = await app.inject({ method: 'TRACE' as 'GET', url: '/healthz' }).catch(() => null)
  t.not(trace?.statusCode, 200)
})

t.test('problems are told in the language asked for', async (t) => {
  const { app } = await testServer(t, { units: 1 })
  const told = async (language: string) =>
    (await sendTo(app, meOperations.getMe, { headers: { 'accept-language': language } })).problem
  t.match(await told('zh-CN'), { title: '未通过身份验证', type: '/v1/problems/UNAUTHENTICATED' })
  t.match(await told('en'), { title: 'Unauthenticated', detail: /access token/ })
  t.match(await told(''), { title: '未通过身份验证' })
})

t.test('every problem explains itself at its address', async (t) => {
  const { app } = await testServer(t, { units: 1 })
  const { body } = await sendTo(app, systemOperations.listProblemKinds, {})
  t.same(
    body.items.map(({ code }) => code),
    PROBLEM_CODES,
  )
  for (const code of PROBLEM_CODES) {
    const one = await sendTo(app, systemOperations.getProblemKind, { params: { code } })
    t.equal(one.body.code, code)
  }
})

t.test('ready, degraded, not ready', async (t) => {
  const { app, standing } = await testServer(t, { units: 1 })
  const ask = () => sendTo(app, systemOperations.getReadiness, {})
  t.match(await ask(), { status: 200, body: { status: 'ready' } })
  standing.temporal = false
  t.match(await ask(), { status: 200, body: { status: 'degraded' } }, 'people still work')
  standing.postgres = false
  const answer = await app.inject({ method: 'GET', url: '/readyz' })
  t.equal(answer.statusCode, 503)
  t.same(answer.json(), { status: 'not_ready' })
})

t.test('S47 figures and the document are for operators, on a listener of their own', async (t) => {
  const metrics = createMetrics()
  const standing = async () => ({ postgres: true, temporal: false })
  const counted = { milestones: 2, messages: 3 }
  let late: typeof counted | null = counted
  let age: number | null = 4_000
  const headsAge = async () => age
  const swept = async () => new Map([['answers', 5] as const])
  const admin = await buildAdmin({ metrics, standing, late: async () => late, headsAge, swept })
  t.teardown(() => admin.close())
  metrics.observe('GET', '/v1/me', 200, 0.01)
  t.match((await admin.inject('/metrics')).payload, 'route="/v1/me",status="200"')
  t.match((await admin.inject('/metrics')).payload, /^zhenggai_late_milestones 2$/m)
  t.match((await admin.inject('/metrics')).payload, /^zhenggai_unsent_messages 3$/m)
  t.match((await admin.inject('/metrics')).payload, /^zhenggai_heads_age_seconds 4000$/m)
  const went = /^zhenggai_retention_swept_total\{class="answers"\} 5$/m
  t.match((await admin.inject('/metrics')).payload, went)
  age = null
  t.notMatch((await admin.inject('/metrics')).payload, 'zhenggai_heads_age')
  const stands = { postgres: true, temporal: false }
  const ready = async () => (await admin.inject('/readyz')).json()
  t.same(await ready(), { ...stands, late_milestones: 2, unsent_messages: 3 })
  late = null
  t.same(await ready(), { ...stands, late_milestones: null, unsent_messages: null })
  t.notMatch((await admin.inject('/metrics')).payload, 'zhenggai_late_milestones')
  t.equal((await admin.inject('/docs/')).statusCode, 200)
  const document = (await admin.inject('/docs/json')).json()
  t.same(document, JSON.parse(JSON.stringify(openApiDocument(OPERATIONS))))
})

t.test('the documentation page works without anything from elsewhere', async (t) => {
  const { app } = await testServer(t, { units: 1, settings: { docs: true } })
  const page = await app.inject('/docs/')
  t.equal(page.statusCode, 200)
  t.notMatch(page.payload, /(src|href)="(https?:)?\/\//)
  const files = Array.from(
    page.payload.matchAll(/(?:src|href)="([^"]+)"/g),
    ([, file]) => file ?? '',
  )
  t.ok(files.length > 3)
  for (const file of files) {
    const answer = await app.inject(new URL(file, 'http://x/docs/').pathname)
    t.equal(answer.statusCode, 200, file)
  }
})

t.test('somebody of two offices says which', async (t) => {
  const { app, office, token } = await testServer(t, { units: 1 })
  const person = office.officer('office.handler')
  const { office_id } = await createOffice(
    createDeps(office.owner, () => undefined),
    {
      name: '另一办公室',
      zone: 'Asia/Shanghai',
      hours: DEFAULT_HOURS,
      duty_phone: null,
      rehearsal_start: null,
      admin: { name: '同一人', email: null, issuer: 'test', subject: person.person_id },
    },
  )
  const authorization = `Bearer ${await token(person)}`
  const ask = (headers: Record<string, string>) =>
    sendTo(app, meOperations.getMe, {}, { authorization, ...headers })
  const unsaid = await ask({})
  t.equal(unsaid.code, 'VALIDATION_FAILED')
  t.match(unsaid.problem.errors, [{ in: 'header', pointer: 'Office-Id', code: 'REQUIRED' }])
  t.equal((await ask({ 'office-id': office_id })).body.roles[0]?.role, 'admin')
  const own = await ask({ 'office-id': office.office_id })
  t.equal(own.body.roles[0]?.role, 'office.handler')
  t.equal(own.body.offices.length, 2)
  t.equal((await ask({ 'office-id': 'x' })).code, 'VALIDATION_FAILED')
  t.equal((await ask({ 'office-id': person.person_id })).code, 'FORBIDDEN')
})

t.test('S21 S28 what is not even HTTP is answered with a problem', async (t) => {
  const { app } = await testServer(t, { units: 1 })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const smuggled = [
    'POST /v1/notices HTTP/1.1',
    'host: x',
    'content-length: 5',
    'transfer-encoding: chunked',
    '',
    '0\r\n\r\n',
  ].join('\r\n')
  const long = `GET / HTTP/1.1\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`
  for (const [raw, status] of [
    ['nonsense\r\n\r\n', 400],
    [smuggled, 400],
    [long, 431],
  ] as const) {
    const text = await new Promise<string>((said, failed) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(raw))
      let heard = ''
      socket.on('data', (chunk) => {
        heard += chunk.toString()
      })
      socket.on('end', () => said(heard))
      socket.on('error', failed)
    })
    t.match(text, new RegExp(`^HTTP/1\\.1 ${status} `))
    t.match(text, 'x-content-type-options: nosniff')
    t.match(text, 'cache-control: no-store')
    checkedProblem(
      { 'content-type': /content-type: (.*)\r/.exec(text)?.[1] },
      JSON.parse(text.slice(text.indexOf('\r\n\r\n'))),
    )
  }
})
