import t from 'tap'
import { v7 } from 'uuid'
import { createDeps } from '../../src/commands/create-deps.js'
import { createOffice } from '../../src/commands/office.js'
import { commandOperations, findingOperations } from '../../src/contracts/findings/operations.js'
import { meOperations } from '../../src/contracts/me.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { unitOperations } from '../../src/contracts/register/units.js'
import { sqlb } from '../../src/db/handle.js'
import { insertMemberships } from '../../src/db/membership.js'
import { DEFAULT_HOURS } from '../../src/domain/hours.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { draft, issuedFindings, MONDAY } from './notice.js'
import { testServer } from './support.js'

t.test('S11 a seat as administrator opens no other unit’s case to a reporter', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office, as } = server
  const { office_id } = office
  const { findings } = await issuedFindings(server)
  const both = office.member(0)
  const seat = { id: v7(), office_id, person_id: both.person_id, unit_id: null }
  const days = { from_on: dateOf('2000-01-01'), until_on: null }
  await insertMemberships(office.owner, [{ ...seat, role: 'admin', ...days }])
  const send = as(both)
  const listed = await send(findingOperations.listFindings)
  t.same(
    listed.body.items.map(({ unit_id }) => unit_id),
    [office.units[0]],
  )
  const other = { id: findings[1] ?? '' }
  t.equal((await send(findingOperations.getFinding, { params: other })).code, 'NOT_FOUND')
  const meddling = { params: other, if_match: '"1"', body: { text: '看看', audience: 'unit' } }
  t.equal((await send(commandOperations.comment, meddling)).code, 'NOT_FOUND')
  const units = await send(unitOperations.list)
  t.equal(units.body.items.length, 2, 'where the seat is asked for, it is one')
})

t.test('an office somebody has left need not be ruled out by name', async (t) => {
  const { as, office } = await testServer(t, { units: 1 })
  const person = office.officer('office.handler')
  const hours = DEFAULT_HOURS
  const admin = { name: '同一人', email: null, issuer: 'test', subject: person.person_id }
  const other = await createOffice(
    createDeps(office.owner, () => undefined),
    {
      name: '原办公室',
      zone: 'Asia/Shanghai',
      hours,
      duty_phone: null,
      rehearsal_start: null,
      admin,
    },
  )
  const left = sqlb
    .updateTable('membership')
    .set({ from_on: dateOf('2000-01-01'), until_on: dateOf('2001-01-01') })
  await office.owner.run(left.where('office_id', '=', other.office_id))
  const { status, body } = await as(person)(meOperations.getMe)
  t.equal(status, 200)
  t.same(
    body.offices.map(({ id }) => id),
    [office.office_id],
  )
})

t.test('an inspector reads what has been issued and nothing the office says inside', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office, as } = server
  const { notice_id, findings } = await issuedFindings(server)
  const handler = as(office.officer('office.handler'))
  const inspector = as(office.officer('inspector'))
  const unissued = await handler(noticeOperations.draftNotice, { body: draft(server) })
  const params = { id: findings[0] ?? '' }
  const say = async (send: typeof handler, audience: string, text: string) => {
    const { etag: if_match } = await send(findingOperations.getFinding, { params })
    return send(commandOperations.comment, { params, if_match, body: { audience, text } })
  }
  await say(handler, 'office', '内部意见')
  await say(handler, 'unit', '请尽快')

  const notices = await inspector(noticeOperations.listNotices)
  t.same(
    notices.body.items.map(({ id }) => id),
    [notice_id],
  )
  const hidden = { params: { id: unissued.body.id } }
  t.equal((await inspector(noticeOperations.getNotice, hidden)).code, 'NOT_FOUND')
  const line = { params: { id: unissued.body.findings[0]?.finding_id ?? '' } }
  t.equal((await inspector(findingOperations.getFinding, line)).code, 'NOT_FOUND')
  const listed = await inspector(findingOperations.listFindings)
  t.same(listed.body.items.map(({ id }) => id).toSorted(), findings.toSorted(), 'of every unit')

  const body = { result: 'fail', observed_at: MONDAY, seen: '仍未更新' }
  const { etag: if_match } = await inspector(findingOperations.getFinding, { params })
  const tested = await inspector(commandOperations.record_retest, { params, if_match, body })
  t.equal(tested.body.finding.fixed, 'no')
  t.equal((await say(inspector, 'office', '供内部参考')).status, 200)
  const history = await inspector(findingOperations.listFindingEvents, { params })
  t.same(
    history.body.items.map(({ type, texts }) => [type, texts?.['text'] ?? null]),
    [
      ['issued', null],
      ['commented', '请尽快'],
      ['retest_recorded', null],
      ['commented', '供内部参考'],
    ],
  )
})
