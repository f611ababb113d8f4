import t, { type Test } from 'tap'
import { consultationOperations } from '../../src/contracts/consultations.js'
import { draftOperations } from '../../src/contracts/notices/draft-operations.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { retestOperations } from '../../src/contracts/retests.js'
import { act, closeFinding } from './closing.js'
import { NOBODY } from './minimal.js'
import { draft, line } from './notice.js'
import { seen, triage } from './triage.js'

/** A draft of a line of its own and one of the hits `a` and `b` of the first site. */
async function taken(t: Test) {
  const scene = await triage(t)
  const { office, report, drafted, takeUp, idsOf, hits } = scene
  await report(seen('a', 0), seen('b', 0))
  const { params, etag } = await drafted({ findings: [line(office.units[1] ?? '')] })
  const told = await takeUp(params, { hits: await idsOf('a', 'b') }, { if_match: etag })
  const finding_id = told.body.lines[0]?.finding_id ?? ''
  const ofFinding = async (finding: string) =>
    (await hits({ finding })).map(({ tool_hit_id }) => tool_hit_id).toSorted()
  return { ...scene, params, etag: told.etag, finding_id, ofFinding }
}

t.test('hits that come later join the line of their object and problem', async (t) => {
  const { params, etag, finding_id, report, takeUp, idsOf, ofFinding, notice } = await taken(t)
  await report(seen('c', 0), seen('d', 1), seen('e', 0))
  const [c = '', d = '', e = ''] = await idsOf('c', 'd', 'e')
  const { body } = await notice(params)
  const told = await takeUp(params, { hits: [c, d] }, { if_match: etag })
  t.match(told.body.lines, [
    { finding_id, number: 2, hits: 1, joined: true },
    { number: 3, hits: 1, joined: false },
  ])
  const after = (await notice(params)).body.findings
  t.strictSame(after.slice(0, 2), body.findings, 'no word of a line that was there is changed')
  t.strictSame(await ofFinding(finding_id), ['a', 'b', 'c'])
  const alone = await takeUp(params, { hits: [e], grouping: 'hit' }, { if_match: told.etag })
  t.match(alone.body.lines, [{ number: 4, hits: 1, joined: false }])
})

t.test('a line of a person’s own hands is joined where it names asset and indicator', async (t) => {
  const { office, assets, report, drafted, takeUp, idsOf } = await triage(t)
  await report(seen('a', 0), seen('b', 0, { indicator_id: 'none' }))
  const own = { asset_id: assets[0], indicator_id: 'WD-20' }
  const findings = [line(office.units[1] ?? '', own), line(office.units[0] ?? '')]
  const { params, etag, body } = await drafted({ findings })
  const told = await takeUp(params, { hits: await idsOf('a', 'b') }, { if_match: etag })
  const { finding_id, unit_id } = body.findings[0] ?? {}
  t.match(told.body.lines, [
    { finding_id, unit_id, number: 1, joined: true },
    { number: 3, joined: false },
  ])
})

t.test('a draft that goes gives its hits back, and one in its place keeps them', async (t) => {
  const { server, params, etag, finding_id, handler, statuses, ofFinding, office, takeUp, idsOf } =
    await taken(t)
  const [one = ''] = office.units
  const change = (if_match: string | null, findings: object[]) =>
    handler(noticeOperations.changeNotice, { params, if_match, body: { findings } })
  const lost = await change(etag, [line(one, { replaces: NOBODY })])
  t.strictSame(
    [lost.code, lost.problem.errors[0]?.pointer],
    ['UNKNOWN_REFERENCE', '/findings/0/replaces'],
  )
  const body = draft(server, { findings: [line(one, { replaces: finding_id })] })
  t.equal((await handler(noticeOperations.draftNotice, { body })).code, 'UNKNOWN_REFERENCE')
  const heir = line(one, { replaces: finding_id })
  t.equal((await change(etag, [heir, heir])).problem.errors[0]?.code, 'TAKEN')

  const kept = await change(etag, [heir, line(one)])
  t.equal(kept.status, 200, kept.text)
  const [first, second] = kept.body.findings.map((each) => each.finding_id)
  t.not(first, finding_id)
  t.strictSame(await ofFinding(first ?? ''), ['a', 'b'])
  t.strictSame(await ofFinding(second ?? ''), [])
  t.strictSame(await statuses(), { a: 'taken_up', b: 'taken_up' })

  const gone = await change(kept.etag, [line(one)])
  t.strictSame(await statuses(), { a: 'waiting', b: 'waiting' })
  const again = await takeUp(params, { hits: await idsOf('a') }, { if_match: gone.etag })
  t.match(again.body.hits, [{ outcome: 'done' }])
})

