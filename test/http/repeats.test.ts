import t from 'tap'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { assetOperations } from '../../src/contracts/register/assets.js'
import { instantOf } from '../../src/domain/instant.js'
import { jump } from '../helpers/case.js'
import { commandOperations, drafted, issuedFindings, line, MONDAY } from './notice.js'
import { type Send, testServer } from './support.js'
import { uploaded } from './uploads.js'

const REOPENED = { reason: '问题反弹' }

/** A unit's finding of its site, closed on the Monday it was issued, and a moment to issue another. */
async function closed(t: Parameters<typeof testServer>[0]) {
  const server = await testServer(t, { units: 2, clock: instantOf(MONDAY) })
  const { office, as } = server
  const [unit = '', other = ''] = office.units
  const people = {
    reporter: as(office.member(0)),
    handler: as(office.officer('office.handler')),
    reviewer: as(office.officer('office.reviewer')),
    admin: as(office.officer('admin')),
  }
  const site = { unit_id: unit, medium: 'website', name: '门户网站' }
  const { body: asset } = await people.admin(assetOperations.create, { body: site })
  const same = { indicator_id: 'WD-04', asset_id: asset.id }
  const { findings } = await issuedFindings(server, { findings: [line(unit, same)] })
  const id = findings[0] ?? ''
  const act = async (
    who: keyof typeof people,
    command: keyof typeof commandOperations,
    body: Record<string, unknown>,
    finding = id,
  ) => {
    const params = { id: finding }
    const { etag: if_match } = await people[who](findingOperations.getFinding, { params })
    return people[who](commandOperations[command], { params, if_match, body })
  }
  const evidence = [(await uploaded(server, office.member(0))).body.sha256]
  await act('reporter', 'respond', {
    ...{ result: 'fixed', cause: '无人维护', measures: '已更新', completed_on: '2022-09-05' },
    ...{ evidence, report: { on: '2022-09-05', report_number: '1号' } },
  })
  await act('handler', 'accept', { conclusion: '属实', retest_reason: '现场核实' })
  await act('reviewer', 'close', { conclusion: '同意' })
  await jump(office, instantOf('2022-09-06T02:00:00.000Z'))
  return { server, ...people, act, id, unit, other, same }
}

const DATED = { issued_on: '2022-09-06', number: '测函〔2022〕2号' }
const listed = async (send: Send, query: Record<string, string>) =>
  (await send(findingOperations.listFindings, { query })).body.items.map(({ id }) => id)

t.test('a problem that comes again is linked as it is issued, and told before', async (t) => {
  const { server, reporter, handler, act, id, unit, other, same } = await closed(t)
  const lines = [line(unit, same), line(unit, { indicator_id: 'WD-04' }), line(other, same)]
  const draft = await drafted(server, { ...DATED, findings: lines })
  const query = { dry_run: 'true' }
  const trial = await draft.leader(noticeOperations.issueNotice, { params: draft.params, query })
  const repeated = { problem: [id], kind: [] }
  t.strictSame(
    trial.body.slices.flatMap(({ findings }) => findings.map(({ repeats }) => repeats)),
    [repeated, { problem: [], kind: [id] }, null],
  )
  t.strictSame(
    trial.body.doubts.filter(({ kind }) => kind === 'problem_repeated').map(({ line }) => line),
    [1],
  )
  await draft.leader(noticeOperations.issueNotice, { params: draft.params, if_match: draft.etag })
  const [first = '', second = '', third = ''] = draft.body.findings.map((one) => one.finding_id)
  t.strictSame(await listed(handler, { repeat: 'problem' }), [first])
  t.strictSame(await listed(handler, { repeat: 'kind' }), [second])
  const params = { id: first }
  const told = await reporter(findingOperations.getFinding, { params })
  t.strictSame(told.body.finding.repeats, repeated)
  const { body } = await reporter(findingOperations.listFindingEvents, { params })
  t.match(body.items, [{ type: 'issued', data: { repeats: repeated } }])

  // Another unit is told nothing of whose earlier findings it has come to repeat.
  await act('reviewer', 'reassign', { unit_id: other, reason: '由其主管' }, first)
  const moved = await handler(findingOperations.getFinding, { params })
  t.equal(moved.body.finding.repeats, null)
  t.equal((await handler(findingOperations.getFinding, { params: { id: third } })).status, 200)
})

t.test('what was seen again is taken up by another finding instead of reopening it', async (t) => {
  const { server, handler, act, id, unit, other } = await closed(t)
  const following = (more: object = {}) => [line(unit, { follows: id, ...more })]
  const early = await drafted(server, { ...DATED, findings: following() })
  const issue = (one: Awaited<ReturnType<typeof drafted>>) =>
    one.leader(noticeOperations.issueNotice, { params: one.params, if_match: one.etag })
  const refused = (code: string) => [{ pointer: '/findings/0/follows', line: 1, code }]
  t.match((await issue(early)).problem.errors, refused('NOT_IN_THIS_STATE'), 'not seen again')
  const seen = { result: 'fail', observed_at: instantOf('2022-09-06T01:00:00.000Z'), seen: '停更' }
  await act('handler', 'record_retest', seen)
  t.strictSame(await listed(handler, { lookback: 'failed' }), [id])
  const foreign = await drafted(server, {
    ...{ ...DATED, number: '测函〔2022〕3号' },
    findings: [line(other, { follows: id })],
  })
  t.match((await issue(foreign)).problem.errors, refused('NOT_IN_THIS_STATE'), 'another unit’s')
  t.equal((await issue(early)).status, 200)
  const [followed = ''] = early.body.findings.map((one) => one.finding_id)
  const shown = await handler(findingOperations.getFinding, { params: { id: followed } })
  t.strictSame(shown.body.finding.repeats, { problem: [id], kind: [] })
  t.strictSame(await listed(handler, { lookback: 'failed' }), [], 'nobody has to decide any more')
  const withdrawn = { reason_code: 'false_alarm', grounds: '误判' }
  await act('reviewer', 'withdraw', withdrawn, followed)
  t.strictSame(await listed(handler, { lookback: 'failed' }), [id], 'unless that was none')
  t.equal((await act('reviewer', 'reopen', REOPENED)).status, 200)
  t.match((await issue(foreign)).problem.errors, refused('NOT_IN_THIS_STATE'), 'reopened')
})
