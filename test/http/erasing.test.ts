import t, { type Test } from 'tap'
import { beginning } from '../../src/audit/chains/progress.js'
import { isUntouched } from '../../src/audit/chains/report.js'
import { verifyRecord } from '../../src/audit/chains/verify.js'
import {
  findingOperations,
  commandOperations as operations,
} from '../../src/contracts/findings/operations.js'
import { erasingOperations } from '../../src/contracts/register/erasing.js'
import { personOperations } from '../../src/contracts/register/people.js'
import { securityEventOperations } from '../../src/contracts/security-events.js'
import { updateMemberships } from '../../src/db/membership.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { figure } from '../helpers/figure.js'
import { act } from './closing.js'
import { dump, enterLeaver, LEFT, mailed } from './erasing.js'
import { issuedFindings, line, MONDAY } from './notice.js'
import { daysAgo, decided, SHORTEST } from './retained.js'
import { newKey, type TestServer, testServer } from './support.js'
import { uploaded } from './uploads.js'

const WHY = { reason: '本人离任，申请删除', basis: '2022年9月2日个人信息删除申请' }

async function scene(t: Test, problem = '栏目三个月没有更新') {
  const server = await testServer(t, { units: 2, clock: instantOf(MONDAY) })
  const { office, as } = server
  const [unit = ''] = office.units
  const { findings } = await issuedFindings(server, { findings: [line(unit, { problem })] })
  const { body: file } = await uploaded(server, office.member(0))
  const who = {
    leader: as(office.officer('office.leader')),
    handler: as(office.officer('office.handler')),
    reporter: as(office.member(0)),
    auditor: as(office.officer('auditor')),
  }
  const events = async (send = who.handler) =>
    (await send(findingOperations.listFindingEvents, { params: { id: findings[0] ?? '' } })).body
      .items
  const url = office.url.replace(/\?.*/, '')
  return { server, office, ...who, id: findings[0] ?? '', evidence: [file.sha256], events, url }
}

/** Whether every chain is whole, and nothing went without an entry. */
async function verified({ office }: TestServer) {
  const { pool, hash } = office.worker
  const begin = beginning('this record', '2022-09-05T01:00:00.000Z')
  return verifyRecord({ pool, hash, heads: null, kept: () => undefined }, begin)
}

t.test('S54 a person who has left is erased from every table, and the chain stays', async (t) => {
  const { server, office, leader, handler, reporter, auditor, id, evidence, events, url } =
    await scene(t, `${LEFT.name}负责的栏目没有更新`)
  const { id: person, seat } = await enterLeaver(office, null)
  await act(handler, id, 'record_contact', { whom: LEFT.name, at: MONDAY, words: '已提醒' })
  await act(handler, id, 'comment', { text: '请抓紧', audience: 'unit' })
  await act(reporter, id, 'respond', {
    ...{ result: 'fixed', cause: '无人维护', measures: `由${LEFT.name}（${LEFT.phone}）更新` },
    ...{ completed_on: '2022-09-05', evidence },
  })
  await mailed(office, '请尽快办理', { person_id: person })
  await mailed(office, `请联系${LEFT.name}，${LEFT.email}`, {})
  await decided(office, SHORTEST, daysAgo(0), `${LEFT.name}负责的邮件要久一点`)
  const words = Object.values(LEFT)
  const before = await dump(url)
  for (const word of words) t.match(before, word, 'what is looked for is there')

  const erase = (body: object = WHY, send = leader, key = newKey()) =>
    send(erasingOperations.erasePerson, { params: { id: person }, body, key })
  t.equal((await erase()).code, 'OPEN_DUTIES', 'whoever has a role is not erased')
  await updateMemberships(office.owner, [{ ...seat, until_on: dateOf('2022-09-02') }])
  t.equal((await erase(WHY, handler)).code, 'ROLE_NOT_ALLOWED')
  for (const [body, pointer] of [
    [{ ...WHY, reason: undefined }, '/reason'],
    [{ ...WHY, reason: `${LEFT.name}离任` }, '/reason'],
    [{ ...WHY, basis: undefined }, '/basis'],
  ] as const) {
    const { code, problem } = await erase(body)
    t.equal(code, 'FIELD_REQUIRED')
    t.match(JSON.stringify(problem), pointer)
  }
  t.equal(await dump(url).then((text) => text.includes(LEFT.name)), true, 'refused is not done')

  const key = newKey()
  const started = performance.now()
  const [one, two] = await Promise.all([erase(WHY, leader, key), erase()])
  figure(`a person erased in ${Math.round(performance.now() - started)} ms`)
  t.strictSame([one.status, two.status], [200, 200], one.text + two.text)
  t.equal(one.body.id, two.body.id, 'of two at once one erases')
  const done = one.body.findings.length > 0 ? one : two
  t.strictSame(done.body.findings, [{ finding_id: id, events: [2, 5] }])
  t.equal(done.body.by_name, true)
  t.equal((await erase(WHY, leader, key)).text, one.text)
  t.match((await erase()).body, { id: one.body.id, findings: [] })

  const after = await dump(url)
  for (const word of words) t.notMatch(after, word, `${word} is nowhere`)
  t.match(after, '＊＊＊＊负责的邮件要久一点')
  t.match(after, '＊＊＊＊负责的栏目没有更新', 'the rest of what was said stays')
  const shown = await handler(personOperations.read, { params: { id: person } })
  t.match(shown.body, { name: '已删除', email: null, phone: null, status: 'disabled' })
  const back = { params: { id: person }, if_match: shown.etag, body: { name: LEFT.name } }
  const admin = server.as(office.officer('admin'))
  t.equal((await admin(personOperations.change, back)).code, 'VALIDATION_FAILED')

  const record = await events()
  t.strictSame(
    record.map(({ type, erased, texts }) => [type, erased, texts === null]),
    [
      ['issued', false, true],
      ['contact_recorded', true, true],
      ['commented', false, false],
      ['acknowledged', false, true],
      ['responded', true, true],
      ['words_erased', false, false],
    ],
  )
  t.match(record.at(-1), { data: { events: [2, 5], about: 'person' }, texts: WHY })
  const rounds = await handler(findingOperations.listFindingRounds, { params: { id } })
  t.match(rounds.body.items, [{ result: 'fixed', cause: null, measures: null }])
  const whole = await verified(server)
  t.ok(isUntouched(whole), JSON.stringify(whole.faults))
  t.match(whole, { events: 6, erased: 2 })
  const noted = await auditor(securityEventOperations.listSecurityEvents, {
    query: { event: 'person_erased' },
  })
  t.match(noted.body.items, [{ about: person, detail: { findings: 1 }, result: 'done' }])
  t.equal(noted.body.items.length, 1)
})

