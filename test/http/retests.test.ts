import t, { type Test } from 'tap'
import { catchUp } from '../../src/commands/catch-up.js'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { retestOperations as operations } from '../../src/contracts/retests.js'
import { statement } from '../../src/db/handle.js'
import { instantOf } from '../../src/domain/instant.js'
import { jump } from '../helpers/case.js'
import { act, closeFinding } from './closing.js'
import { bearing, scene, TOOL } from './machines.js'
import { NOBODY } from './minimal.js'
import { issuedFindings, line } from './notice.js'
import type { Send } from './support.js'
import { uploaded } from './uploads.js'

const EXPIRE = statement<never>(
  `update retest set lease_until = clock_timestamp() - interval '1 second' where id = $1`,
)
const SEEN = { result: 'pass', seen: '页面日期为2022年9月5日' }

/** An office with two tools and one finding of its first unit, which is updated fortnightly. */
async function setting(t: Test, indicator_id = 'WD-04') {
  const { server, office, as, enter, tool } = await scene(t)
  const other = await enter({ ...TOOL, name: '另一家', tool: 'other' })
  const lines = [line(office.units[0] ?? '', { indicator_id })]
  const { findings } = await issuedFindings(server, { findings: lines })
  const id = findings[0] ?? ''
  const reporter = as(office.member(0))
  const answer = async () => {
    const evidence = [(await uploaded(server, office.member(0))).body.sha256]
    return act(reporter, id, 'respond', {
      ...{ result: 'fixed', cause: '无人维护', measures: '已更新', completed_on: '2022-09-05' },
      evidence,
    })
  }
  return {
    ...{ server, office, as, id, answer, reporter },
    patrol: bearing(server, tool.body.key),
    other: bearing(server, other.body.key),
    handler: as(office.officer('office.handler')),
  }
}

const open = async (send: Send) =>
  (await send(operations.listRetests, { query: { status: 'open' } })).body.items
const claim = (send: Send, id: string, body: object = {}) =>
  send(operations.claimRetest, { params: { id }, body })
const report = (send: Send, id: string, body: object) =>
  send(operations.reportRetest, { params: { id }, body: { ...SEEN, ...body } })

t.test('an answer asks for a re-test, whose result is a fact and no decision', async (t) => {
  const { id, answer, patrol, other, handler, reporter, office } = await setting(t)
  t.strictSame(await open(patrol), [])
  await answer()
  const [task, ...more] = await open(patrol)
  t.strictSame(more, [])
  t.match(task, {
    ...{ finding_id: id, reason: 'answer', round: 1, status: 'open', claim: 0, outcome: null },
    object: { indicator_id: 'WD-04', place: '工作动态' },
  })
  const of = task?.id ?? ''

  const both = await Promise.all([claim(patrol, of), claim(other, of), claim(patrol, of)])
  t.strictSame(
    both.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409, 409],
  )
  const won = both.find(({ status }) => status === 200)
  t.match(won?.body, { claim: 1, status: 'claimed' })
  t.equal(both.find(({ status }) => status === 409)?.code, 'RETEST_TAKEN')
  const [winner, loser] = both[1]?.status === 200 ? [other, patrol] : [patrol, other]
  t.strictSame(await open(loser), [])
  t.equal((await report(loser, of, { claim: 1 })).code, 'RETEST_TAKEN')

  const told = await report(winner, of, { claim: 1, screenshot: 'shot/1.png' })
  t.equal(told.status, 200, told.text)
  t.match(told.body, { status: 'done', outcome: { ...SEEN, screenshot: 'shot/1.png' } })
  const again = await report(winner, of, { claim: 1 })
  t.strictSame(again.body.outcome, told.body.outcome, 'sent again it changes nothing')
  t.equal((await report(winner, of, { claim: 1, result: 'fail' })).code, 'NOT_IN_THIS_STATE')

  const { body } = await handler(findingOperations.getFinding, { params: { id } })
  t.match(body.finding, { state: 'responded', fixed: 'yes', retest: { result: 'pass', round: 1 } })
  const events = await reporter(findingOperations.listFindingEvents, { params: { id } })
  const recorded = events.body.items.filter(({ type }) => type === 'retest_recorded')
  t.equal(recorded.length, 1)
  t.match(recorded[0], {
    ...{ actor_id: null, actor_role: 'inspector', texts: { seen: SEEN.seen } },
    service_account_id: won?.body.claimed_by,
  })
  const view = await handler(operations.getFindingRetests, { params: { id } })
  t.match(view.body, {
    ...{ before: null, proposal: null, after: { ...SEEN, round: 1, screenshot: 'shot/1.png' } },
    tasks: [{ id: of, status: 'done' }],
  })
  t.equal(
    (await reporter(operations.getFindingRetests, { params: { id } })).code,
    'ROLE_NOT_ALLOWED',
  )
  t.equal((await reporter(operations.listRetests)).code, 'ROLE_NOT_ALLOWED')
  t.ok(office)
})

