import { readFileSync } from 'node:fs'
import t from 'tap'
import { commandOperations, findingOperations } from '../../src/contracts/findings/operations.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { signedPaperOperations as papers } from '../../src/contracts/signed-papers.js'
import { sqlb } from '../../src/db/handle.js'
import { instantOf } from '../../src/domain/instant.js'
import { draft, drafted, issuedFindings, line, MONDAY } from './notice.js'
import { type TestServer, testServer } from './support.js'

async function countOf({ office }: TestServer, table: 'slice' | 'finding_event' | 'milestone') {
  const query = sqlb.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('n'))
  const all = table === 'milestone' ? query.where('finding_id' as never, 'is not', null) : query
  return (await office.owner.run(all))[0]?.n
}

t.test('a dry run says what issuing would do, and does nothing', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const [one = '', two = ''] = server.office.units
  const lines = [line(one), line(two, { problem: '另一问题' }), line(null, { dispatch: 'none' })]
  const { leader, params, etag } = await drafted(server, { findings: lines })
  const tried = await leader(noticeOperations.issueNotice, {
    params,
    query: { dry_run: true },
    key: null,
  })
  t.equal(tried.status, 200, tried.text)
  t.match(tried.body, {
    dry_run: true,
    issued: false,
    dispatched: 2,
    not_dispatched: 1,
    problems: [],
  })
  t.same(
    tried.body.slices.map(({ unit_id }) => unit_id),
    [one, two],
  )
  t.equal(tried.body.slices[0]?.findings[0]?.due.date, '2022-09-16')
  t.ok(tried.body.doubts.some(({ kind, message }) => kind === 'no_indicator' && message))
  t.equal((await leader(noticeOperations.getNotice, { params })).body.status, 'draft')
  for (const table of ['slice', 'finding_event', 'milestone'] as const) {
    t.equal(await countOf(server, table), 0, table)
  }

  const issued = await leader(noticeOperations.issueNotice, { params, if_match: etag })
  t.equal(issued.status, 200, issued.text)
  t.same(
    { ...issued.body, dry_run: true, issued: false },
    tried.body,
    'it does exactly what was said',
  )
  t.equal(await countOf(server, 'slice'), 2)
  const again = await leader(noticeOperations.issueNotice, { params, if_match: issued.etag })
  t.equal(again.code, 'NOT_IN_THIS_STATE')
  const change = { params, if_match: issued.etag, body: { title: '改' } }
  t.equal((await leader(noticeOperations.changeNotice, change)).code, 'NOT_IN_THIS_STATE')
  const trial = { params, query: { dry_run: true }, key: null }
  t.equal((await leader(noticeOperations.issueNotice, trial)).code, 'NOT_IN_THIS_STATE')
})

t.test('a notice with bad findings is refused whole, naming every bad line', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const [one = ''] = server.office.units
  const { leader, params, etag } = await drafted(server, {
    signer_id: null,
    findings: [
      line(one),
      line(null),
      line(one, { severity_confirmed: false }),
      line(one, { indicator_id: null }),
      line(one, { indicator_id: 'XX-99' }),
      line(one, { problem: null }),
    ],
  })
  const refused = await leader(noticeOperations.issueNotice, { params, if_match: etag })
  t.equal(refused.status, 422)
  t.equal(refused.code, 'NOTICE_REFUSED')
  const named = refused.problem.errors.map((one) => `${one.line} ${one.pointer} ${one.code}`)
  const wanted = [
    'null /signer_id FIELD_REQUIRED',
    '2 /findings/1/unit_id UNIT_REQUIRED',
    '3 /findings/2/severity_confirmed SEVERITY_UNCONFIRMED',
    '4 /findings/3/indicator_id FIELD_REQUIRED',
    '5 /findings/4/indicator_id UNKNOWN_INDICATOR',
    '6 /findings/5/problem FIELD_REQUIRED',
  ]
  t.same(named.toSorted(), wanted.toSorted())
  t.ok(refused.problem.errors.every(({ message }) => message.endsWith('。')))
  t.equal(await countOf(server, 'slice'), 0)
  t.equal(await countOf(server, 'finding_event'), 0)
  const { body } = await leader(findingOperations.listFindings)
  t.ok(body.items.every(({ state }) => state === 'draft'))
  const tried = await leader(noticeOperations.issueNotice, {
    params,
    query: { dry_run: true },
    key: null,
  })
  t.same(tried.body.problems, refused.problem.errors, 'the dry run says the same')
})

