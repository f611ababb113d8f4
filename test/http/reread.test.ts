import t, { type Test } from 'tap'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { draftOperations } from '../../src/contracts/notices/draft-operations.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { aliasOperations } from '../../src/contracts/register/aliases.js'
import { instantOf } from '../../src/domain/instant.js'
import { drafted, line, MONDAY } from './notice.js'
import { newKey, testServer } from './support.js'

const FAULTS = {
  exams: '市教育局“招生考试”栏目超过6个月未更新。',
  floods: '市水利局“防汛抗旱”栏目为空白栏目。',
  mail: '市教育局“意见信箱”来信超过5个工作日未回复。',
}
const textOf = (...faults: readonly string[]) =>
  ['关于第三季度检查情况的通报', '一、存在问题', ...faults, ''].join('\n')

/** A draft of a text, as reading gives it, of which nobody has decided anything. */
async function read(t: Test) {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office, as } = server
  const [one = '', two = ''] = office.units
  const handler = as(office.officer('office.handler'))
  const names = [
    [one, '市教育局'],
    [two, '市水利局'],
  ] as const
  for (const [id, alias] of names)
    await handler(aliasOperations.learnAlias, { params: { id }, body: { alias } })
  const { params, etag, leader } = await drafted(server, { findings: [line(one)] })
  let tag = etag
  const reread = async (text: string, more: { if_match?: string | null; key?: string } = {}) => {
    const told = await handler(draftOperations.rereadNotice, {
      ...{ params, body: { text }, if_match: tag },
      ...more,
    })
    if (told.status === 200) tag = told.etag
    return told
  }
  const edit = async (edit: object) => {
    const told = await handler(draftOperations.editDraft, { params, body: { edit }, if_match: tag })
    if (told.status === 200) tag = told.etag
    return told
  }
  await edit({ kind: 'drop', numbers: [1], reason_code: 'other', reason: '重新起草' })
  const first = await reread(textOf(...Object.values(FAULTS)))
  return { server, leader, handler, params, one, two, reread, edit, first, tag: () => tag }
}

const listsOf = ({ body }: { body: Record<'kept' | 'updated' | 'added' | 'gone', number[]> }) => {
  const { kept, updated, added, gone } = body
  return { kept, updated, added, gone }
}
const NONE = { kept: [], updated: [], added: [], gone: [] }

t.test('a text becomes lines, and the same text again changes nothing', async (t) => {
  const { first, one, two, reread, handler, params } = await read(t)
  t.equal(first.status, 200, first.text)
  t.strictSame(listsOf(first), { ...NONE, added: [2, 3, 4] })
  t.match(
    first.body.notice.findings.slice(1).map(({ unit_id, place, problem, severity_confirmed }) => {
      return [unit_id, place, problem, severity_confirmed]
    }),
    [
      [one, '招生考试', /超过6个月未更新/, false],
      [two, '防汛抗旱', /空白栏目/, false],
      [one, '意见信箱', /未回复/, false],
    ],
  )
  const again = await reread(textOf(...Object.values(FAULTS)))
  t.strictSame(listsOf(again), NONE)
  t.strictSame([again.etag, again.body.notice], [first.etag, first.body.notice])
  t.strictSame((await handler(noticeOperations.getNotice, { params })).body, first.body.notice)
})

