import t from 'tap'
import { catchUp } from '../../src/commands/catch-up.js'
import { commandOperations } from '../../src/contracts/findings/operations.js'
import { slipOperations } from '../../src/contracts/slips.js'
import { sqlb } from '../../src/db/handle.js'
import { instantOf } from '../../src/domain/instant.js'
import { issuedFindings, line, MONDAY } from './notice.js'
import { type TestServer, testServer } from './support.js'

/** Two overdue findings of one unit and one of another, so many of them taken up by the clock. */
async function overdue(server: TestServer, until: string, caught = 3) {
  const { office } = server
  const unit = office.units[0] ?? ''
  const { findings } = await issuedFindings(server, {
    findings: [line(unit), line(unit, { problem: '二' }), line(office.units[1] ?? '')],
  })
  const handler = server.as(office.officer('office.handler'))
  const params = { id: findings[0] ?? '' }
  await handler(commandOperations.record_contact, {
    params,
    if_match: '"1"',
    body: { whom: '王科长', at: MONDAY, words: '已催' },
  })
  const clock = sqlb.updateTable('office').set({ standing_clock: instantOf(until) })
  await office.owner.run(clock.where('id', '=', office.office_id))
  await catchUp(office.worker, office.office_id, findings.slice(0, caught))
  return { findings, handler }
}

t.test('overdue findings of a unit wait on one slip for a signature', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office, as } = server
  const { findings, handler } = await overdue(server, '2022-09-22T02:00:00.000Z')
  const drafts = await handler(slipOperations.listSlips, { query: { status: 'draft' } })
  const slip = drafts.body.items.find(({ unit_id }) => unit_id === office.units[0])
  t.match(slip, { rung: 2, rung_label: '催办单', number: null })
  t.same(slip?.findings.toSorted(), findings.slice(0, 2).toSorted())
  const params = { id: slip?.id ?? '' }
  const reporter = as(office.member(0))
  t.equal((await reporter(slipOperations.getSlip, { params })).status, 404, 'unissued')
  t.equal((await reporter(slipOperations.listSlips)).body.items.length, 0)

  const read = await handler(slipOperations.getSlip, { params })
  t.equal(read.body.findings.length, 2)
  t.ok(read.body.findings.every((one) => one.overdue))
  const contacts = read.body.findings[0]?.contacts.map(({ type, whom }) => [type, whom])
  t.same(
    contacts?.find(([type]) => type === 'contact_recorded'),
    ['contact_recorded', '王科长'],
  )
  t.ok(contacts?.some(([type]) => type === 'fell_due'))

  const body = {
    ...{ number: '催〔2022〕1号', addressee: '测试单位1办公室' },
    ...{ copies: ['市政府督查室', '测试单位2'], text: '请于三日内办结并书面反馈。' },
  }
  const denied = await handler(slipOperations.issueSlip, { params, if_match: read.etag, body })
  t.equal(denied.code, 'ROLE_NOT_ALLOWED', 'a handler does not sign')
  const reviewer = as(office.officer('office.reviewer'))
  const nameless = await reviewer(slipOperations.issueSlip, { params, if_match: read.etag })
  t.equal(nameless.code, 'FIELD_REQUIRED')
  t.match(nameless.problem.errors, [{ pointer: '/number' }])
  const issued = await reviewer(slipOperations.issueSlip, { params, if_match: read.etag, body })
  t.match(issued.body, { ...body, status: 'issued', findings: slip?.findings })
  const again = await reviewer(slipOperations.issueSlip, { params, if_match: read.etag, body })
  t.equal(again.code, 'STALE')
  t.equal(again.etag, issued.etag)

  const seen = await reporter(slipOperations.getSlip, { params })
  t.equal(seen.status, 200)
  t.match(seen.body, body, 'whom it is to, whom it is copied to, and what it says')
  const told = seen.body.findings.flatMap(({ contacts }) => contacts)
  const call = told.find(({ type }) => type === 'contact_recorded')
  t.match(call, { at: MONDAY, whom: '王科长', words: null }, 'that it was made, not what was noted')
  const signed = await reporter(slipOperations.acknowledgeSlip, { params, if_match: seen.etag })
  t.equal(signed.body.status, 'acknowledged')
  const other = await as(office.member(1))(slipOperations.acknowledgeSlip, {
    params,
    if_match: signed.etag,
  })
  t.equal(other.code, 'NOT_FOUND')
  const withdrawn = await reviewer(slipOperations.withdrawSlip, {
    params,
    if_match: signed.etag,
    body: { reason: '数据有误' },
  })
  t.match(withdrawn.body, { status: 'withdrawn', reason: '数据有误' })
})

