import t from 'tap'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import {
  requestCommandOperations as acts,
  requestOperations as operations,
} from '../../src/contracts/requests.js'
import { instantOf } from '../../src/domain/instant.js'
import { jump } from '../helpers/case.js'
import { commandOperations, issuedFindings, MONDAY } from './notice.js'
import { type Send, type TestServer, testServer } from './support.js'
import { uploaded } from './uploads.js'

const ASKED = { new_date: '2022-09-30', reason_code: 'system_upgrade', progress: '正在改造' }
const GRANT = { verdict: 'granted', reason: '同意延期' }
const REFUSE = { verdict: 'refused', reason: '理由不充分' }

/** An office in which the first unit has asked for an extension of its finding. */
async function asked(t: Parameters<typeof testServer>[0]) {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const people = peopleOf(server)
  const { findings } = await issuedFindings(server)
  const params = { id: findings[0] ?? '' }
  const told = await people.signatory(commandOperations.request_extension, {
    ...{ params, body: ASKED, if_match: (await read(people.signatory, params.id)).etag },
  })
  const request = { id: told.body.finding.extension?.id ?? '' }
  return { server, ...people, params, told, request, others: findings.slice(1) }
}

function peopleOf({ as, office }: TestServer) {
  return {
    reporter: as(office.member(0)),
    signatory: as(office.member(0, 'unit.signatory')),
    foreign: as(office.member(1, 'unit.signatory')),
    handler: as(office.officer('office.handler')),
    reviewer: as(office.officer('office.reviewer')),
    leader: as(office.officer('office.leader')),
  }
}

const read = (send: Send, id: string) => send(findingOperations.getFinding, { params: { id } })
const list = async (send: Send, query: Record<string, unknown> = {}) =>
  (await send(operations.listRequests, { query })).body.items

t.test('a unit asks, a handler proposes, a reviewer grants, and the due is the date', async (t) => {
  const { signatory, handler, reviewer, params, request, told } = await asked(t)
  t.match(told.body.finding, { state: 'rectifying', extension: { new_date: '2022-09-30' } })
  const [one] = await list(handler, { status: 'pending' })
  t.match(one, {
    ...{ id: request.id, kind: 'extension', status: 'pending', finding_id: params.id },
    ...{ new_date: '2022-09-30', reason_code: 'system_upgrade', words: '正在改造' },
    ...{ proposal: null, decision: null, ended_at: null },
  })
  const seen = await handler(operations.getRequest, { params: request })
  t.equal(seen.etag, told.etag, 'the tag of the finding')
  const proposed = await handler(acts.propose_decision, {
    ...{ params: request, body: GRANT, if_match: seen.etag },
  })
  t.equal(proposed.status, 200)
  const [, forUnit] = [await list(handler), await list(signatory)]
  t.equal(forUnit[0]?.proposal, null, 'what is proposed stays in the office')
  t.match((await list(reviewer))[0]?.proposal, { verdict: 'granted', reason: '同意延期' })

  const stale = await reviewer(acts.decide_request, {
    ...{ params: request, body: GRANT, if_match: seen.etag },
  })
  t.equal(stale.status, 412)
  const decided = await reviewer(acts.decide_request, {
    ...{ params: request, body: GRANT, if_match: proposed.etag },
  })
  t.match(decided.body.finding, {
    ...{ extension: null, overdue: false, original_due: { date: '2022-09-16' } },
    due: { date: '2022-09-30', rule: 'extension_granted' },
  })
  const [ended] = await list(signatory, { status: 'granted' })
  t.match(ended, { id: request.id, decision: { verdict: 'granted', reason: '同意延期' } })
  t.equal(ended?.ended_at, MONDAY)
  const deadline = await signatory(findingOperations.getFindingDeadline, { params })
  t.match(deadline.body, { explanation: { rule: 'extension_granted', agrees: true } })
  t.match(deadline.body.changes.at(-1), { type: 'request_decided', due: { date: '2022-09-30' } })
})

t.test('two decisions at once: one is done, the other is told so', async (t) => {
  const { reviewer, leader, handler, request, told } = await asked(t)
  const proposed = await handler(acts.propose_decision, {
    ...{ params: request, body: REFUSE, if_match: told.etag },
  })
  const act = (send: Send, body: object) =>
    send(acts.decide_request, { params: request, body, if_match: proposed.etag })
  const answers = await Promise.all([act(reviewer, GRANT), act(leader, REFUSE)])
  t.same(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 412],
  )
  const late = answers.find(({ status }) => status === 412)
  const again = await reviewer(acts.decide_request, {
    ...{ params: request, body: GRANT, if_match: late?.etag ?? proposed.etag },
  })
  t.same([again.status, again.code], [409, 'NO_SUCH_REQUEST'])
})

