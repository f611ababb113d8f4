import t from 'tap'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { requestOperations } from '../../src/contracts/requests.js'
import { statement } from '../../src/db/handle.js'
import { instantOf } from '../../src/domain/instant.js'
import { jump } from '../helpers/case.js'
import { commandOperations, issuedFindings, line, MONDAY } from './notice.js'
import { type Send, testServer } from './support.js'
import { upload, uploaded } from './uploads.js'

const READ = statement<{ at: string }>(
  `select at from slice_proof where unit_id = $1 and how = 'opened' order by at`,
)
const TUESDAY = instantOf('2022-09-06T01:00:00.000Z')
const ASKED = { new_date: '2022-09-30', reason_code: 'system_upgrade', progress: '正在改造' }
const RETURNED = { kind: 'substantive', reasons: ['not_fixed'] }
const POINTS = [{ claim: '已更新', comment: '未见更新' }]

/** A finding of the first unit, answered once, returned, and given to the second while an extension was asked for. */
async function reassigned(t: Parameters<typeof testServer>[0]) {
  const server = await testServer(t, { units: 3, clock: instantOf(MONDAY) })
  const { office, as } = server
  const [one = '', two = ''] = office.units
  const people = {
    former: as(office.member(0)),
    signatory: as(office.member(0, 'unit.signatory')),
    next: as(office.member(1)),
    handler: as(office.officer('office.handler')),
    reviewer: as(office.officer('office.reviewer')),
  }
  const { notice_id, findings } = await issuedFindings(server, { findings: [line(one), line(two)] })
  const params = { id: findings[0] ?? '' }
  const sent = async (
    send: Send,
    name: 'respond' | 'return' | 'request_extension' | 'reassign',
    body: object,
  ) => {
    const { etag } = await send(findingOperations.getFinding, { params })
    const told = await send(commandOperations[name], { params, body, if_match: etag })
    if (told.status !== 200) throw new Error(`${name}: ${told.text}`)
    return told
  }
  const evidence = [(await uploaded(server, office.member(0))).body.sha256]
  const claim = {
    result: 'fixed',
    cause: '无人维护',
    measures: '已更新',
    completed_on: '2022-09-05',
  }
  await sent(people.former, 'respond', { ...claim, evidence })
  await sent(people.handler, 'return', { ...RETURNED, points: POINTS })
  await people.next(noticeOperations.acknowledgeSlice, {
    params: { id: notice_id, unit_id: two },
    if_match: (await slices(people.next, notice_id))[0]?.etag ?? '',
  })
  await jump(office, TUESDAY)
  await sent(people.signatory, 'request_extension', ASKED)
  const told = await sent(people.reviewer, 'reassign', { unit_id: two, reason: '栏目由其主管' })
  return { server, ...people, params, notice_id, one, two, told, evidence }
}

async function slices(send: Send, id: string) {
  return (await send(noticeOperations.listSlices, { params: { id } })).body.items
}

t.test('the new unit has the finding as if it had been issued to it', async (t) => {
  const { next, params, told, two } = await reassigned(t)
  const { status, body } = await next(findingOperations.getFinding, { params })
  t.equal(status, 200)
  t.match(body.finding, {
    ...{ unit_id: two, state: 'notified', tenure: 2, returns: 0, received_at: null },
    ...{ served_at: TUESDAY, due: { date: '2022-09-21' }, extension: null },
  })
  t.equal(body.finding.revision, told.body.finding.revision)
  const events = (await next(findingOperations.listFindingEvents, { params })).body.items
  t.match(events, [{ type: 'reassigned', texts: { reason: '栏目由其主管' } }])
  t.equal(events.length, 1, 'and nothing of what the former unit did')
  t.same((await next(findingOperations.listFindingRounds, { params })).body.items, [])
  t.same((await next(requestOperations.listRequests)).body.items, [])
  const ledger = (await next(findingOperations.getFindingTimeLedger, { params })).body
  t.match(ledger.working_days, { unit: 0, former_unit: 0 })
  const deadline = (await next(findingOperations.getFindingDeadline, { params })).body
  t.match(deadline, { explanation: { agrees: true }, changes: [{ type: 'reassigned' }] })
})

t.test('the former unit keeps what it did, and sees nothing later', async (t) => {
  const { server, reviewer, former, next, params, evidence, one, notice_id } = await reassigned(t)
  t.equal((await former(findingOperations.getFinding, { params })).code, 'NOT_FOUND')
  t.same((await former(findingOperations.listFindings)).body.items, [])
  const { etag } = await next(findingOperations.getFinding, { params })
  await next(commandOperations.acknowledge, { params, if_match: etag })
  const events = (await former(findingOperations.listFindingEvents, { params })).body.items
  const types = events.map(({ type }) => type)
  t.same([types[0], types.at(-1)], ['issued', 'released'])
  t.notOk(
    types.includes('acknowledged') && types.indexOf('acknowledged') > types.indexOf('released'),
  )
  t.match(events.at(-1), { texts: { reason: '栏目由其主管' } })
  const rounds = (await former(findingOperations.listFindingRounds, { params })).body.items
  t.match(rounds, [{ number: 1, measures: '已更新', evidence: [{ sha256: evidence[0] }] }])
  const page = { params, query: { limit: 1 } }
  t.equal((await former(findingOperations.listFindingEvents, page)).body.items.length, 1)
  t.match(await slices(former, notice_id), [{ unit_id: one, findings: 0 }])
  const late = { params, body: { text: '再说一句', audience: 'unit' }, if_match: '"9"' }
  t.equal((await former(commandOperations.comment, late)).code, 'NOT_FOUND')
  t.equal((await former(findingOperations.getFindingDeadline, { params })).code, 'NOT_FOUND')

  const file = await uploaded(server, server.office.member(1))
  const answer = { result: 'fixed', cause: '无人维护', measures: '已指定专人' }
  const answered = await next(commandOperations.respond, {
    ...{ params, if_match: (await next(findingOperations.getFinding, { params })).etag },
    body: { ...answer, completed_on: '2022-09-06', evidence: [file.body.sha256] },
  })
  t.equal(answered.status, 200, answered.text)
  const both = (await reviewer(findingOperations.listFindingRounds, { params })).body.items
  const changed = both.map((round) => round.changed)
  t.strictSame(changed, [null, null], 'an answer is held against the same unit’s alone')
  t.equal((await former(findingOperations.listFindingRounds, { params })).body.items.length, 1)
})