t.test('S54 a letter-writer’s words are erased from one event, and from mails', async (t) => {
  const { server, office, leader, handler, reporter, auditor, id, evidence, events, url } =
    await scene(t)
  const [name, words] = ['赵铁柱', '来信人赵铁柱反映后\n已更新']
  await act(reporter, id, 'respond', {
    ...{ result: 'fixed', cause: words, measures: '已更新', completed_on: '2022-09-05', evidence },
  })
  const told = await mailed(office, `问题1：${words.replace('\n', ' ')}`, { finding_id: id })
  const other = await mailed(office, '问题2：其他', {})
  const why = { about: 'letter_writer', reason: '来信人要求', basis: '9月5日申请书' }
  const erase = (seqs: readonly number[], send = leader) =>
    send(operations.erase_words, { params: { id }, body: { ...why, events: seqs }, if_match: null })
  const seen = async () => (await handler(findingOperations.getFinding, { params: { id } })).etag
  const at = async (seqs: readonly number[], send = leader) =>
    send(operations.erase_words, {
      ...{ params: { id }, body: { ...why, events: seqs }, if_match: await seen() },
    })
  t.equal((await erase([3])).status, 428)
  t.equal((await at([3], handler)).code, 'ROLE_NOT_ALLOWED')
  t.equal((await at([1])).code, 'NOTHING_TO_CHANGE', 'an event without words')
  t.equal((await at([3, 1])).status, 200)
  t.equal((await at([3])).code, 'NOTHING_TO_CHANGE', 'what is erased is erased')

  const text = await dump(url)
  t.notMatch(text, name)
  const rows = text.split('\n').filter((row) => row.startsWith('mail '))
  t.match(
    rows.find((row) => row.includes(told)),
    '本邮件的内容已删除',
  )
  t.match(
    rows.find((row) => row.includes(other)),
    '问题2：其他',
  )
  t.match((await events()).at(-1), { type: 'words_erased', data: { events: [3] } })
  const units = await events(reporter)
  t.strictSame(
    units.map(({ type, erased }) => [type, erased]),
    [
      ['issued', false],
      ['acknowledged', false],
      ['responded', true],
    ],
    'the unit sees that its words are gone, not whose they held',
  )
  t.ok(isUntouched(await verified(server)))
  const noted = await auditor(securityEventOperations.listSecurityEvents, {
    query: { event: 'words_erased' },
  })
  t.match(noted.body.items, [{ about: id, detail: { events: [3], of: ['letter_writer'] } }])
  await act(handler, id, 'return', {
    ...{ kind: 'substantive', reasons: ['not_fixed'] },
    points: [{ claim: '已更新', comment: '仍为旧内容' }],
  })
  t.ok(isUntouched(await verified(server)), 'and it goes on')
})