t.test('what a person decided stays, the rest follows the text', async (t) => {
  const { first, one, two, reread, edit, leader, params } = await read(t)
  t.equal(first.status, 200, first.text)
  await edit({ kind: 'reassign', number: 2, unit_id: two, reason: '栏目由其主管' })
  await edit({
    ...{ kind: 'split', number: 3 },
    parts: [{ problem: '栏目空白' }, { problem: '栏目无链接', place: '防汛抗旱二' }],
  })
  const right = FAULTS.mail.replace('5个工作日', '10个工作日')
  const newer = '市水利局“水文信息”栏目超过14天未更新。'
  const second = await reread(textOf(FAULTS.exams, FAULTS.floods, right, newer))
  t.strictSame(listsOf(second), { kept: [2, 3], updated: [4], added: [6], gone: [] })
  const lines = second.body.notice.findings
  t.match(
    lines.map(({ number, unit_id, problem }) => [number, unit_id, problem]),
    [
      [1, one, /./],
      [2, two, /超过6个月未更新/],
      [3, two, '栏目空白'],
      [4, one, /超过10个工作日未回复/],
      [5, two, '栏目无链接'],
      [6, two, /超过14天未更新/],
    ],
  )
  const third = await reread(textOf(FAULTS.exams))
  t.strictSame(listsOf(third), { ...NONE, kept: [2], gone: [4, 6] }, 'nothing goes by itself')
  t.equal(third.body.notice.findings.length, 6)
  await edit({ kind: 'drop', numbers: [4], reason_code: 'false_alarm', reason: '原文已删' })
  const fourth = await reread(textOf(FAULTS.exams, right))
  t.strictSame(
    listsOf(fourth),
    { ...NONE, kept: [2, 4], gone: [6] },
    'what was dropped does not come back',
  )
  const gone = fourth.body.notice.findings[3]
  t.equal(gone?.state, 'withdrawn')
  const events = await leader(findingOperations.listFindingEvents, {
    params: { id: gone?.finding_id ?? '' },
  })
  t.strictSame(
    events.body.items.map(({ type }) => type),
    ['drafted', 'withdrawn'],
  )
  t.match((await leader(noticeOperations.getNotice, { params })).body, {
    source_text: textOf(FAULTS.exams, right),
  })
})

t.test('lines that stay say where their sentence stands in the new text', async (t) => {
  const { first, two, reread, edit, leader, params } = await read(t)
  t.equal(first.status, 200, first.text)
  await edit({ kind: 'reassign', number: 2, unit_id: two, reason: '栏目由其主管' })
  await edit({
    kind: 'split',
    number: 3,
    parts: [{ problem: '栏目空白' }, { problem: '栏目无链接' }],
  })
  await edit({ kind: 'withhold', numbers: [4], reason: '正在整改' })
  const above = '市水利局“水文信息𠮷”栏目超过14天未更新。'
  const text = textOf(above, FAULTS.floods, FAULTS.exams)
  const second = await reread(text)
  t.strictSame(listsOf(second), { ...NONE, kept: [3, 2], added: [6] }, second.text)
  const shown = second.body.notice.findings.map((one) => {
    const { number, sentence, sentence_start: start, sentence_end: end } = one
    const there =
      start === null
        ? null
        : Array.from(text)
            .slice(start, end ?? 0)
            .join('')
    return [number, sentence, there]
  })
  t.strictSame(shown.slice(1), [
    [2, FAULTS.exams, FAULTS.exams],
    [3, FAULTS.floods, FAULTS.floods],
    [4, FAULTS.mail, null],
    [5, FAULTS.floods, FAULTS.floods],
    [6, above, above],
  ])
  t.strictSame((await leader(noticeOperations.getNotice, { params })).body, second.body.notice)
  const again = await reread(text)
  t.strictSame([again.etag, listsOf(again)], [second.etag, { ...NONE, kept: [3, 2] }])
  const id = second.body.notice.findings[1]?.finding_id ?? ''
  const { body } = await leader(findingOperations.listFindingEvents, { params: { id } })
  t.strictSame(
    body.items.map(({ type }) => type),
    ['drafted', 'redrafted'],
    'it is no event',
  )
})

t.test('what cannot be is told; one key reads once, and of two at once one', async (t) => {
  const { server, params, reread, tag, leader } = await read(t)
  const text = textOf(FAULTS.exams)
  t.equal((await reread(text, { if_match: '"1"' })).code, 'STALE')
  t.equal((await reread(`机密★10年\n${text}`)).code, 'SECRECY_MARKED')
  const reporter = server.as(server.office.member(0))
  const foreign = { params, body: { text }, if_match: tag() }
  t.equal((await reporter(draftOperations.rereadNotice, foreign)).status, 403)
  const once = { if_match: tag(), key: newKey() }
  const [first, again] = await Promise.all([reread(text, once), reread(text, once)])
  t.strictSame([first.status, again.text, again.etag], [200, first.text, first.etag])
  const seen = { if_match: tag() }
  const both = await Promise.all([
    reread(textOf(FAULTS.floods), seen),
    leader(draftOperations.rereadNotice, { params, body: { text: textOf(FAULTS.mail) }, ...seen }),
  ])
  t.strictSame(new Set(both.map(({ status }) => status)), new Set([200, 412]))
})