t.test('a unit that never had it sees none of its record', async (t) => {
  const { server, params } = await reassigned(t)
  const { as, office } = server
  const stranger = as(office.member(2))
  t.equal((await stranger(findingOperations.listFindingEvents, { params })).code, 'NOT_FOUND')
  t.equal((await stranger(findingOperations.listFindingRounds, { params })).code, 'NOT_FOUND')
})

t.test('the slice the new unit has signed for is signed for again, and read again', async (t) => {
  const { server, next, handler, params, notice_id, two } = await reassigned(t)
  const mine = async () => (await slices(handler, notice_id)).find(({ unit_id }) => unit_id === two)
  t.match(await mine(), { findings: 2, proof: 'opened', proved_at: MONDAY })
  const [seen] = await slices(next, notice_id)
  t.same(await server.office.owner.run(READ(two)), [{ at: MONDAY }, { at: TUESDAY }])
  const signed = await next(noticeOperations.acknowledgeSlice, {
    params: { id: notice_id, unit_id: two },
    if_match: seen?.etag ?? '',
  })
  t.same(signed.body.acknowledged, [params.id])
})

t.test('only a unit of the office that is open, and another than it has', async (t) => {
  const { reviewer, params, two } = await reassigned(t)
  const { etag } = await reviewer(findingOperations.getFinding, { params })
  const refused = async (unit_id: string) =>
    (
      await reviewer(commandOperations.reassign, {
        ...{ params, if_match: etag, body: { unit_id, reason: '不属本单位' } },
      })
    ).code
  t.equal(await refused(two), 'NOTHING_TO_CHANGE')
  t.equal(await refused(params.id), 'UNIT_REQUIRED')
})

t.test(
  'who signs for a slice has seen what is in it, also where one finding took another’s place',
  async (t) => {
    const { server, reviewer, next, notice_id, two, params } = await reassigned(t)
    const [seen] = await slices(next, notice_id)
    const { office } = server
    await jump(office, instantOf('2022-09-07T01:00:00.000Z'))
    const own = (await next(findingOperations.listFindings)).body.items
    const other = own.find(({ id }) => id !== params.id)
    const give = async (id: string, unit_id: string) => {
      const { etag } = await reviewer(findingOperations.getFinding, { params: { id } })
      const body = { unit_id, reason: '互换' }
      return reviewer(commandOperations.reassign, { params: { id }, body, if_match: etag })
    }
    const third = office.units[2] ?? ''
    t.equal((await give(other?.id ?? '', third)).status, 200)
    t.equal((await give(params.id, third)).status, 200)
    t.equal((await give(other?.id ?? '', two)).status, 200)
    t.equal((await give(params.id, two)).status, 200)
    const signed = await next(noticeOperations.acknowledgeSlice, {
      ...{ params: { id: notice_id, unit_id: two }, if_match: seen?.etag ?? '' },
    })
    t.equal(signed.code, 'STALE')
  },
)

t.test('of its record a former unit opens no file that was the office’s own', async (t) => {
  const server = await testServer(t, { units: 2, clock: instantOf(MONDAY) })
  const { office, as } = server
  const [one = '', two = ''] = office.units
  const { findings } = await issuedFindings(server, { findings: [line(one)] })
  const params = { id: findings[0] ?? '' }
  const note = { name: 'file', content: '办公室核查记录', filename: '核查.txt', type: 'text/plain' }
  const kept = await upload(server, office.officer('office.handler'), [note])
  const own = [(JSON.parse(kept.text) as { sha256: string }).sha256]
  const theirs = [(await uploaded(server, office.member(0))).body.sha256]
  const former = as(office.member(0))
  const [handler, reviewer] = [
    as(office.officer('office.handler')),
    as(office.officer('office.reviewer')),
  ]
  const claim = { result: 'fixed', cause: '无', measures: '已更新', completed_on: '2022-09-05' }
  const report = { on: '2022-09-05', report_number: '1号' }
  const steps = [
    [former, 'respond', { ...claim, evidence: theirs, report }],
    [handler, 'accept', { conclusion: '属实', retest_reason: '现场核实' }],
    [reviewer, 'close', { conclusion: '同意' }],
    [reviewer, 'reopen', { reason: '反弹', evidence: own }],
    [reviewer, 'reassign', { unit_id: two, reason: '由其主管' }],
  ] as const
  for (const [send, name, body] of steps) {
    const { etag } = await send(findingOperations.getFinding, { params })
    const told = await send(commandOperations[name], { params, body, if_match: etag })
    t.equal(told.status, 200, `${name}: ${told.text}`)
  }
  const events = (await former(findingOperations.listFindingEvents, { params })).body.items
  const filesOf = (type: string) => events.find((event) => event.type === type)?.evidence
  t.equal(filesOf('responded')?.length, 1)
  t.match(
    filesOf('reopened'),
    [{ sha256: own[0], id: null, name: null }],
    'named by its hash alone',
  )
})