t.test('a draft is changed field by field, or all lines at once', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const [one = '', two = ''] = server.office.units
  const { leader, params, etag, body } = await drafted(server)
  const titled = await leader(noticeOperations.changeNotice, {
    params,
    if_match: etag,
    body: { title: '新标题', number: '〔2022〕3号' },
  })
  t.match(titled.body, { title: '新标题', number: '〔2022〕3号', findings: body.findings })
  const lines = [line(two), line(one), line(two, { place: '首页' })]
  const replaced = await leader(noticeOperations.changeNotice, {
    params,
    if_match: titled.etag,
    body: { findings: lines },
  })
  t.same(
    replaced.body.findings.map(({ number, unit_id }) => [number, unit_id]),
    [
      [1, two],
      [2, one],
      [3, two],
    ],
  )
  t.equal(replaced.body.title, '新标题')
  const read = await leader(noticeOperations.getNotice, { params })
  t.same(read.body, replaced.body)
  t.equal(read.etag, replaced.etag)
  const foreign = { findings: [line('0190b3d0-0000-7000-8000-000000000000')] }
  const unknown = await leader(noticeOperations.changeNotice, {
    params,
    if_match: read.etag,
    body: foreign,
  })
  t.equal(unknown.code, 'UNKNOWN_REFERENCE')
  t.equal((await leader(noticeOperations.getNotice, { params })).etag, read.etag, 'unchanged')
})

t.test('the text of a notice becomes a draft ledger, and nothing is kept of it', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const handler = server.as(server.office.officer('office.handler'))
  const text = readFileSync('example/notice.txt', 'utf8')
  const { status, body } = await handler(noticeOperations.readNotice, { body: { text } })
  t.equal(status, 200)
  t.match(body, { number: '青府办函〔2025〕61号', issued_on: '2025-09-08' })
  t.match(body.deadlines, [{ kind: 'feedback', date: '2025-09-30', text: '2025年9月30日前' }])
  t.ok(body.findings.length > 30, `${body.findings.length} findings`)
  const points = Array.from(text)
  for (const { sentence, start, end } of body.findings)
    t.equal(points.slice(start, end).join(''), sentence)
  t.strictSame((await handler(noticeOperations.listNotices)).body.items, [])
  const long = await handler(noticeOperations.readNotice, { body: { text: '长'.repeat(100_001) } })
  t.match(long.problem.errors, [{ pointer: '/text', code: 'TOO_LONG' }])
})

t.test('who issues a draft has seen its lines as they are', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const leader = server.as(server.office.officer('office.leader'))
  const drafted = await leader(noticeOperations.draftNotice, { body: draft(server) })
  const [line] = drafted.body.findings
  const params = { id: line?.finding_id ?? '' }
  const { etag } = await leader(findingOperations.getFinding, { params })
  const body = { reason_code: 'duplicate', grounds: '重复' }
  const withdrawn = await leader(commandOperations.withdraw, { params, if_match: etag, body })
  t.equal(withdrawn.status, 200, withdrawn.text)
  const notice = { params: { id: drafted.body.id } }
  const stale = await leader(noticeOperations.issueNotice, { ...notice, if_match: drafted.etag })
  t.equal(stale.code, 'STALE')
  const issued = await leader(noticeOperations.issueNotice, { ...notice, if_match: stale.etag })
  t.equal(issued.body.dispatched, 1, issued.text)
})

t.test('only a leader issues, in person or by a paper a handler enters', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office, as } = server
  const { params, etag } = await drafted(server)
  const handler = as(office.officer('office.handler'))
  const denied = await handler(noticeOperations.issueNotice, { params, if_match: etag })
  t.equal(denied.status, 403)
  t.equal(denied.code, 'ROLE_NOT_ALLOWED')
  const entry = {
    signer_id: office.officer('office.leader').person_id,
    signed_on: '2022-09-05',
    paper_number: '签报1号',
  }
  const early = await handler(papers.enterSignedPaper, {
    body: { ...entry, signed_on: '2022-09-06' },
  })
  t.equal(early.code, 'FUTURE_DATE')
  const paper = await handler(papers.enterSignedPaper, { body: entry })
  t.equal(paper.status, 201, paper.text)
  const issued = await handler(noticeOperations.issueNotice, {
    params,
    if_match: etag,
    body: { signed_paper_id: paper.body.id },
  })
  t.equal(issued.status, 200, issued.text)
  const found = await handler(papers.getSignedPaper, { params: { id: paper.body.id } })
  t.same(found.body, paper.body)
  t.equal((await handler(papers.listSignedPapers)).body.items.length, 1)
})

t.test('of what is handled on paper no words come in, and none are shown', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const [one = ''] = server.office.units
  const leader = server.as(server.office.officer('office.leader'))
  const offline = line(one, { handling: 'offline', category: '涉密', place: null })
  const refused = await leader(noticeOperations.draftNotice, {
    body: draft(server, { findings: [line(one), { ...offline, sentence: '原句' }] }),
  })
  t.equal(refused.code, 'OFFLINE_ONLY')
  t.same(
    refused.problem.errors.map(({ pointer, line }) => [pointer, line]),
    [
      ['/findings/1/problem', 2],
      ['/findings/1/sentence', 2],
    ],
  )
  const { findings } = await issuedFindings(server, { findings: [{ ...offline, problem: null }] })
  const reporter = server.as(server.office.member(0))
  const { body } = await reporter(findingOperations.getFinding, {
    params: { id: findings[0] ?? '' },
  })
  t.match(body.finding, { problem: '线下保密渠道处置', category: '', place: null, sentence: null })
})