t.test('a draft that is withdrawn gives its hits back, what was issued keeps them', async (t) => {
  const { params, finding_id, statuses, hits, as, office, notice, takeUp, idsOf } = await taken(t)
  const leader = as(office.officer('office.leader'))
  const withdraw = (id: string) =>
    act(leader, id, 'withdraw', { reason_code: 'false_alarm', grounds: '核实为误报' })
  const told = await withdraw(finding_id)
  t.equal(told.status, 200, told.text)
  t.strictSame(await statuses(), { a: 'waiting', b: 'waiting' })
  const [back] = await hits()
  t.match(back, { finding_id: null, taken_up_at: null, taken_up_by: null })

  const seenNow = (await notice(params)).etag
  const again = await takeUp(params, { hits: await idsOf('a', 'b') }, { if_match: seenNow })
  t.match(again.body.lines, [{ number: 3, joined: false }], 'what was withdrawn is joined no more')
  const issued = await leader(noticeOperations.issueNotice, { params, if_match: again.etag })
  t.equal(issued.status, 200, issued.text)
  await withdraw(again.body.lines[0]?.finding_id ?? '')
  t.strictSame(await statuses(), { a: 'taken_up', b: 'taken_up' })
})

t.test(
  'lines that are merged have the hits of all, one that is dropped gives its own back',
  async (t) => {
    const { params, etag, finding_id, report, takeUp, idsOf, handler, statuses, ofFinding } =
      await taken(t)
    await report(seen('c', 0, { indicator_id: 'WD-04' }))
    const third = await takeUp(params, { hits: await idsOf('c') }, { if_match: etag })
    const edit = (if_match: string | null, body: object) =>
      handler(draftOperations.editDraft, { params, if_match, body: { edit: body } })
    const merge = { kind: 'merge', numbers: [3, 2], reason: '同一网站' }
    const merged = await edit(third.etag, merge)
    t.equal(merged.status, 200, merged.text)
    t.strictSame(await ofFinding(finding_id), ['a', 'b', 'c'])
    const drop = { kind: 'drop', numbers: [2], reason_code: 'false_alarm', reason: '误报' }
    const dropped = await edit(merged.etag, drop)
    t.equal(dropped.status, 200, dropped.text)
    t.strictSame(await statuses(), { a: 'waiting', b: 'waiting', c: 'waiting' })
  },
)

t.test('a line that is expanded leaves its hits with the first', async (t) => {
  const { report, drafted, takeUp, idsOf, handler, office, hits } = await triage(t)
  await report({ ...seen('a', 0), url: 'https://nobody.test/' })
  const { params, etag } = await drafted()
  const told = await takeUp(params, { hits: await idsOf('a') }, { if_match: etag })
  t.match(told.body.lines, [{ unit_id: null, asset_id: null }])
  const expanded = await handler(noticeOperations.expandFinding, {
    ...{ params: { ...params, number: '1' }, if_match: told.etag },
    body: { unit_ids: [...office.units] },
  })
  const first = expanded.body.findings.find(({ number }) => number === 1)
  t.strictSame(
    (await hits({ status: 'taken_up' })).map(({ finding_id }) => finding_id),
    [first?.finding_id],
  )
})

