import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { assetOperations } from '../../src/contracts/register/assets.js'
import { lockFindings } from '../../src/db/finding.js'
import { transaction } from '../../src/db/transaction.js'
import { instantOf } from '../../src/domain/instant.js'
import { jump } from '../helpers/case.js'
import { act, closeFinding } from './closing.js'
import { drafted, issuedFindings, line, MONDAY } from './notice.js'
import { type Send, testServer } from './support.js'

const REOPENED = { reason: '问题反弹' }

/** A unit's finding of its site, closed on the Monday it was issued, and a moment to issue another. */
async function closed(t: Parameters<typeof testServer>[0]) {
  const server = await testServer(t, { units: 2, clock: instantOf(MONDAY) })
  const { office, as } = server
  const [unit = '', other = ''] = office.units
  const people = {
    reporter: as(office.member(0)),
    neighbour: as(office.member(1)),
    leader: as(office.officer('office.leader')),
    handler: as(office.officer('office.handler')),
    reviewer: as(office.officer('office.reviewer')),
    admin: as(office.officer('admin')),
  }
  const site = { unit_id: unit, medium: 'website', name: '门户网站' }
  const { body: asset } = await people.admin(assetOperations.create, { body: site })
  const same = { indicator_id: 'WD-04', asset_id: asset.id }
  const { findings } = await issuedFindings(server, { findings: [line(unit, same)] })
  const id = findings[0] ?? ''
  await closeFinding(server, id)
  await jump(office, instantOf('2022-09-06T02:00:00.000Z'))
  return { server, ...people, id, unit, other, same }
}

const DATED = { issued_on: '2022-09-06', number: '测函〔2022〕2号' }
const listed = async (send: Send, query: Record<string, string>) =>
  (await send(findingOperations.listFindings, { query })).body.items.map(({ id }) => id)

t.test('a problem that comes again is linked as it is issued, and told before', async (t) => {
  const { server, reporter, handler, reviewer, id, unit, other, same } = await closed(t)
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
  await act(reviewer, first, 'reassign', { unit_id: other, reason: '由其主管' })
  const moved = await handler(findingOperations.getFinding, { params })
  t.equal(moved.body.finding.repeats, null)
  t.equal((await handler(findingOperations.getFinding, { params: { id: third } })).status, 200)
})

t.test('what was seen again is taken up by another finding instead of reopening it', async (t) => {
  const { server, handler, reviewer, neighbour, id, unit, other } = await closed(t)
  const following = (more: object = {}) => [line(unit, { follows: id, ...more })]
  const early = await drafted(server, { ...DATED, findings: following() })
  const issue = (one: Awaited<ReturnType<typeof drafted>>) =>
    one.leader(noticeOperations.issueNotice, { params: one.params, if_match: one.etag })
  const refused = (code: string) => [{ pointer: '/findings/0/follows', line: 1, code }]
  t.match((await issue(early)).problem.errors, refused('NOT_IN_THIS_STATE'), 'not seen again')
  const seen = { result: 'fail', observed_at: instantOf('2022-09-06T01:00:00.000Z'), seen: '停更' }
  await act(handler, id, 'record_retest', seen)
  t.strictSame(await listed(handler, { lookback: 'failed' }), [id])
  const again = await drafted(server, {
    ...{ ...DATED, number: '测函〔2022〕4号' },
    findings: following(),
  })
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
  const params = { id }
  const taken = await handler(findingOperations.getFinding, { params })
  t.match(taken.body.finding, { state: 'closed', followed_by: followed, seen_again: false })
  const history = await handler(findingOperations.listFindingEvents, { params })
  t.match(history.body.items.at(-1), { type: 'followed', data: { by: followed } })
  t.match((await issue(again)).problem.errors, refused('NOT_IN_THIS_STATE'), 'taken up already')
  t.equal((await act(reviewer, id, 'reopen', REOPENED)).code, 'EVIDENCE_REQUIRED')

  // The unit that it comes to later is not told what it follows.
  await act(reviewer, followed, 'reassign', { unit_id: other, reason: '由其主管' })
  const of = (send: Send) => send(noticeOperations.getNotice, { params: early.params })
  t.match((await of(handler)).body.findings, [{ finding_id: followed, follows: id }])
  t.match((await of(neighbour)).body.findings, [{ finding_id: followed, follows: null }])
})

t.test('a line follows no draft, nor anything that is not the office’s', async (t) => {
  const { server, leader, unit } = await closed(t)
  const draft = await drafted(server, DATED)
  const finding = draft.body.findings[0]?.finding_id
  const body = { findings: [line(unit, { follows: finding })] }
  const changed = await leader(noticeOperations.changeNotice, {
    ...{ params: draft.params, if_match: draft.etag, body },
  })
  t.match(changed.problem.errors, [{ pointer: '/findings/0/follows', code: 'UNKNOWN_ID', line: 1 }])
})

t.test('what was seen again goes one way, also where several try at once', async (t) => {
  for (const rival of ['reopen', 'follow'] as const) {
    const { server, handler, reviewer, id, unit } = await closed(t)
    const seen = {
      result: 'fail',
      observed_at: instantOf('2022-09-06T01:00:00.000Z'),
      seen: '停更',
    }
    await act(handler, id, 'record_retest', seen)
    const follower = async (number: string) => {
      const lines = [line(unit, { follows: id })]
      const draft = await drafted(server, { ...DATED, number, findings: lines })
      return () =>
        draft.leader(noticeOperations.issueNotice, { params: draft.params, if_match: draft.etag })
    }
    const one = await follower('测函〔2022〕5号')
    const two = await follower('测函〔2022〕6号')
    const other = rival === 'reopen' ? () => act(reviewer, id, 'reopen', REOPENED) : two
    // Both are under way when the finding comes free, so that neither has finished before the other looks.
    const told = await transaction(server.office.owner, async (tx) => {
      await lockFindings(tx, [id])
      const both = Promise.all([one(), other()])
      await sleep(500)
      return { both }
    }).then(({ both }) => both)
    const done = told.filter(({ status }) => status === 200)
    t.equal(done.length, 1, `${rival}: ${told.map(({ text }) => text.slice(0, 80)).join(' | ')}`)
    t.ok(
      told.every(({ status }) => status < 500),
      'and the other is told why not',
    )
  }
})