t.test('whose claim ran out may still tell until another has the task', async (t) => {
  const { answer, patrol, other, office, handler, id } = await setting(t)
  await answer()
  const of = (await open(patrol))[0]?.id ?? ''
  const first = await claim(patrol, of, { minutes: 1 })
  const longer = await claim(patrol, of, { minutes: 60, claim: 1 })
  t.ok((longer.body.lease_until ?? '') > (first.body.lease_until ?? ''), 'kept for longer')
  t.equal(longer.body.claim, 1)

  await office.owner.run(EXPIRE(of))
  t.match(await open(other), [{ id: of, status: 'open' }], 'it is given back')
  t.equal((await claim(other, of)).body.claim, 2)
  t.equal((await report(patrol, of, { claim: 1 })).code, 'RETEST_TAKEN')
  t.equal((await claim(patrol, of, { claim: 1 })).code, 'RETEST_TAKEN')

  await office.owner.run(EXPIRE(of))
  t.equal((await report(other, of, { claim: 2, result: 'fail' })).status, 200, 'nobody else has it')
  const view = await handler(operations.getFindingRetests, { params: { id } })
  t.match(view.body.after, { result: 'fail' })
})

t.test('who decides without it, or asks anew, ends the task', async (t) => {
  const { id, answer, patrol, handler, server, as, office } = await setting(t)
  await answer()
  const first = (await open(patrol))[0]?.id ?? ''
  await claim(patrol, first)
  await act(handler, id, 'return', {
    ...{ kind: 'formal', reasons: ['evidence_missing'] },
    points: [{ claim: '已更新', comment: '未附截图' }],
  })
  t.equal((await report(patrol, first, { claim: 1 })).code, 'NOT_IN_THIS_STATE')
  await answer()
  const [second, ...more] = await open(patrol)
  t.strictSame(more, [])
  t.match(second, { round: 2 })
  const ended = await handler(operations.listRetests, { query: { status: 'cancelled' } })
  t.match(ended.body.items, [{ id: first, cancelled_why: 'superseded', cancelled_by: null }])

  const params = { id }
  const asked = await handler(operations.askRetest, { params, body: { reason: '再看一次' } })
  t.equal(asked.status, 201, asked.text)
  t.match(asked.body, { reason: 'asked', asked_because: '再看一次' })
  t.equal((await handler(operations.askRetest, { params, body: {} })).code, 'ALREADY_EXISTS')
  const cancel = { params: { id: asked.body.id }, body: { reason: '不需要了' } }
  t.match((await handler(operations.cancelRetest, cancel)).body, {
    ...{ status: 'cancelled', cancelled_why: 'by_hand', cancelled_because: '不需要了' },
  })
  t.equal((await handler(operations.cancelRetest, cancel)).code, 'NOT_IN_THIS_STATE')

  await act(as(office.officer('office.reviewer')), id, 'withdraw', {
    ...{ reason_code: 'false_alarm', grounds: '误列' },
  })
  t.strictSame(await open(patrol), [])
  t.equal((await handler(operations.askRetest, { params, body: {} })).code, 'NOT_IN_THIS_STATE')
  t.ok(server)
})

t.test('a tool comes to what is asked of it, and of no other', async (t) => {
  const { id, patrol, other, handler, answer, office, as } = await setting(t)
  const params = { id }
  const asked = await handler(operations.askRetest, { params, body: { tool: 'other' } })
  t.strictSame(await open(patrol), [])
  t.equal((await claim(patrol, asked.body.id)).code, 'NOT_FOUND')
  t.equal((await report(patrol, asked.body.id, { claim: 1 })).code, 'NOT_FOUND')
  t.equal((await claim(patrol, NOBODY)).code, 'NOT_FOUND')
  t.match(await open(other), [{ id: asked.body.id, tool: 'other' }])
  for (const role of ['office.handler', 'inspector'] as const) {
    const self = as(office.officer(role))
    t.equal((await claim(self, asked.body.id)).code, 'ROLE_NOT_ALLOWED', 'people record it there')
  }

  // What was seen before the answer judges no answer.
  await claim(other, asked.body.id)
  const early = await report(other, asked.body.id, { claim: 1, result: 'fail', seen: '仍未更新' })
  t.equal(early.status, 200, early.text)
  await answer()
  const view = await handler(operations.getFindingRetests, { params })
  t.match(view.body, { before: { result: 'fail', round: null }, after: null })
})

t.test('a look-back is the same sort of task, and a repaired page ends it', async (t) => {
  const { id, server, office, patrol, handler } = await setting(t)
  await closeFinding(server, id)
  t.strictSame(await open(patrol), [], 'closed: nobody waits for what the answer had asked for')
  await jump(office, instantOf('2022-09-22T23:30:00.000Z'))
  await catchUp(office.worker, office.office_id, [id])
  const [task] = await open(patrol)
  t.match(task, { finding_id: id, reason: 'lookback', lookback: 1, round: null })
  const of = task?.id ?? ''
  await claim(patrol, of)
  t.equal((await report(patrol, of, { claim: 1 })).status, 200)
  const { body } = await handler(findingOperations.getFinding, { params: { id } })
  t.match(body.finding, { lookback: null, seen_again: false })
  const done = await handler(operations.listRetests, { query: { status: 'done' } })
  t.match(done.body.items, [{ id: of }])
})
