import t, { type Test } from 'tap'
import { consultationOperations } from '../../src/contracts/consultations.js'
import { commandOperations, findingOperations } from '../../src/contracts/findings/operations.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { assetOperations } from '../../src/contracts/register/assets.js'
import { sqlb } from '../../src/db/handle.js'
import { instantOf } from '../../src/domain/instant.js'
import { jump } from '../helpers/case.js'
import { NOBODY } from './minimal.js'
import { drafted, issuedFindings, line, MONDAY } from './notice.js'
import { newKey, testServer } from './support.js'

const COLLECTIVE = line(null, {
  ...{ dispatch: 'none', severity: 'major', problem: '各单位普遍存在链接失效', medium: 'website' },
  ...{ sentence: '各单位普遍存在链接失效。', sentence_start: 10, sentence_end: 22, place: '首页' },
  own_due: { date: '2022-09-14', time: '12:00' },
})

/** A draft of three lines, the second of them collective. */
async function collective(t: Test) {
  const server = await testServer(t, { units: 3, clock: instantOf(MONDAY) })
  const { office, as } = server
  const [one = '', two = '', three = ''] = office.units
  const handler = as(office.officer('office.handler'))
  const handler_id = office.officer('office.handler').person_id
  const findings = [line(one), { ...COLLECTIVE, handler_id }, line(two)]
  const { leader, params, etag, body } = await drafted(server, { findings })
  const ask = (unit_ids: readonly string[], number = 2) => ({
    ...{ params: { ...params, number: `${number}` }, body: { unit_ids } },
  })
  const expand = (if_match: string | null, unit_ids: readonly string[], number?: number) =>
    handler(noticeOperations.expandFinding, { ...ask(unit_ids, number), if_match })
  const tagNow = async () => (await handler(noticeOperations.getNotice, { params })).etag
  return {
    server,
    handler,
    leader,
    units: [one, two, three],
    params,
    etag,
    body,
    ask,
    expand,
    tagNow,
  }
}

t.test('a collective line becomes one for each unit, and no other number moves', async (t) => {
  const { handler, leader, units, params, etag, body, expand } = await collective(t)
  const [one = '', two = '', three = ''] = units
  const expanded = await expand(etag, [three, one, two])
  t.equal(expanded.status, 200, expanded.text)
  t.equal(expanded.etag, '"2"')
  const [first, shared, third] = body.findings
  const after = expanded.body.findings
  const own = (number: number, unit_id: string) => {
    const finding_id = after.find((line) => line.number === number)?.finding_id
    return { ...shared, finding_id, number, unit_id, dispatch: 'unit' }
  }
  t.strictSame(after, [first, own(2, three), third, own(4, one), own(5, two)])
  t.equal(new Set(after.map(({ finding_id }) => finding_id)).size, 5)
  const read = await handler(noticeOperations.getNotice, { params })
  t.strictSame([read.body, read.etag], [expanded.body, expanded.etag], 'it is kept as it was told')

  const issued = await leader(noticeOperations.issueNotice, { params, if_match: expanded.etag })
  t.equal(issued.body.dispatched, 5, issued.text)
  const numbers = issued.body.slices.map(({ unit_id, findings }) => [
    unit_id,
    findings.map(({ number }) => number).toSorted((a, b) => a - b),
  ])
  t.strictSame(Object.fromEntries(numbers), { [one]: [1, 4], [two]: [3, 5], [three]: [2] })
  const out = await expand(issued.etag, [one])
  t.strictSame(
    [out.status, out.code],
    [409, 'NOT_IN_THIS_STATE'],
    'a notice that is out is not edited',
  )
})

t.test('what is not to be expanded, or not to those, stays as it is', async (t) => {
  const { server, handler, leader, units, params, etag, ask, expand, tagNow } = await collective(t)
  const { office, as } = server
  const [one = '', two = ''] = units
  const told = async (sent: ReturnType<typeof expand>) => {
    const { code, problem } = await sent
    return [code, ...problem.errors.map(({ pointer, code }) => `${pointer} ${code}`)]
  }
  t.strictSame(await told(expand(etag, [one], 1)), ['NOT_IN_THIS_STATE'], 'it is a unit’s')
  t.strictSame(await told(expand(etag, [one], 4)), ['NOT_FOUND'])
  t.strictSame(await told(expand('"9"', [one])), ['STALE'])
  const unknown = ['UNKNOWN_REFERENCE', '/unit_ids/1 UNKNOWN_ID']
  t.strictSame(await told(expand(etag, [one, NOBODY])), unknown)
  const twice = ['VALIDATION_FAILED', '/unit_ids/2 TAKEN']
  t.strictSame(await told(expand(etag, [one, two, one])), twice)
  t.strictSame(await told(expand(etag, [])), ['VALIDATION_FAILED', '/unit_ids TOO_SHORT'])
  const reporter = as(office.member(0))(noticeOperations.expandFinding, {
    ...{ ...ask([one]), if_match: etag },
  })
  t.equal((await reporter).status, 403)

  const last = sqlb.updateTable('finding').set({ number: 10_000 }).where('number', '=', 3)
  await office.owner.run(last)
  const many = ['VALIDATION_FAILED', '/unit_ids TOO_LONG']
  t.strictSame(await told(expand(etag, [one, two])), many)
  t.equal(await tagNow(), etag, 'nothing has changed')

  const shared = await handler(noticeOperations.getNotice, { params })
  const finding = { id: shared.body.findings[1]?.finding_id ?? '' }
  const { etag: if_match } = await leader(findingOperations.getFinding, { params: finding })
  const words = { fields: { problem: '普遍存在错链' }, reason: '笔误' }
  await leader(commandOperations.correct, { params: finding, if_match, body: words })
  t.strictSame(await told(expand(await tagNow(), [one])), ['NOT_IN_THIS_STATE'], 'it has a history')
})