t.test('a slip that has grown is not signed by somebody who has not seen it', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office, as } = server
  const { findings } = await overdue(server, '2022-09-22T02:00:00.000Z', 1)
  const reviewer = as(office.officer('office.reviewer'))
  const [slip] = (await reviewer(slipOperations.listSlips)).body.items
  const params = { id: slip?.id ?? '' }
  const seen = await reviewer(slipOperations.getSlip, { params })
  t.equal(seen.body.findings.length, 1)
  await catchUp(office.worker, office.office_id, findings)
  const body = { number: '催〔2022〕1号' }
  const stale = await reviewer(slipOperations.issueSlip, { params, if_match: seen.etag, body })
  t.equal(stale.code, 'STALE')
  const grown = await reviewer(slipOperations.getSlip, { params })
  t.equal(grown.etag, stale.etag)
  t.equal(grown.body.findings.length, 2)
  await catchUp(office.worker, office.office_id, findings)
  const issued = await reviewer(slipOperations.issueSlip, { params, if_match: grown.etag, body })
  t.equal(issued.status, 200, 'nothing joined since')
})

t.test('a proposal to the leader is decided inside and says nothing to the unit', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office, as } = server
  await overdue(server, '2022-10-21T02:00:00.000Z')
  const leader = as(office.officer('office.leader'))
  const drafts = await leader(slipOperations.listSlips, { query: { status: 'draft' } })
  const proposal = drafts.body.items.find(({ unit_id }) => unit_id === office.units[0])
  t.equal(proposal?.rung, 5)
  const params = { id: proposal?.id ?? '' }
  const issued = await leader(slipOperations.issueSlip, {
    params,
    if_match: `"${proposal?.revision}"`,
    body: { number: '请示〔2022〕1号' },
  })
  t.equal(issued.body.status, 'issued', issued.text)
  const reporter = as(office.member(0))
  t.equal((await reporter(slipOperations.getSlip, { params })).code, 'NOT_FOUND')
  const said = sqlb.selectFrom('message').select('kind').where('slip_id', '=', params.id)
  t.same(await office.owner.run(said), [])
})

t.test(
  'a slip whose findings are answered cannot be issued, and a higher one waits for the leader',
  async (t) => {
    const server = await testServer(t, { clock: instantOf(MONDAY) })
    const { office, as } = server
    const { findings, handler } = await overdue(server, '2022-09-26T02:00:00.000Z')
    const drafts = await handler(slipOperations.listSlips, { query: { status: 'draft' } })
    const yellow = drafts.body.items.find(({ unit_id }) => unit_id === office.units[0])
    t.match(yellow, { rung: 3, rung_label: '黄色督办单' })
    const reviewer = as(office.officer('office.reviewer'))
    const params = { id: yellow?.id ?? '' }
    const if_match = `"${yellow?.revision}"`
    const body = { number: '督〔2022〕1号' }
    const denied = await reviewer(slipOperations.issueSlip, { params, if_match, body })
    t.equal(denied.code, 'LEADER_REQUIRED')

    const third = drafts.body.items.find(({ unit_id }) => unit_id === office.units[1])
    const finding = { id: findings[2] ?? '' }
    const leader = as(office.officer('office.leader'))
    const withdraw = await leader(commandOperations.withdraw, {
      params: finding,
      if_match: (
        await leader(commandOperations.comment, {
          params: finding,
          if_match: '"2"',
          body: { text: '核实', audience: 'office' },
        })
      ).etag,
      body: { reason_code: 'false_alarm', grounds: '误报' },
    })
    t.equal(withdraw.status, 200, withdraw.text)
    const superseded = await leader(slipOperations.issueSlip, {
      params: { id: third?.id ?? '' },
      if_match: '"2"',
      body,
    })
    t.equal(superseded.code, 'SUPERSEDED', superseded.text)
  },
)
