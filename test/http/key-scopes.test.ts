import t from 'tap'
import { bulkOperations } from '../../src/contracts/findings/bulk.js'
import { hitOperations } from '../../src/contracts/hits.js'
import { scopesThatOpen } from '../../src/contracts/key-scopes.js'
import { jobOperations } from '../../src/contracts/long-jobs.js'
import { meOperations } from '../../src/contracts/me.js'
import type { Operation } from '../../src/contracts/operation.js'
import { OPERATIONS } from '../../src/contracts/operations.js'
import { retestOperations } from '../../src/contracts/retests.js'
import { securityEventOperations } from '../../src/contracts/security-events.js'
import { serviceAccountOperations as operations } from '../../src/contracts/service-accounts.js'
import {
  KEY_SCOPE_LABELS,
  KEY_SCOPES,
  PORTAL_SCOPES,
  SCOPES_OF,
  TOOL_SCOPES,
} from '../../src/domain/service-account.js'
import { COMMENT, seenFirst } from './bulks.js'
import { hit } from './hits.js'
import { bearing, LIFE, scene } from './machines.js'
import { minimal, NOBODY } from './minimal.js'
import { issuedFindings } from './notice.js'

/** What no portal begins, it reads nothing of either. */
const JOBS = ['getOperation', 'listBulkItems']

/** What somebody of a unit may call, and so a portal in their name: all but what asks who sits before it, and jobs. */
const forUnits = ({ id, policy, step_up }: Operation) =>
  policy !== 'public' &&
  !step_up &&
  !JOBS.includes(id) &&
  (policy === 'authenticated' ||
    policy.includes('unit.reporter') ||
    policy.includes('unit.signatory'))

const REACHED = OPERATIONS.filter(forUnits)

const aimless = (operation: Operation) => {
  const names = Object.keys(operation.params?.shape ?? {})
  const params = Object.fromEntries(names.map((name) => [name, NOBODY]))
  return { params, body: minimal(operation) }
}

t.test(
  'S06 the table of scopes names everything a key could reach, once, and nothing else',
  async (t) => {
    for (const operation of OPERATIONS) {
      const { id, tool_key = false } = operation
      const scopes = scopesThatOpen(id)
      const [portal, tool] = [PORTAL_SCOPES, TOOL_SCOPES].map((kind) =>
        scopes.filter((scope) => kind.some((one) => one === scope)),
      )
      const wanted = id === 'getMe' ? PORTAL_SCOPES.length : Number(forUnits(operation))
      t.equal(portal?.length, wanted, `a portal, ${id}`)
      t.equal(tool?.length, Number(tool_key), `a tool, ${id}`)
    }
    const opened = new Set(OPERATIONS.flatMap(({ id }) => scopesThatOpen(id)))
    t.strictSame(
      KEY_SCOPES.filter((scope) => !opened.has(scope)),
      [],
      'each opens something',
    )
  },
)

t.test(
  'S06 a portal’s key opens what its account was given, and says what is missing',
  async (t) => {
    const { server, office, enter, unit_id } = await scene(t)
    const { person_id } = office.member(0)
    for (const scope of PORTAL_SCOPES) {
      const made = await enter({ kind: 'portal', name: scope, unit_id, scopes: [scope], ...LIFE })
      const send = bearing(server, made.body.key, person_id)
      let opened = 0
      for (const operation of REACHED) {
        const answer = await send(operation, aimless(operation))
        const [asked = null] = scopesThatOpen(operation.id)
        if (scopesThatOpen(operation.id).includes(scope)) {
          opened += 1
          t.notMatch(answer.code, /SCOPE_MISSING|FORBIDDEN|ROLE_NOT_ALLOWED/, operation.id)
          continue
        }
        t.equal(answer.code, 'SCOPE_MISSING', `${operation.id} with ${scope}`)
        if (asked === null) throw new Error(`${operation.id} is opened by nothing`)
        t.equal(answer.status, 403)
        t.equal(
          answer.headers['www-authenticate'],
          `Bearer error="insufficient_scope", scope="${asked}"`,
        )
        const [fault] = answer.problem.errors
        t.match(fault, { in: 'header', pointer: 'Authorization', code: 'NOT_GRANTED' })
        t.equal(fault?.message, `服务账号没有“${KEY_SCOPE_LABELS[asked]}”权限（${asked}）。`)
      }
      t.ok(opened > 1, `${scope} opens something beside whom it acts for`)
      const head = await server.app.inject({
        ...{ method: 'HEAD', url: `/v1/evidence/${NOBODY}` },
        headers: { authorization: `Bearer ${made.body.key}`, 'on-behalf-of': person_id },
      })
      t.equal(head.statusCode, scope === 'files' ? 404 : 403, `what a file is, with ${scope}`)
    }
    const both = { kind: 'portal', name: '两项', unit_id, scopes: ['read', 'answer'], ...LIFE }
    const { key } = (await enter(both)).body
    const headers = { 'accept-language': 'en' }
    const spoken = await bearing(
      server,
      key,
      person_id,
    )(operationOf('registerLetter'), {
      ...aimless(operationOf('registerLetter')),
      headers,
    })
    t.equal(spoken.problem.errors[0]?.message, 'The account lacks the scope “letters”.')
    const rest = REACHED.filter(({ id }) =>
      scopesThatOpen(id).some((one) => both.scopes.includes(one)),
    )
    for (const operation of rest) {
      const { code } = await bearing(server, key, person_id)(operation, aimless(operation))
      t.not(code, 'SCOPE_MISSING', operation.id)
    }
  },
)

