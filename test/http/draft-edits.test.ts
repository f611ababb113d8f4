import t, { type Test } from 'tap'
import { consultationOperations } from '../../src/contracts/consultations.js'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { draftOperations } from '../../src/contracts/notices/draft-operations.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { sqlb } from '../../src/db/handle.js'
import { instantOf } from '../../src/domain/instant.js'
import { jump } from '../helpers/case.js'
import { NOBODY } from './minimal.js'
import { drafted, line, MONDAY } from './notice.js'
import { newKey, testServer } from './support.js'

/** A draft of three lines, two of them of the first unit. */
async function three(t: Test) {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office, as } = server
  const [one = '', two = ''] = office.units
  const findings = [
    line(one, { problem: '甲栏目未更新，乙栏目有错链' }),
    line(one, { problem: '首页打不开' }),
    line(two),
  ]
  const { leader, params, etag, body } = await drafted(server, { findings })
  const handler = as(office.officer('office.handler'))
  let tag = etag
  const edit = async (edit: object, more: { if_match?: string | null; key?: string } = {}) => {
    const told = await handler(draftOperations.editDraft, {
      ...{ params, body: { edit }, if_match: tag },
      ...more,
    })
    if (told.status === 200) tag = told.etag
    return told
  }
  const eventsOf = async (id: string) =>
    (await leader(findingOperations.listFindingEvents, { params: { id } })).body.items
  return { server, leader, handler, params, etag, body, one, two, edit, eventsOf, tag: () => tag }
}

t.test(
  'a draft is split, merged, given over, held back and dropped, and all of it is told',
  async (t) => {
    const { server, leader, handler, params, body, one, two, edit, eventsOf, tag } = await three(t)
    const split = await edit({
      ...{ kind: 'split', number: 1, reason: '两件事' },
      parts: [{ problem: '甲栏目未更新' }, { problem: '乙栏目有错链', place: '乙' }],
    })
    t.equal(split.status, 200, split.text)
    t.equal(split.etag, '"2"')
    t.strictSame(
      split.body.findings.map(({ number, unit_id, problem }) => [number, unit_id, problem]),
      [
        [1, one, '甲栏目未更新'],
        [2, one, '首页打不开'],
        [3, two, line(two).problem],
        [4, one, '乙栏目有错链'],
      ],
    )
    const merged = await edit({ kind: 'merge', numbers: [1, 2], reason: '同一页面' })
    t.match(merged.body.findings[0], { state: 'draft', problem: '甲栏目未更新；首页打不开' })
    t.equal(merged.body.findings[1]?.state, 'withdrawn')
    const moved = await edit({ kind: 'reassign', number: 4, unit_id: two })
    t.equal(moved.body.findings[3]?.unit_id, two)
    const held = await edit({ kind: 'withhold', numbers: [4], reason: '正在整改，暂不下发' })
    t.equal(held.body.findings[3]?.dispatch, 'none')
    const changed = await edit({ kind: 'change', number: 3, fields: { severity: 'management' } })
    t.equal(changed.body.findings[2]?.severity, 'management')
    const read = await handler(noticeOperations.getNotice, { params })
    t.strictSame([read.body, read.etag], [changed.body, tag()], 'it is kept as it was told')

    const [origin = '', gone = ''] = body.findings.map(({ finding_id }) => finding_id)
    const part = read.body.findings[3]?.finding_id ?? ''
    t.match(await eventsOf(origin), [
      { type: 'drafted', texts: { problem: '甲栏目未更新，乙栏目有错链' } },
      { type: 'redrafted', data: { how: 'split', into: [part] }, texts: { reason: '两件事' } },
      { type: 'redrafted', data: { how: 'merge', from: [gone] } },
    ])
    t.match(await eventsOf(gone), [
      { type: 'drafted' },
      { type: 'redrafted', data: { how: 'merge', into: [origin] } },
      { type: 'withdrawn', data: { reason_code: 'duplicate', from: 'draft' } },
    ])
    t.match(await eventsOf(part), [
      { type: 'drafted' },
      { type: 'redrafted', data: { how: 'split', from: [origin] } },
      { type: 'redrafted', data: { how: 'reassign', codes: { unit_id: two } } },
      { type: 'redrafted', data: { how: 'withhold' }, audience: 'office' },
    ])

    const told = sqlb.selectFrom('workflow_sync').select('subject_id').where('kind', '=', 'finding')
    const subjects = await server.office.owner.run(told)
    t.strictSame(
      subjects.map(({ subject_id }) => subject_id),
      [gone],
      'no workflow hears of a draft',
    )
    const issued = await leader(noticeOperations.issueNotice, { params, if_match: tag() })
    t.match(issued.body, { dispatched: 2, not_dispatched: 1 }, issued.text)
    t.equal(
      (await edit({ kind: 'dispatch', numbers: [4] }, { if_match: issued.etag })).code,
      'NOT_IN_THIS_STATE',
    )
  },
)

