import t from 'tap'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { unitNameOperations } from '../../src/contracts/register/unit-names.js'
import {
  requestCommandOperations as acts,
  requestOperations as operations,
} from '../../src/contracts/requests.js'
import { instantOf } from '../../src/domain/instant.js'
import { jump } from '../helpers/case.js'
import { commandOperations, issuedFindings, line, MONDAY } from './notice.js'
import { type Send, testServer } from './support.js'
import { uploaded } from './uploads.js'

const GRANT = { verdict: 'granted', reason: '同意调整' }

/** A finding that its unit says is the second one's; there is a third. */
async function asked(t: Parameters<typeof testServer>[0], more: Record<string, unknown> = {}) {
  const server = await testServer(t, { units: 3, clock: instantOf(MONDAY) })
  const { office, as } = server
  const [one = '', two = ''] = office.units
  const people = {
    signatory: as(office.member(0, 'unit.signatory')),
    neighbour: as(office.member(1)),
    stranger: as(office.member(2)),
    handler: as(office.officer('office.handler')),
    reviewer: as(office.officer('office.reviewer')),
  }
  const { findings } = await issuedFindings(server, { findings: [line(one, more)] })
  const params = { id: findings[0] ?? '' }
  const evidence = [(await uploaded(server, office.member(0))).body.sha256]
  const said =
    'handling' in more ? { paper_number: '密1号' } : { grounds: '栏目由其主管', evidence }
  const told = await people.signatory(commandOperations.request_transfer, {
    ...{ params, if_match: (await read(people.signatory, params.id)).etag },
    body: { unit_id: two, ...said },
  })
  const request = { id: told.body.finding.transfer?.id ?? '' }
  return { server, ...people, params, request, told, one, two }
}

const read = (send: Send, id: string) => send(findingOperations.getFinding, { params: { id } })
const get = (send: Send, params: { id: string }) => send(operations.getRequest, { params })

t.test('the proposed unit is asked, says, and sees no more than what it is asked', async (t) => {
  const { neighbour, handler, signatory, params, request, told, one, two } = await asked(t)
  t.match(told.body.finding, {
    ...{ state: 'rectifying', transfer: { id: request.id, target_unit_id: two, pauses: true } },
  })
  t.equal((await read(neighbour, params.id)).code, 'NOT_FOUND')
  t.same((await neighbour(findingOperations.listFindings)).body.items, [])
  const none = await neighbour(findingOperations.listFindingEvents, { params })
  t.equal(none.code, 'NOT_FOUND')
  const seen = await get(neighbour, request)
  t.match(seen.body, {
    ...{ kind: 'transfer', status: 'pending', unit_id: one, target_unit_id: two, view: null },
    ...{ problem: '“工作动态”栏目三个月没有更新', place: '工作动态', words: '栏目由其主管' },
    ...{ finding_id: params.id, finding_number: 1, proposal: null },
  })
  t.equal(seen.etag, told.etag)
  t.match(seen.body, { view_by: '2022-09-06', view_missed: false })
  t.same(
    (await neighbour(operations.listRequests)).body.items.map(({ id }) => id),
    [request.id],
  )

  const view = { params: request, body: { agrees: true, reason: '确由我单位主管' } }
  t.equal((await neighbour(acts.give_view, { ...view, if_match: '"0"' })).code, 'STALE')
  const given = await neighbour(acts.give_view, { ...view, if_match: seen.etag })
  t.same(given.body, {
    request_id: request.id,
    agrees: true,
    revision: told.body.finding.revision + 1,
  })
  const said = { agrees: true, reason: '确由我单位主管' }
  t.match((await get(neighbour, request)).body.view, said)
  t.match((await get(handler, request)).body.view, said)
  t.match((await get(signatory, request)).body, {
    view: null,
    problem: null,
    words: '栏目由其主管',
    ...{ view_by: '2022-09-06', view_missed: null },
  })
  const again = await neighbour(acts.give_view, { ...view, if_match: given.etag })
  t.equal(again.code, 'NOTHING_TO_CHANGE')
})