t.test('S06 what came of a command for many is no portal’s to read', async (t) => {
  const { server, office, as, through } = await scene(t)
  const { findings } = await issuedFindings(server)
  const { person_id } = office.member(0)
  const body = { ...COMMENT, findings: seenFirst(findings) }
  const sent = await as(office.member(0))(bulkOperations.bulkFindings, { body })
  t.equal(sent.status, 200, sent.text)
  const ask = { params: { id: sent.body.operation?.id ?? '' } }
  for (const operation of [jobOperations.getOperation, bulkOperations.listBulkItems]) {
    t.equal((await as(office.member(0))(operation, ask)).status, 200, 'they read their own')
    t.equal((await through(person_id)(operation, ask)).code, 'FORBIDDEN', operation.id)
  }
})

t.test(
  'S06 a tool’s key sends hits where that was given, and nothing where it was not',
  async (t) => {
    const { server, enter } = await scene(t)
    const entry = { kind: 'inspection_tool', tool: 'scanner', ...LIFE }
    const made = await enter({ ...entry, name: '复测工具', scopes: ['retests'] })
    const send = bearing(server, made.body.key)
    const params = { tool: 'scanner' }
    const refused = await send(hitOperations.importHits, { params, body: { hits: [hit('1')] } })
    t.strictSame([refused.status, refused.code], [403, 'SCOPE_MISSING'])
    t.match(refused.problem.errors, [{ message: '服务账号没有“报送线索”权限（hits）。' }])
    const lines = { params: { ...params, id: NOBODY } }
    t.equal((await send(hitOperations.listHitLines, lines)).code, 'SCOPE_MISSING')
    t.equal(
      (await send(jobOperations.getOperation, { params: { id: NOBODY } })).code,
      'SCOPE_MISSING',
    )
    t.equal((await send(meOperations.getMe)).code, 'FORBIDDEN', 'what no tool may is no scope')
    const other = await enter({ ...entry, name: '线索工具', scopes: ['hits'] })
    const given = bearing(server, other.body.key)
    const taken = await given(hitOperations.importHits, { params, body: { hits: [hit('1')] } })
    t.equal(taken.status, 202)
    const task = { params: { id: NOBODY }, body: {} }
    const claimed = await given(retestOperations.claimRetest, task)
    t.strictSame([claimed.status, claimed.code], [403, 'SCOPE_MISSING'])
    t.match(claimed.problem.errors, [{ message: '服务账号没有“复测”权限（retests）。' }])
    t.equal((await send(retestOperations.claimRetest, task)).code, 'NOT_FOUND', 'with it it asks')
  },
)

t.test(
  'S06 scopes are chosen with the account, shown, recorded, and kept by rotation',
  async (t) => {
    const { server, office, as, security, enter, unit_id } = await scene(t)
    const portal = { kind: 'portal', name: '窄门户', unit_id, ...LIFE }
    const tool = { kind: 'inspection_tool', name: '窄工具', tool: 'narrow', ...LIFE }
    const wrongs: readonly (readonly [object, string, string])[] = [
      [portal, '/scopes', 'REQUIRED'],
      [{ ...portal, scopes: [] }, '/scopes', 'TOO_SHORT'],
      [{ ...portal, scopes: ['read', 'read'] }, '/scopes/1', 'TAKEN'],
      [{ ...portal, scopes: ['admin'] }, '/scopes/0', 'NOT_IN_LIST'],
      [{ ...portal, scopes: ['read', 'hits'] }, '/scopes/1', 'OUT_OF_RANGE'],
      [{ ...tool, scopes: ['read'] }, '/scopes/0', 'OUT_OF_RANGE'],
    ]
    for (const [body, pointer, code] of wrongs) {
      const { problem } = await enter(body)
      t.match(problem.errors, [{ pointer, code }], JSON.stringify(body))
    }
    const scopes = ['read', 'files']
    const made = await enter({ ...portal, scopes })
    t.strictSame(made.body.service_account.scopes, scopes)
    const params = { id: made.body.service_account.id }
    const widened = await security(operations.rotateApiKey, {
      params,
      body: { ...LIFE, scopes: ['answer'] },
    })
    t.equal(widened.code, 'VALIDATION_FAILED', 'another key opens nothing else')
    const rotated = await security(operations.rotateApiKey, { params, body: LIFE })
    t.strictSame(rotated.body.service_account.scopes, scopes)
    const send = bearing(server, rotated.body.key, office.member(0).person_id)
    t.equal((await send(operationOf('listFindings'))).status, 200)
    const letter = operationOf('registerLetter')
    t.equal((await send(letter, aimless(letter))).code, 'SCOPE_MISSING')
    const listed = await security(operations.listServiceAccounts)
    t.strictSame(listed.body.items.find(({ id }) => id === params.id)?.scopes, scopes)
    const events = await as(office.officer('auditor'))(securityEventOperations.listSecurityEvents)
    const told = events.body.items.filter(
      ({ detail }) => detail['service_account_id'] === params.id,
    )
    t.strictSame(
      told.map(({ kind, detail }) => [kind, detail['scopes']]),
      [
        ['key_rotated', scopes],
        ['key_made', scopes],
      ],
    )
  },
)

t.test('S06 no kind is offered what is another’s', async (t) => {
  t.strictSame(Object.values(SCOPES_OF).flat().toSorted(), [...KEY_SCOPES].toSorted())
})

function operationOf(id: string): Operation {
  const found = OPERATIONS.find((one) => one.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}