t.test('what cannot be done is told, and changes nothing', async (t) => {
  const { server, leader, params, etag, one, two, edit } = await three(t)
  const told = async (sent: ReturnType<typeof edit>) => {
    const { code, problem } = await sent
    return [code, ...problem.errors.map(({ pointer, code }) => `${pointer} ${code}`)]
  }
  const gone = { kind: 'withhold', numbers: [9], reason: '暂缓' }
  t.strictSame(await told(edit(gone)), ['NOT_FOUND'])
  t.strictSame(await told(edit({ ...gone, numbers: [1, 1] })), [
    'VALIDATION_FAILED',
    '/edit/numbers/1 TAKEN',
  ])
  t.strictSame(await told(edit({ ...gone, numbers: [1], reason: undefined })), [
    ...['FIELD_REQUIRED', '/edit/reason FIELD_REQUIRED'],
  ])
  t.strictSame(await told(edit({ kind: 'reassign', number: 1, unit_id: NOBODY })), [
    ...['UNKNOWN_REFERENCE', '/edit/unit_id UNKNOWN_ID'],
  ])
  const parts = [{ problem: '甲' }, { problem: '乙', asset_id: NOBODY }]
  t.strictSame(await told(edit({ kind: 'split', number: 1, parts })), [
    ...['UNKNOWN_REFERENCE', '/edit/parts/1/asset_id UNKNOWN_ID'],
  ])
  t.strictSame(await told(edit({ kind: 'merge', numbers: [1, 3] })), [
    ...['FIELD_REQUIRED', '/edit/numbers FIELD_REQUIRED'],
  ])
  t.strictSame(await told(edit({ kind: 'change', number: 1, fields: {} })), ['NOTHING_TO_CHANGE'])
  t.strictSame(await told(edit(gone, { if_match: '"9"' })), ['STALE'])
  const reporter = server.as(server.office.member(0))
  const foreign = {
    params,
    if_match: etag,
    body: { edit: { kind: 'reassign', number: 1, unit_id: two } },
  }
  t.equal((await reporter(draftOperations.editDraft, foreign)).status, 403)
  t.equal((await leader(noticeOperations.getNotice, { params })).etag, etag, 'nothing has changed')
  t.equal((await edit({ kind: 'reassign', number: 3, unit_id: one })).status, 200)
  t.equal(
    (
      await leader(noticeOperations.changeNotice, {
        ...{ params, if_match: '"2"', body: { findings: [line(one)] } },
      })
    ).code,
    'NOT_IN_THIS_STATE',
    'what was decided is not replaced',
  )
})

t.test('of two who edit at once one wins, and one key edits once', async (t) => {
  const { leader, handler, params, etag, one, two, edit, eventsOf, body } = await three(t)
  const ask = (unit_id: string) => ({
    ...{
      params,
      if_match: etag,
      body: { edit: { kind: 'reassign', number: unit_id === two ? 1 : 3, unit_id } },
    },
  })
  const answers = await Promise.all([
    handler(draftOperations.editDraft, ask(one)),
    leader(draftOperations.editDraft, ask(two)),
  ])
  t.strictSame(new Set(answers.map(({ status }) => status)), new Set([200, 412]))
  t.equal(answers.find(({ status }) => status === 412)?.code, 'STALE')
  const now = (await leader(noticeOperations.getNotice, { params })).etag
  const twice = { if_match: now, key: newKey() }
  const hold = { kind: 'withhold', numbers: [2], reason: '暂缓' }
  const [first, again] = await Promise.all([edit(hold, twice), edit(hold, twice)])
  t.strictSame([first.status, again.text, again.etag], [200, first.text, first.etag])
  t.equal((await eventsOf(body.findings[1]?.finding_id ?? '')).length, 2)
})

t.test(
  'nothing is edited while units may answer; what one said goes not with its line',
  async (t) => {
    const { server, leader, handler, params, etag, one, two, edit } = await three(t)
    const asked = await handler(consultationOperations.consultUnits, { params, if_match: etag })
    t.equal(asked.status, 200, asked.text)
    const hold = { kind: 'withhold', numbers: [2], reason: '暂缓' }
    t.equal((await edit(hold, { if_match: asked.etag })).code, 'NOT_IN_THIS_STATE')
    const reporter = server.as(server.office.member(1))
    const [shown] = (await reporter(consultationOperations.listConsultations)).body.items
    await reporter(consultationOperations.answerConsultation, {
      ...{
        params: { id: shown?.finding_id ?? '' },
        body: { answer: 'false_alarm', words: '不是我单位的' },
      },
    })
    await jump(server.office, instantOf('2022-09-07T16:00:00.000Z'))
    const { etag: now } = await handler(noticeOperations.getNotice, { params })
    const trial = async () => {
      const tried = await leader(noticeOperations.issueNotice, { params, query: { dry_run: true } })
      return tried.body.doubts
        .filter(({ kind }) => kind === 'said_false_alarm')
        .map(({ line }) => line)
    }
    t.strictSame(await trial(), [3])
    t.equal(
      (await edit({ kind: 'reassign', number: 3, unit_id: one }, { if_match: now })).status,
      200,
    )
    t.strictSame(await trial(), [])
    t.ok(two)
  },
)
