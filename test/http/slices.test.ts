import t from 'tap'
import { commandOperations } from '../../src/contracts/findings/operations.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { instantOf } from '../../src/domain/instant.js'
import { drafted, issuedFindings, line, MONDAY } from './notice.js'
import { testServer } from './support.js'

t.test('a unit signs for its slice as a whole', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office, as } = server
  const [one = '', two = ''] = office.units
  const { notice_id, findings } = await issuedFindings(server, {
    findings: [line(one), line(one, { problem: '二' }), line(two)],
  })
  const reporter = as(office.member(0))
  const params = { id: notice_id, unit_id: one }
  const read = { params: { id: notice_id } }
  const [seen] = (await reporter(noticeOperations.listSlices, read)).body.items
  const blind = await reporter(noticeOperations.acknowledgeSlice, { params })
  t.equal(blind.code, 'IF_MATCH_REQUIRED')
  const sign = (if_match: string) =>
    reporter(noticeOperations.acknowledgeSlice, { params, if_match })
  const old = await sign('"1"')
  t.match(old, { code: 'STALE', etag: seen?.etag })
  const signed = await sign(old.etag ?? '')
  t.same(signed.body.acknowledged.toSorted(), findings.slice(0, 2).toSorted())
  const slices = await as(office.officer('office.handler'))(noticeOperations.listSlices, {
    params: { id: notice_id },
  })
  t.same(
    slices.body.items.map(({ unit_id, findings: n, received_by }) => [unit_id, n, received_by]),
    [
      [one, 2, office.member(0).person_id],
      [two, 1, null],
    ],
  )
  t.equal((await sign(seen?.etag ?? '')).code, 'STALE')
  t.equal((await sign(signed.etag ?? '')).code, 'NOT_IN_THIS_STATE')
  const paged = []
  for (let cursor: string | undefined; paged.length < 5; ) {
    const query = { limit: 1, ...(cursor ? { cursor } : {}) }
    const { body } = await as(office.officer('auditor'))(noticeOperations.listSlices, {
      ...read,
      query,
    })
    paged.push(...body.items.map(({ unit_id }) => unit_id))
    if (body.next === null) break
    cursor = body.next
  }
  t.same(paged, [one, two], 'page by page')
  const theirs = { params: { id: notice_id, unit_id: two }, if_match: '"1"' }
  t.equal((await reporter(noticeOperations.acknowledgeSlice, theirs)).code, 'NOT_FOUND')
})

t.test(
  'a unit that reads its slice has been reached; anybody else reading it proves nothing',
  async (t) => {
    const server = await testServer(t, { clock: instantOf(MONDAY) })
    const { office, as } = server
    const [one = '', two = ''] = office.units
    const { notice_id, findings } = await issuedFindings(server, {
      findings: [line(one), line(two)],
    })
    const params = { id: notice_id }
    const read = async (who: Parameters<typeof as>[0]) =>
      (await as(who)(noticeOperations.listSlices, { params })).body.items.map(
        ({ unit_id, proof, proved_at, received_at }) => [unit_id, proof, proved_at, received_at],
      )
    const handler = office.officer('office.handler')
    t.same(await read(handler), [
      [one, null, null, null],
      [two, null, null, null],
    ])
    t.same(await read(office.member(0)), [[one, null, null, null]], 'as it was before')
    t.same(await read(handler), [
      [one, 'opened', instantOf(MONDAY), null],
      [two, null, null, null],
    ])
    const sign = { params: { id: findings[0] ?? '' }, if_match: '"1"' }
    t.equal((await as(office.member(0))(commandOperations.acknowledge, sign)).code, null)
    const [[, , , received] = []] = await read(handler)
    t.equal(received, instantOf(MONDAY), 'received when its last finding is')
  },
)

t.test('a line withdrawn before the notice was issued is no part of the slice', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office, as } = server
  const [one = ''] = office.units
  const { leader, params, body } = await drafted(server, {
    findings: [line(one), line(one, { problem: '二' })],
  })
  const [first, second] = body.findings.map(({ finding_id }) => ({ id: finding_id }))
  const withdrawn = await leader(commandOperations.withdraw, {
    params: second ?? {},
    if_match: '"0"',
    body: { reason_code: 'duplicate', grounds: '重复' },
  })
  t.equal(withdrawn.status, 200, withdrawn.text)
  const { etag: if_match } = await leader(noticeOperations.getNotice, { params })
  await leader(noticeOperations.issueNotice, { params, if_match })
  const reporter = as(office.member(0))
  const sign = { params: first ?? {}, if_match: '"1"' }
  t.equal((await reporter(commandOperations.acknowledge, sign)).status, 200)
  const seen = (await reporter(noticeOperations.listSlices, { params })).body.items
  const shown = (await leader(noticeOperations.listSlices, { params })).body.items
  t.match(shown, [{ findings: 1, received_at: MONDAY }])
  t.same(
    shown.map(({ etag }) => etag),
    seen.map(({ etag }) => etag),
    'the office and the unit see the same slice',
  )
})