t.test(
  'what a line says of its unit stays with it; a closed unit is told when tried',
  async (t) => {
    const { server, leader, units } = await collective(t)
    const [one = '', two = '', three = ''] = units
    const admin = server.as(server.office.officer('admin'))
    const site = { unit_id: one, medium: 'website', name: '门户' }
    const asset_id = (await admin(assetOperations.create, { body: site })).body.id
    const [follows = ''] = (await issuedFindings(server)).findings
    const own = { asset_id, follows }
    const findings = [line(one, { ...own, dispatch: 'none' })]
    const { params, etag } = await drafted(server, { findings })
    const close = sqlb.updateTable('unit').set({ status: 'closed' }).where('id', '=', three)
    await server.office.owner.run(close)
    const expanded = await leader(noticeOperations.expandFinding, {
      ...{ params: { ...params, number: '1' }, if_match: etag },
      body: { unit_ids: [two, one, three] },
    })
    const nothing = { asset_id: null, follows: null }
    t.strictSame(
      expanded.body.findings.map(({ asset_id, follows }) => ({ asset_id, follows })),
      [nothing, own, nothing],
    )
    const tried = await leader(noticeOperations.issueNotice, { params, query: { dry_run: true } })
    const closed = tried.body.problems.filter(({ code }) => code === 'UNIT_CLOSED')
    t.strictSame(
      closed.map(({ line }) => line),
      [3],
    )
  },
)

t.test('nothing is expanded while units may answer, and what they were shown stays', async (t) => {
  const { server, handler, units, params, etag, expand } = await collective(t)
  const asked = await handler(consultationOperations.consultUnits, { params, if_match: etag })
  t.equal(asked.status, 200, asked.text)
  t.equal((await expand(asked.etag, units)).code, 'NOT_IN_THIS_STATE')
  await jump(server.office, instantOf('2022-09-07T16:00:00.000Z'))
  const shown = async () => (await handler(consultationOperations.listConsultations)).body.items
  const before = await shown()
  t.strictSame(new Set(before.map(({ number }) => number)), new Set([1, 3]))
  const expanded = await expand(asked.etag, units)
  t.equal(expanded.status, 200, expanded.text)
  t.equal(expanded.body.consulting_until, before[0]?.until)
  t.strictSame(await shown(), before)
})

t.test('of two at once one wins, and one key expands once', async (t) => {
  const { server, handler, leader, units, params, etag, ask, expand } = await collective(t)
  const [one = '', two = ''] = units
  const key = newKey()
  const mine = { ...ask([one]), if_match: etag, key }
  const [first, again] = await Promise.all([
    handler(noticeOperations.expandFinding, mine),
    handler(noticeOperations.expandFinding, mine),
  ])
  t.strictSame([again.status, again.text, again.etag], [200, first.text, '"2"'])
  const both = await drafted(server, { findings: [COLLECTIVE] })
  const race = { params: { ...both.params, number: '1' }, if_match: both.etag }
  const answers = await Promise.all([
    handler(noticeOperations.expandFinding, { ...race, body: { unit_ids: [one, two] } }),
    leader(noticeOperations.expandFinding, { ...race, body: { unit_ids: [two] } }),
  ])
  const statuses = answers.map(({ status }) => status)
  t.strictSame(new Set(statuses), new Set([200, 412]))
  const winner = answers.find(({ status }) => status === 200)
  const read = await leader(noticeOperations.getNotice, { params: both.params })
  t.strictSame(read.body, winner?.body)
  t.equal((await expand('"1"', [two])).code, 'STALE')
  t.equal((await handler(noticeOperations.getNotice, { params })).body.findings.length, 3)
})
