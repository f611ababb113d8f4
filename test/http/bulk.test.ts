import t from 'tap'
import { bulkRequest, bulkOperations as operations } from '../../src/contracts/findings/bulk.js'
import { commandOperations, findingOperations } from '../../src/contracts/findings/operations.js'
import { jobOperations } from '../../src/contracts/long-jobs.js'
import { signedPaperOperations } from '../../src/contracts/signed-papers.js'
import { BULK_COMMANDS, IN_BULK } from '../../src/domain/bulk.js'
import { COMMANDS, PERSON_ROLES } from '../../src/domain/vocabulary.js'
import { bulks, COMMENT, seenFirst } from './bulks.js'
import { NOBODY } from './minimal.js'
import { newKey, type Send } from './support.js'

t.test('each finding goes its own way, as if the command had been sent to it alone', async (t) => {
  const scene = await bulks(t, 8)
  const { findings, bulk, finding, reporter, office } = scene
  const [own = '', other = '', stale = '', , before = '', , alone = ''] = findings
  const acknowledge = (id: string, if_match: string) =>
    reporter(commandOperations.acknowledge, { params: { id }, if_match, body: {} })
  const first = (await finding(reporter, own)).body.finding.revision
  await acknowledge(before, `"${first}"`)
  const { revision } = (await finding(reporter, before)).body.finding
  const items = [
    ...seenFirst([own, other], first),
    { id: stale, revision: first + 7 },
    { id: before, revision },
    { id: NOBODY, revision: first },
  ]
  const key = newKey()
  const body = { command: 'acknowledge', findings: items }
  const told = await bulk(reporter, body, { key })
  t.equal(told.status, 200, told.text)
  t.match(told.body, { dry_run: false, matched: 5 })
  t.match(told.body.operation, {
    ...{ kind: 'bulk', status: 'done', result: { taken: 5, done: 1, refused: 4 } },
  })
  t.strictSame(
    told.body.items.map(({ number, finding_id, outcome, revision, state, problem }) => [
      ...[number, finding_id, outcome, revision, state, problem?.code ?? null],
    ]),
    [
      [1, own, 'done', first + 1, 'rectifying', null],
      [2, other, 'refused', first, null, 'NOT_FOUND'],
      [3, stale, 'refused', first, null, 'STALE'],
      [4, before, 'refused', revision, null, 'NOT_IN_THIS_STATE'],
      [5, NOBODY, 'refused', first, null, 'NOT_FOUND'],
    ],
  )
  const singly = [
    await acknowledge(other, `"${first}"`),
    await acknowledge(stale, `"${first + 7}"`),
    await acknowledge(before, `"${revision}"`),
    await acknowledge(NOBODY, `"${first}"`),
  ]
  const plain = ({ traceId: _, ...rest }: { traceId: string }) => rest
  t.strictSame(
    told.body.items.flatMap(({ problem }) => (problem ? plain(problem) : [])),
    singly.map(({ problem }) => plain(problem)),
    'refused in the same words',
  )
  await acknowledge(alone, `"${first}"`)
  const [one, another] = await Promise.all(
    [own, alone].map(async (id) => {
      const { body } = await reporter(findingOperations.listFindingEvents, { params: { id } })
      return body.items.map(({ type, actor_id, actor_role, audience, at, data }) => [
        ...[type, actor_id, actor_role, audience, at, data],
      ])
    }),
  )
  t.strictSame(one, another, 'and recorded alike')

  t.equal((await bulk(reporter, body, { key })).text, told.text, 'sent again it is the same')
  const reused = await bulk(reporter, { ...body, findings: items.slice(1) }, { key })
  t.equal(reused.code, 'KEY_REUSED')
  const twice = await bulk(reporter, { ...body, findings: [...items, ...items.slice(0, 1)] })
  t.match(twice.problem.errors, [{ pointer: '/findings/5/id', code: 'TAKEN' }])
  const english = await bulk(
    reporter,
    { command: 'acknowledge', findings: seenFirst([own], first) },
    { headers: { 'accept-language': 'en' } },
  )
  t.equal(english.body.items[0]?.problem?.title, 'Stale')

  const params = { id: told.body.operation?.id ?? '' }
  const job = await reporter(jobOperations.getOperation, { params })
  t.strictSame(job.body, told.body.operation, 'a unit follows its own')
  const listed = await reporter(operations.listBulkItems, { params, query: { limit: 2 } })
  t.strictSame(listed.body.items, told.body.items.slice(0, 2))
  for (const send of [scene.neighbour, scene.as(office.member(0, 'unit.signatory'))]) {
    t.equal((await send(jobOperations.getOperation, { params })).code, 'NOT_FOUND')
    t.equal((await send(operations.listBulkItems, { params })).code, 'NOT_FOUND')
  }
  t.equal((await scene.handler(operations.listBulkItems, { params })).code, 'NOT_FOUND')
})