t.test('a second after the due nothing is asked any more, and nothing moves', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { signatory } = peopleOf(server)
  const { findings } = await issuedFindings(server)
  const params = { id: findings[0] ?? '' }
  await jump(server.office, instantOf('2022-09-16T16:00:01.000Z'))
  const late = await signatory(commandOperations.request_extension, {
    ...{ params, body: ASKED, if_match: '"1"' },
  })
  t.equal(late.code, 'TOO_LATE_TO_ASK')
  t.equal(late.problem.title, '已超过申请期限')
  t.match((await read(signatory, params.id)).body.finding, { due: { date: '2022-09-16' } })
  t.same(await list(signatory), [])
})

t.test('another unit sees and does nothing, whoever asked may take it back', async (t) => {
  const { foreign, signatory, request, told } = await asked(t)
  t.same(await list(foreign), [])
  t.equal((await foreign(operations.getRequest, { params: request })).status, 404)
  const meddling = await foreign(acts.withdraw_request, {
    ...{ params: request, body: {}, if_match: told.etag },
  })
  t.equal(meddling.status, 404)
  const key = 'taken-back-once'
  const take = { params: request, body: { reason: '可按时完成' }, if_match: told.etag, key }
  const taken = await signatory(acts.withdraw_request, take)
  t.match(taken.body.finding, { extension: null, due: { date: '2022-09-16' } })
  const again = await signatory(acts.withdraw_request, take)
  t.same([again.status, again.text], [200, taken.text], 'the same answer under its key')
  t.match(await list(signatory), [{ status: 'withdrawn', decision: null }])
})

t.test('a dispute pauses, what is upheld is withdrawn, and the list is paged', async (t) => {
  const { signatory, reviewer, foreign, params, told, others } = await asked(t)
  const grounds = { grounds: '栏目当日已更新' }
  const raised = await signatory(commandOperations.dispute, {
    ...{ params, body: grounds, if_match: told.etag },
  })
  t.match(raised.body.finding.dispute, { pauses: true })
  const other = { id: others[0] ?? '' }
  await foreign(commandOperations.dispute, { params: other, body: grounds, if_match: '"1"' })
  const first = await reviewer(operations.listRequests, { query: { limit: 2 } })
  const { next } = first.body
  t.equal(first.body.items.length, 2)
  const rest = await reviewer(operations.listRequests, { query: { limit: 2, cursor: next ?? '' } })
  t.equal(rest.body.items.length, 1)
  t.equal((await list(reviewer, { kind: 'dispute' })).length, 2)
  t.equal((await list(reviewer, { finding: other.id })).length, 1)

  const upheld = await reviewer(acts.decide_request, {
    params: { id: raised.body.finding.dispute?.id ?? '' },
    body: { verdict: 'granted', reason: '经核实，检查结果有误' },
    if_match: raised.etag,
  })
  t.match(upheld.body.finding, { state: 'withdrawn', dispute: null, extension: null })
  const ended = await list(signatory)
  t.same(
    ended.map(({ kind, status }) => [kind, status]),
    [
      ['extension', 'lapsed'],
      ['dispute', 'granted'],
    ],
  )
})

t.test(
  'a fix plan answers what was asked, and after a reopening it may be asked again',
  async (t) => {
    const { server, signatory, handler, reviewer, leader, params, told } = await asked(t)
    const file = await uploaded(server, server.office.member(0))
    const evidence = [file.body.sha256]
    const said = {
      cause: '平台停止维护',
      measures: '迁移平台',
      completed_on: '2022-09-05',
      evidence,
    }
    const act = async (send: Send, name: keyof typeof commandOperations, body: object) => {
      const if_match = (await read(handler, params.id)).etag
      const answer = await send(commandOperations[name], { params, body, if_match })
      if (answer.status !== 200) throw new Error(`${name}: ${answer.text}`)
      return answer
    }
    t.equal(told.status, 200)
    const asked_before = { on: '2022-09-02', whom: '平台运营单位', evidence }
    await act(signatory, 'respond', { ...said, result: 'beyond_unit', asked: asked_before })
    const rounds = await signatory(findingOperations.listFindingRounds, { params })
    t.strictSame(rounds.body.items[0]?.asked, asked_before)
    const steps = [{ on: '2022-09-20', text: '完成迁移' }]
    const planned = await act(reviewer, 'accept_plan', {
      ...{ fixed_by: '2022-10-20', steps, conclusion: '可行' },
    })
    t.match(planned.body, { finding: { state: 'ongoing', extension: null } })
    t.match(await list(signatory), [{ status: 'lapsed', ended_at: MONDAY, decision: null }])

    await act(signatory, 'respond', {
      ...said,
      result: 'fixed',
      report: { on: '2022-09-05', report_number: '1号' },
    })
    await act(handler, 'accept', { conclusion: '属实', retest_reason: '现场核实' })
    await act(leader, 'close', { conclusion: '同意' })
    await act(reviewer, 'reopen', { reason: '反弹', evidence })
    const { finding } = (await read(signatory, params.id)).body
    const later = { ...ASKED, new_date: '2022-10-28' }
    t.ok((finding.due?.date ?? '') < later.new_date)
    await act(signatory, 'request_extension', later)
    t.same(
      (await list(signatory)).map(({ status }) => status),
      ['lapsed', 'pending'],
    )
  },
)