t.test('granted, the proposed unit has the finding and the former one its record', async (t) => {
  const { server, neighbour, signatory, handler, reviewer, params, request, told, two } =
    await asked(t)
  // The one working day for the view goes by in silence; whoever decides sees that, and may.
  await jump(server.office, instantOf('2022-09-06T15:59:59.999Z'))
  t.equal((await get(reviewer, request)).body.view_missed, false)
  await jump(server.office, instantOf('2022-09-06T16:00:00.000Z'))
  const silent = { view: null, view_by: '2022-09-06', view_missed: true }
  t.match((await get(reviewer, request)).body, silent)
  t.match((await handler(operations.listRequests)).body.items, [silent])
  t.equal((await get(signatory, request)).body.view_missed, null, 'no word of it to who asked')
  const proposed = { params: request, body: GRANT, if_match: told.etag }
  const done = await reviewer(acts.decide_request, proposed)
  t.match(done.body.finding, { state: 'notified', unit_id: two, tenure: 2, transfer: null })
  t.equal((await read(neighbour, params.id)).status, 200)
  t.equal((await read(signatory, params.id)).code, 'NOT_FOUND')
  const kept = await get(signatory, request)
  t.match(kept.body, {
    revision: null,
    status: 'granted',
    decision: { verdict: 'granted', reason: '同意调整' },
  })
  t.match((await get(neighbour, request)).body, {
    ...{ status: 'granted', decision: null, words: '栏目由其主管', pauses: true, problem: null },
  })
  const late = await neighbour(acts.give_view, {
    ...{ params: request, body: { agrees: false }, if_match: done.etag },
  })
  t.equal(late.code, 'NO_SUCH_REQUEST')
})

t.test('once it is refused the proposed unit reads nothing of the finding any more', async (t) => {
  const { neighbour, reviewer, handler, params, request, told } = await asked(t)
  const view = { params: request, body: { agrees: false, reason: '不归我单位' } }
  const given = await neighbour(acts.give_view, { ...view, if_match: told.etag })
  const refused = await reviewer(acts.decide_request, {
    ...{ params: request, if_match: given.etag, body: { verdict: 'refused', reason: '属本单位' } },
  })
  const before = (await get(neighbour, request)).text
  await handler(commandOperations.correct, {
    ...{
      params,
      if_match: refused.etag,
      body: { fields: { problem: '另有说法' }, reason: '更正' },
    },
  })
  const after = await get(neighbour, request)
  t.equal(after.text, before)
  t.match(after.body, { revision: null, problem: null, place: null, status: 'refused' })
  t.match(after.body.view, { agrees: false, reason: '不归我单位' })
  const late = await neighbour(acts.give_view, { ...view, if_match: after.etag })
  t.equal(late.code, 'NO_SUCH_REQUEST')
})

t.test('nobody else says or sees anything of it', async (t) => {
  const { stranger, signatory, handler, neighbour, request, told } = await asked(t)
  const view = { params: request, body: { agrees: true }, if_match: told.etag }
  t.equal((await get(stranger, request)).code, 'NOT_FOUND')
  t.equal((await stranger(acts.give_view, view)).code, 'NOT_FOUND')
  t.equal((await signatory(acts.give_view, view)).code, 'ROLE_NOT_ALLOWED')
  t.equal((await handler(acts.give_view, view)).code, 'ROLE_NOT_ALLOWED')
  const withdraw = { params: request, if_match: told.etag, body: {} }
  t.equal((await neighbour(acts.withdraw_request, withdraw)).code, 'NOT_FOUND')
})

t.test('of a finding handled offline the proposed unit reads no word', async (t) => {
  const offline = { handling: 'offline', problem: undefined, place: undefined }
  const { neighbour, request } = await asked(t, offline)
  const { body, status } = await get(neighbour, request)
  t.equal(status, 200)
  t.match(body, { problem: null, place: null, words: null, evidence: [] })
})

t.test('a unit finds the others by their names', async (t) => {
  const { signatory, server } = await asked(t)
  const names = await signatory(unitNameOperations.listUnitNames, { query: { limit: 2 } })
  t.equal(names.body.items.length, 2)
  t.same(Object.keys(names.body.items[0] ?? {}).toSorted(), ['id', 'name'])
  const { next } = names.body
  const rest = await signatory(unitNameOperations.listUnitNames, {
    query: { limit: 2, ...(next ? { cursor: next } : {}) },
  })
  const all = [...names.body.items, ...rest.body.items].map(({ id }) => id)
  t.same(all.toSorted(), server.office.units.toSorted())
})
