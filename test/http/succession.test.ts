import t from 'tap'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { successionOperations } from '../../src/contracts/register/succession.js'
import { unitOperations } from '../../src/contracts/register/units.js'
import { instantOf } from '../../src/domain/instant.js'
import { commandOperations, issuedFindings, line, MONDAY } from './notice.js'
import { newKey, type Send, testServer } from './support.js'
import { uploaded } from './uploads.js'

const read = async (send: Send, id: string) =>
  (await send(findingOperations.getFinding, { params: { id } })).body.finding

/** Two notices: of the first unit a finding it has not signed for, one it has answered, one handled offline, and one more. */
async function closing(t: Parameters<typeof testServer>[0]) {
  const server = await testServer(t, { units: 3, clock: instantOf(MONDAY) })
  const { office, as } = server
  const [one = '', two = '', three = ''] = office.units
  const offline = line(one, { handling: 'offline', problem: undefined, place: undefined })
  const first = await issuedFindings(server, { findings: [line(one), line(one), offline] })
  const second = await issuedFindings(server, { findings: [line(one), line(two)] })
  const reporter = as(office.member(0))
  const [fresh = '', answered = '', secret = ''] = first.findings
  const evidence = [(await uploaded(server, office.member(0))).body.sha256]
  const claim = { result: 'fixed', cause: '无', measures: '已更新', completed_on: '2022-09-05' }
  await reporter(commandOperations.respond, {
    ...{ params: { id: answered }, body: { ...claim, evidence }, if_match: '"1"' },
  })
  const reviewer = as(office.officer('office.reviewer'))
  const move = (body: object, key = newKey(), send: Send = reviewer) =>
    send(successionOperations.reassignFindings, { params: { id: one }, body, key })
  const more = second.findings[0] ?? ''
  return { server, reviewer, move, one, two, three, fresh, answered, secret, more }
}

t.test('all that can go goes to the successor, and what cannot is told with why', async (t) => {
  const { server, reviewer, move, one, two, fresh, answered, secret, more } = await closing(t)
  const admin = server.as(server.office.officer('admin'))
  const unit = await admin(unitOperations.read, { params: { id: one } })
  const closed = { params: { id: one }, body: { status: 'closed' }, if_match: unit.etag }
  t.equal((await admin(unitOperations.change, closed)).status, 200)
  const key = newKey()
  const body = { successor_id: two, reason: '机构改革，职责划入' }
  const moved = await move(body, key)
  t.same(moved.body.reassigned.toSorted(), [fresh, more].toSorted())
  t.same(
    moved.body.left.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    [
      { finding_id: answered, code: 'NOT_IN_THIS_STATE' },
      { finding_id: secret, code: 'OFFLINE_ONLY' },
    ],
  )
  for (const id of moved.body.reassigned)
    t.match(await read(reviewer, id), { unit_id: two, state: 'notified', tenure: 2, returns: 0 })
  t.equal((await move(body, key)).text, moved.text, 'sent again, the same answer')
  const again = await move(body)
  t.same(again.body.reassigned, [], 'and nothing is moved twice')
  t.equal(again.body.left.length, 2)
})

t.test('only to another unit that is open, with a reason, by a reviewer', async (t) => {
  const { server, move, one, three, fresh, reviewer } = await closing(t)
  const handler = server.as(server.office.officer('office.handler'))
  const reason = '撤并'
  t.equal((await move({ reason })).code, 'FIELD_REQUIRED')
  t.equal((await move({ successor_id: one, reason })).code, 'NOTHING_TO_CHANGE')
  t.equal((await move({ successor_id: fresh, reason })).code, 'UNIT_REQUIRED')
  const body = { successor_id: three, reason }
  t.equal((await move(body, newKey(), handler)).code, 'ROLE_NOT_ALLOWED')
  const silent = await move({ successor_id: three })
  t.ok(silent.body.left.every(({ code }) => code !== null))
  t.same(silent.body.reassigned, [])
  t.equal((await read(reviewer, fresh)).unit_id, one)
  const admin = server.as(server.office.officer('admin'))
  const unit = await admin(unitOperations.read, { params: { id: three } })
  const closed = { params: { id: three }, body: { status: 'closed' }, if_match: unit.etag }
  await admin(unitOperations.change, closed)
  t.equal((await move(body)).code, 'UNIT_CLOSED')
  const nowhere = await reviewer(successionOperations.reassignFindings, {
    ...{ params: { id: fresh }, body },
  })
  t.equal(nowhere.code, 'NOT_FOUND')
})
