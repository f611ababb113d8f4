import t from 'tap'
import { commandOperations } from '../../src/contracts/findings/operations.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { instantOf } from '../../src/domain/instant.js'
import { draft, drafted, issuedFindings, line, MONDAY } from './notice.js'
import { testServer } from './support.js'

const NOBODY = '0190b3d0-0000-7000-8000-000000000000'

t.test('what a draft names and there is not is told field by field', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office } = server
  const leader = server.as(office.officer('office.leader'))
  const findings = [
    line(NOBODY),
    line(office.units[0] ?? ''),
    line(office.units[0] ?? '', { asset_id: NOBODY, handler_id: office.units[0] }),
  ]
  const refused = await leader(noticeOperations.draftNotice, {
    body: draft(server, { signer_id: NOBODY, findings }),
  })
  t.equal(refused.code, 'UNKNOWN_REFERENCE')
  const told = refused.problem.errors.map(({ line, pointer, code }) => [line, pointer, code])
  t.same(told, [
    [null, '/signer_id', 'UNKNOWN_ID'],
    [1, '/findings/0/unit_id', 'UNKNOWN_ID'],
    [3, '/findings/2/asset_id', 'UNKNOWN_ID'],
    [3, '/findings/2/handler_id', 'UNKNOWN_ID'],
  ])
  t.equal((await leader(noticeOperations.listNotices)).body.items.length, 0)
  const known = await drafted(server)
  const changed = await leader(noticeOperations.changeNotice, {
    params: known.params,
    if_match: known.etag,
    body: { findings: findings.slice(0, 1) },
  })
  t.match(changed.problem.errors, [{ pointer: '/findings/0/unit_id', line: 1 }])
})

t.test('a number used once is found before issuing', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const number = '云府办函〔2022〕5号'
  await issuedFindings(server, { number })
  const { leader, params, etag } = await drafted(server, { number })
  const query = { dry_run: true }
  const tried = await leader(noticeOperations.issueNotice, { params, query, key: null })
  const taken = [{ in: 'body', pointer: '/number', code: 'TAKEN', line: null }]
  t.match(tried.body.problems, taken)
  const issued = await leader(noticeOperations.issueNotice, { params, if_match: etag })
  t.equal(issued.code, 'ALREADY_EXISTS')
  t.match(issued.problem.errors, taken)
})

t.test('a signed paper there is not is named as such, wherever one is used', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const handler = server.as(server.office.officer('office.handler'))
  const { findings, notice_id } = await issuedFindings(server)
  const body = { signed_paper_id: NOBODY }
  const { params, etag } = await drafted(server)
  const finding = { params: { id: findings[0] ?? '' }, if_match: '"1"', body }
  const answers = [
    await handler(noticeOperations.issueNotice, { params, if_match: etag, body }),
    await handler(noticeOperations.issueNotice, { params, query: { dry_run: true }, body }),
    await handler(commandOperations.exempt_report, finding),
  ]
  for (const { code, problem } of answers) {
    t.equal(code, 'UNKNOWN_REFERENCE')
    t.match(problem.errors, [{ in: 'body', pointer: '/signed_paper_id', code: 'UNKNOWN_ID' }])
  }
  const unit_id = server.office.units[0] ?? ''
  const slice = { params: { id: notice_id, unit_id }, if_match: '"1"', body }
  const reporter = server.as(server.office.member(0))
  const signed = await reporter(noticeOperations.acknowledgeSlice, slice)
  t.match(signed.problem.errors, [{ pointer: '/signed_paper_id', code: 'UNKNOWN_FIELD' }])
})