t.test('what a filter finds is done when as many are found as were confirmed', async (t) => {
  const { findings, bulk, events, finding, handler, reporter } = await bulks(t, 6)
  const chosen = { filter: { state: ['notified'] } }
  const dry = await bulk(
    handler,
    { ...COMMENT, ...chosen },
    { query: { dry_run: true }, key: null },
  )
  t.equal(dry.status, 200, dry.text)
  t.match(dry.body, { dry_run: true, matched: 6, operation: null })
  t.strictSame(dry.body.items.map(({ finding_id }) => finding_id).toSorted(), findings.toSorted())
  t.ok(dry.body.items.every(({ outcome, problem }) => outcome === null && problem === null))
  t.strictSame(await events('commented'), [], 'nothing is done')

  const unconfirmed = await bulk(handler, { ...COMMENT, ...chosen })
  t.match(unconfirmed.problem.errors, [{ pointer: '/expected', code: 'REQUIRED' }])
  const params = { id: findings[0] ?? '' }
  const { etag: if_match } = await finding(reporter, params.id)
  await reporter(commandOperations.acknowledge, { params, if_match, body: {} })
  const differs = await bulk(handler, { ...COMMENT, ...chosen, expected: 6 })
  t.strictSame([differs.status, differs.code], [409, 'COUNT_DIFFERS'])
  t.equal(differs.problem.matched, 5, 'with how many there are now')
  t.strictSame(await events('commented'), [], 'and nothing is done')

  const told = await bulk(handler, { ...COMMENT, ...chosen, expected: 5 })
  t.match(told.body.operation?.result, { done: 5, refused: 0 })
  t.strictSame(
    (await events('commented')).map(({ finding_id }) => finding_id),
    findings.slice(1).toSorted(),
  )
  const key = newKey()
  const own = { command: 'acknowledge', filter: { state: ['notified'] }, expected: 2 }
  const mine = await bulk(reporter, own, { key })
  t.match(mine.body.operation?.result, { done: 2 }, 'a unit’s filter finds its own')
  t.equal((await bulk(reporter, own, { key })).text, mine.text, 'though it finds none any more')
  const secret = { command: 'acknowledge', filter: { lookback: 'waiting' }, expected: 1 }
  t.equal((await bulk(reporter, secret)).code, 'ROLE_NOT_ALLOWED')
  for (const [field, code] of [
    ['findings', 'REQUIRED'],
    ['filter', 'UNKNOWN_FIELD'],
  ]) {
    const both = code === 'UNKNOWN_FIELD' ? { ...chosen, findings: seenFirst(findings) } : {}
    const { problem } = await bulk(handler, { ...COMMENT, ...both })
    t.match(problem.errors, [{ pointer: `/${field}`, code }])
  }
})

t.test('no round is judged in bulk, and nobody may in bulk what they may not alone', async (t) => {
  const { bulk, as, office, handler } = await bulks(t, 1)
  t.strictSame(
    bulkRequest.options.map(({ shape }) => shape.command.value).toSorted(),
    BULK_COMMANDS.toSorted(),
  )
  const findings = seenFirst([NOBODY])
  for (const command of COMMANDS.filter((name) => !BULK_COMMANDS.some((b) => b === name))) {
    const { problem } = await bulk(handler, { command, fields: {}, findings })
    t.match(problem.errors, [{ pointer: '/command', code: IN_BULK[command] }], command)
  }
  const unknown = await bulk(handler, { command: 'clear', findings })
  t.match(unknown.problem.errors, [{ pointer: '/command', code: 'NOT_IN_LIST' }])
  const closing = await bulk(handler, { command: 'close', findings })
  t.match(closing.problem.errors[0]?.message, /对整改结果作出判断/)
  for (const role of PERSON_ROLES) {
    const unit = role === 'unit.reporter' || role === 'unit.signatory'
    const send: Send = as(unit ? office.member(0, role) : office.officer(role))
    for (const command of BULK_COMMANDS) {
      const { code } = await bulk(send, { command, findings }, { query: { dry_run: true } })
      const admitted = commandOperations[command].policy.includes(role)
      t.equal(code !== 'ROLE_NOT_ALLOWED', admitted, `${command} as ${role}`)
    }
  }
})

t.test('one signed paper covers many; each request is one of its own', async (t) => {
  const { bulk, as, office, findings, finding, handler } = await bulks(t, 4)
  const leader = as(office.officer('office.leader'))
  const signer_id = office.officer('office.leader').person_id
  const paper = await leader(signedPaperOperations.enterSignedPaper, {
    body: { signer_id, signed_on: '2022-09-05', paper_number: '1号' },
  })
  const { revision } = (await finding(handler, findings[0] ?? '')).body.finding
  const moving = { due_date: '2022-10-20', reason: '系统改造' }
  const seen = { findings: seenFirst(findings, revision) }
  const alone = await bulk(handler, { command: 'reschedule', fields: moving, ...seen })
  t.ok(alone.body.items.every(({ problem }) => problem?.code === 'ROLE_NOT_ALLOWED'))
  const signed = { ...moving, signed_paper_id: paper.body.id }
  const told = await bulk(handler, { command: 'reschedule', fields: signed, ...seen })
  t.match(told.body.operation?.result, { done: 4 }, told.text)
  const unknown = { ...moving, signed_paper_id: NOBODY }
  const none = await bulk(handler, { command: 'reschedule', fields: unknown, ...seen })
  t.equal(none.code, 'UNKNOWN_REFERENCE')

  const signatory = as(office.member(0, 'unit.signatory'))
  const asked = await bulk(signatory, {
    command: 'request_extension',
    fields: { new_date: '2022-10-28', reason_code: 'system_upgrade', progress: '正在改造' },
    findings: seenFirst([findings[0] ?? '', findings[2] ?? ''], revision + 1),
  })
  t.match(asked.body.operation?.result, { done: 2 }, asked.text)
  const extensions = await Promise.all(
    [0, 2].map(
      async (n) => (await finding(signatory, findings[n] ?? '')).body.finding.extension?.id,
    ),
  )
  t.equal(new Set(extensions).size, 2)
  const missing = await bulk(signatory, {
    ...{ command: 'request_extension', fields: { new_date: '2022-10-28' } },
    findings: seenFirst([findings[0] ?? ''], asked.body.items[0]?.revision),
  })
  t.match(missing.body.items, [{ problem: { code: 'REQUEST_PENDING' } }])
})