t.test('whatever is reported of it later, a hit stays taken up', async (t) => {
  const { report, hits, handler, params, finding_id, as, office } = await taken(t)
  await report(seen('a', 0, { captured_at: '2022-09-04T05:00:00Z', observation: '仍打不开' }))
  await report(seen('b', 0, { captured_at: '2022-09-04T06:00:00Z', gone: true }))
  const told = (await hits()).map((one) => [
    ...[one.tool_hit_id, one.status, one.finding_id, one.times_seen, one.observation],
  ])
  t.strictSame(told, [
    ['b', 'taken_up', finding_id, 1, '第b处链接打不开'],
    ['a', 'taken_up', finding_id, 2, '仍打不开'],
  ])
  const line = (await handler(noticeOperations.getNotice, { params })).body.findings[1]
  t.match(line?.problem, '第a处链接打不开', 'what the draft says is a person’s')
  const leader = as(office.officer('office.leader'))
  await act(leader, finding_id, 'withdraw', { reason_code: 'duplicate', grounds: '重复' })
  t.strictSame(
    (await hits()).map(({ status }) => status),
    ['gone_proposed', 'waiting'],
    'given back it stands as its tool last said',
  )
})

t.test('what the tool saw first is shown beside what is seen after the answer', async (t) => {
  const { params, etag, finding_id, report, as, office, server, handler } = await taken(t)
  const screenshot = 'shot/b.png'
  await report(seen('b', 0, { captured_at: '2022-09-04T06:00:00Z', screenshot }))
  const leader = as(office.officer('office.leader'))
  await leader(noticeOperations.issueNotice, { params, if_match: etag })
  const shown = async () =>
    (await handler(retestOperations.getFindingRetests, { params: { id: finding_id } })).body
  const before = {
    ...{ result: null, observed_at: '2022-09-04T06:00:00.000Z', seen: '第b处链接打不开' },
    ...{ screenshot, round: null },
  }
  t.strictSame((await shown()).before, before)
  await closeFinding(server, finding_id)
  // Seen once more after the answer: of that no answer is judged.
  await report(seen('b', 0, { captured_at: '2022-09-05T01:30:00Z', screenshot }))
  const { before: then, after } = await shown()
  t.strictSame([then, after], [before, null])
})

t.test('of two clerks who want the same hits each hit goes to one', async (t) => {
  const { report, drafted, takeUp, idsOf, as, office, hits } = await triage(t)
  const names = Array.from({ length: 40 }, (_, index) => `h${index}`)
  await report(...names.map((name) => seen(name, 0)))
  const ids = await idsOf(...names)
  const [mine, theirs] = [await drafted(), await drafted()]
  const reviewer = as(office.officer('office.reviewer'))
  const [one, other] = await Promise.all([
    takeUp(mine.params, { hits: ids }, { if_match: mine.etag }),
    takeUp(theirs.params, { hits: ids.toReversed() }, { if_match: theirs.etag }, reviewer),
  ])
  const doneBy = (told: typeof one) => told.body.hits.filter(({ outcome }) => outcome === 'done')
  const before = (told: typeof one) =>
    told.body.hits.filter(({ outcome }) => outcome === 'taken_up_before')
  t.equal(doneBy(one).length + doneBy(other).length, 40, `${one.text} ${other.text}`)
  t.equal(before(one).length + before(other).length, 40)
  const lines = [...one.body.lines, ...other.body.lines]
  t.equal(lines.length, 1)
  t.equal((await hits({ finding: lines[0]?.finding_id })).length, 40)

  const same = await drafted({ findings: [line(office.units[0] ?? '')] })
  await report(seen('new-1', 0), seen('new-2', 1))
  const fresh = await idsOf('new-1', 'new-2')
  const both = await Promise.all(
    fresh.map((id) => takeUp(same.params, { hits: [id] }, { if_match: same.etag })),
  )
  t.strictSame(
    both.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 412],
    'on one draft the second has not seen what the first did',
  )
})

t.test('while units may still say something of a draft it takes no more up', async (t) => {
  const { report, drafted, takeUp, idsOf, as, office } = await triage(t)
  await report(seen('a', 0))
  const { params, etag } = await drafted({ findings: [line(office.units[0] ?? '')] })
  const leader = as(office.officer('office.leader'))
  const asked = await leader(consultationOperations.consultUnits, { params, if_match: etag })
  t.equal(asked.status, 200, asked.text)
  const refused = await takeUp(params, { hits: await idsOf('a') }, { if_match: asked.etag })
  t.equal(refused.code, 'NOT_IN_THIS_STATE')
})
