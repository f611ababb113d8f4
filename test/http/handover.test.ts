import t from 'tap'
import { v7 } from 'uuid'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { handoverOperations } from '../../src/contracts/register/handover.js'
import { insertMemberships } from '../../src/db/membership.js'
import { insertPeople } from '../../src/db/person.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { commandOperations, issuedFindings, line, MONDAY } from './notice.js'
import { newKey, testServer } from './support.js'

t.test('a handler’s open findings become a colleague’s, and nobody else’s', async (t) => {
  const server = await testServer(t, { units: 1, clock: instantOf(MONDAY) })
  const { office, as } = server
  const [unit = ''] = office.units
  const handler_id = office.officer('office.handler').person_id
  const colleague = v7()
  const { office_id, owner } = office
  const login = { issuer: 'test', subject: colleague, status: 'active' as const }
  const person = { id: colleague, office_id, name: '接手人', email: null, phone: null }
  await insertPeople(owner, [{ ...person, ...login }])
  const seat = { id: v7(), office_id, person_id: colleague, unit_id: null }
  const always = { from_on: dateOf('2000-01-01'), until_on: null }
  await insertMemberships(owner, [{ ...seat, role: 'office.handler', ...always }])
  const own = line(unit, { handler_id })
  const { findings } = await issuedFindings(server, { findings: [own, own, line(unit)] })
  const reviewer = as(office.officer('office.reviewer'))
  const [kept = '', ended = '', free = ''] = findings
  await reviewer(commandOperations.withdraw, {
    ...{ params: { id: ended }, if_match: '"1"' },
    body: { reason_code: 'false_alarm', grounds: '误判' },
  })
  const admin = as(office.officer('admin'))
  const hand = (to_person_id: string, key = newKey()) =>
    admin(handoverOperations.handOverFindings, {
      params: { id: handler_id },
      body: { to_person_id },
      key,
    })
  const key = newKey()
  const told = await hand(colleague, key)
  t.same(told.body.findings, [kept])
  t.equal((await hand(colleague, key)).text, told.text)
  t.same((await hand(colleague)).body.findings, [], 'nothing is left')
  const handlerOf = async (id: string) =>
    (await reviewer(findingOperations.getFinding, { params: { id } })).body.finding.handler_id
  t.same(
    [await handlerOf(kept), await handlerOf(ended), await handlerOf(free)],
    [colleague, handler_id, null],
  )
  t.equal((await hand(handler_id)).code, 'UNKNOWN_REFERENCE', 'to themselves')
  const leader = office.officer('office.leader').person_id
  t.equal((await hand(leader)).code, 'UNKNOWN_REFERENCE', 'who is no handler')
  const nobody = { params: { id: v7() }, body: { to_person_id: colleague } }
  t.equal((await admin(handoverOperations.handOverFindings, nobody)).code, 'NOT_FOUND')
  const refused = { params: { id: handler_id }, body: { to_person_id: colleague } }
  t.equal((await reviewer(handoverOperations.handOverFindings, refused)).code, 'ROLE_NOT_ALLOWED')
})
