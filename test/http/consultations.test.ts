import t from 'tap'
import { consultationOperations as operations } from '../../src/contracts/consultations.js'
import { commandOperations, findingOperations } from '../../src/contracts/findings/operations.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { statement } from '../../src/db/handle.js'
import { instantOf } from '../../src/domain/instant.js'
import { evidenceOf } from '../helpers/case.js'
import { consulted, LAST, OVER } from './consulted.js'
import { drafted, line, MONDAY } from './notice.js'
import { testServer } from './support.js'

t.test('each unit is shown its own lines of the draft and nothing else of it', async (t) => {
  const { office, as, params, asked, shownTo, handler, say } = await consulted(t)
  t.equal(asked.status, 200, asked.text)
  t.match(asked.body, { notice_id: params.id, until: OVER, units: 2, findings: 3 })
  const own = await shownTo(0)
  t.strictSame(new Set(own.map(({ number }) => number)), new Set([1, 2]))
  t.match(
    own.find(({ number }) => number === 2),
    {
      ...{ unit_id: office.units[0], problem: '首页错链', place: '首页', answer: null },
      title: '关于检查情况的通报',
    },
  )
  t.strictSame(
    (await shownTo(1)).map(({ number, problem }) => [number, problem]),
    [[3, line(null).problem]],
    'what is sensitive is not shown',
  )
  const reporter = as(office.member(0))
  t.equal((await reporter(noticeOperations.getNotice, { params })).status, 404)
  const finding = { id: own[0]?.finding_id ?? '' }
  t.equal((await reporter(findingOperations.getFinding, { params: finding })).status, 404)
  t.equal(
    (await handler(operations.listConsultations, { query: { unanswered: true } })).body.items
      .length,
    3,
  )

  const mails = await say()
  const box = mails.find(({ to_address }) => to_address === 'unit1@example.com')
  t.match(box?.subject, '发文前核实2项')
  t.match(box?.text, /《关于检查情况的通报》[^]*2022年9月7日前[^]*首页错链/)
  t.notMatch(mails.map(({ text }) => text).join(), '不宜公开')
})

t.test('nothing is issued while somebody may still answer', async (t) => {
  const { leader, params, asked, shownTo, answer, tryIssue, goTo } = await consulted(t)
  const waits = [{ code: 'NOT_IN_THIS_STATE', pointer: '/consulting_until' }]
  t.match((await tryIssue()).problems, waits)
  const lines = { params, if_match: asked.etag, body: { findings: [line(null)] } }
  t.equal((await leader(noticeOperations.changeNotice, lines)).code, 'NOT_IN_THIS_STATE')
  const [one, two] = (await shownTo(0)).toSorted((a, b) => a.number - b.number)
  const said = await answer(0, one?.finding_id ?? '', { answer: 'confirmed' })
  t.match(said.body, { answer: 'confirmed', words: null })
  const words = '当日已更新'
  await answer(0, two?.finding_id ?? '', { answer: 'false_alarm', words })
  t.match((await tryIssue()).problems, waits, 'the other unit has not spoken')
  await goTo(OVER)
  const tried = await tryIssue()
  t.notOk(tried.problems.some(({ pointer }) => pointer === '/consulting_until'))
  t.match(
    tried.doubts.filter(({ kind }) => kind === 'said_false_alarm'),
    [{ line: 2 }],
  )
})

t.test('answers come once, in time, from the unit itself, and say why', async (t) => {
  const { handler, as, office, shownTo, answer, goTo } = await consulted(t)
  const [one, two] = await shownTo(0)
  const id = one?.finding_id ?? ''
  t.match(await answer(0, id, { answer: 'fixed' }), { status: 422, code: 'FIELD_REQUIRED' })
  t.equal((await answer(1, id, { answer: 'confirmed' })).status, 404, 'it was not shown that')
  const body = { answer: 'confirmed' }
  const foreign = await handler(operations.answerConsultation, { params: { id }, body })
  t.equal(foreign.status, 403)
  await goTo(LAST)
  t.equal((await answer(0, id, { answer: 'fixed', words: '已改' })).status, 200)
  t.equal((await answer(0, id, { answer: 'confirmed' })).code, 'NOT_IN_THIS_STATE')
  await goTo(OVER)
  const late = await answer(0, two?.finding_id ?? '', { answer: 'confirmed' })
  t.match([late.status, late.code], [409, 'TOO_LATE_TO_ASK'])
  t.equal((await as(office.member(0, 'unit.signatory'))(operations.listConsultations)).status, 200)
})

t.test('what was withdrawn waits for nobody, and who was silent is told at the end', async (t) => {
  const { as, office, shownTo, answer, tryIssue, say, goTo } = await consulted(t)
  const [one, two] = await shownTo(0)
  const [third] = await shownTo(1)
  await answer(0, one?.finding_id ?? '', { answer: 'confirmed' })
  await answer(1, third?.finding_id ?? '', { answer: 'false_alarm', words: '并无此栏目' })
  const ended = ({ subject }: { subject: string }) => subject.includes('发文前核实结束')
  t.notOk((await say()).some(ended), 'one may still speak')
  const params = { id: two?.finding_id ?? '' }
  const reviewer = as(office.officer('office.reviewer'))
  const { etag } = await reviewer(findingOperations.getFinding, { params })
  const out = { reason_code: 'false_alarm', grounds: '重复' }
  const gone = await reviewer(commandOperations.withdraw, { params, if_match: etag, body: out })
  t.equal(gone.status, 200, gone.text)
  t.equal((await answer(0, two?.finding_id ?? '', { answer: 'confirmed' })).status, 409)
  const { problems } = await tryIssue()
  t.notOk(problems.some(({ pointer }) => pointer === '/consulting_until'))
  await goTo(instantOf('2022-09-08T01:00:00.000Z'))
  const told = (await say()).find(ended)
  t.match(told?.text, '属实1项，误报1项', 'one was never answered: it ends with its time')
  t.notMatch(told?.text, '未反馈', 'but that one is out')
})

t.test('two units that say the last at once are told of once', async (t) => {
  const { office, shownTo, answer } = await consulted(t)
  const [one, two] = await shownTo(0)
  const [third] = await shownTo(1)
  await answer(0, one?.finding_id ?? '', { answer: 'confirmed' })
  const last = await Promise.all([
    answer(0, two?.finding_id ?? '', { answer: 'confirmed' }),
    answer(1, third?.finding_id ?? '', { answer: 'confirmed' }),
  ])
  t.strictSame(
    last.map(({ status }) => status),
    [200, 200],
  )
  const ended = statement<{ id: string }>(
    `select id from message where kind = 'consultation_answered'`,
  )
  t.equal((await office.owner.run(ended())).length, 1)
})

t.test('who was silent is counted at the opening after', async (t) => {
  const { shownTo, answer, say, goTo } = await consulted(t)
  const [one] = await shownTo(0)
  await answer(0, one?.finding_id ?? '', { answer: 'confirmed' })
  await goTo(instantOf('2022-09-08T01:00:00.000Z'))
  const told = (await say()).find(({ subject }) => subject.includes('发文前核实结束1件'))
  t.match(told?.text, '属实1项，未反馈2项（视为属实）')
})

t.test('what is handled offline meanwhile is neither said nor kept nor answered', async (t) => {
  const { as, office, handler, shownTo, answer, say } = await consulted(t)
  const [first] = (await shownTo(0)).toSorted((a, b) => a.number - b.number)
  const params = { id: first?.finding_id ?? '' }
  const call = { whom: '王科长', how: 'telephone', said_at: MONDAY }
  const said = { answer: 'false_alarm', words: '已更新', evidence: [await evidenceOf(office, 0)] }
  const entered = { params, body: { ...said, ...call } }
  t.equal((await handler(operations.registerConsultationAnswer, entered)).status, 200)
  const leader = as(office.officer('office.leader'))
  const { etag } = await leader(findingOperations.getFinding, { params })
  const body = { fields: { handling: 'offline' }, paper_number: '保密〔2022〕1号' }
  const hidden = await leader(commandOperations.correct, { params, if_match: etag, body })
  t.equal(hidden.status, 200, hidden.text)
  const listed = (await handler(operations.listConsultations)).body.items
  const blank = listed.find(({ finding_id }) => finding_id === params.id)
  t.match(blank, { category: '', problem: '', place: null, words: null, entered: { whom: '' } })
  t.strictSame(blank?.evidence, [])
  const own = (await say()).filter(({ to_address }) => to_address === 'unit1@example.com')
  t.match(own[0]?.text, '首页错链')
  t.notMatch(own[0]?.text, /工作动态|王科长/, 'not a word of it')
  t.equal((await answer(0, params.id, { answer: 'confirmed' })).code, 'NOT_IN_THIS_STATE')
})

t.test('what was said stays with its line; lines nobody spoke of may be replaced', async (t) => {
  const { leader, handler, params, asked, shownTo, answer, goTo } = await consulted(t)
  await goTo(OVER)
  const lines = [line((await shownTo(0))[0]?.unit_id ?? '')]
  const replace = (if_match: string | null) =>
    leader(noticeOperations.changeNotice, { params, if_match, body: { findings: lines } })
  const replaced = await replace(asked.etag)
  t.equal(replaced.status, 200, replaced.text)
  const gone = (await handler(operations.listConsultations)).body.items
  t.strictSame([...new Set(gone.map(({ problem }) => problem))], [''], 'no word of them is left')
  const again = await handler(operations.consultUnits, { params, if_match: replaced.etag })
  t.match(again.body, { units: 1, findings: 1 })
  const [fresh] = await shownTo(0, { unanswered: true })
  const words = '并非本单位栏目'
  await answer(0, fresh?.finding_id ?? '', { answer: 'false_alarm', words })
  t.equal((await replace(again.etag)).code, 'NOT_IN_THIS_STATE')
})

t.test('nobody is waited for about what is handled offline', async (t) => {
  const { leader, shownTo, answer, tryIssue } = await consulted(t)
  const waits = async () =>
    (await tryIssue()).problems.some(({ pointer }) => pointer === '/consulting_until')
  const [one, two] = await shownTo(0)
  const [third] = await shownTo(1)
  const correct = async (id: string, body: object) => {
    const { etag } = await leader(findingOperations.getFinding, { params: { id } })
    const told = await leader(commandOperations.correct, { params: { id }, if_match: etag, body })
    t.equal(told.status, 200, told.text)
  }
  await answer(0, one?.finding_id ?? '', { answer: 'confirmed' })
  await answer(1, third?.finding_id ?? '', { answer: 'confirmed' })
  t.ok(await waits())
  const offline = { fields: { handling: 'offline' }, paper_number: '保密〔2022〕1号' }
  await correct(two?.finding_id ?? '', offline)
  t.notOk(await waits())
})

t.test('an urgent or unfinished draft is not shown to anybody', async (t) => {
  const server = await testServer(t, { units: 1, clock: instantOf(MONDAY) })
  const [unit = ''] = server.office.units
  const refused = async (one: object) => {
    const { params, etag } = await drafted(server, { findings: [one] })
    const handler = server.as(server.office.officer('office.handler'))
    const asked = await handler(operations.consultUnits, { params, if_match: etag })
    return `${asked.code} ${asked.problem.errors?.[0]?.pointer}`
  }
  const urgent = line(unit, { indicator_id: 'WV-1.1', severity: 'veto' })
  t.equal(await refused(urgent), 'NOT_IN_THIS_STATE /findings')
  t.equal(await refused(line(null)), 'FIELD_REQUIRED /findings/unit_id')
  const unconfirmed = line(unit, { severity_confirmed: false })
  t.equal(await refused(unconfirmed), 'FIELD_REQUIRED /findings/severity_confirmed')
})

t.test('a draft is shown once; only what came in since is shown again', async (t) => {
  const { handler, params, asked, say, shownTo, answer } = await consulted(t)
  const again = await handler(operations.consultUnits, { params, if_match: asked.etag })
  t.match([again.status, again.code], [422, 'FIELD_REQUIRED'])
  for (const unit of [0, 1])
    for (const { finding_id } of await shownTo(unit))
      await answer(unit, finding_id, { answer: 'confirmed' })
  const told = (await say()).filter(({ subject }) => subject.includes('发文前核实结束1件'))
  t.equal(told.length, 1)
  t.match(told[0]?.text, '属实3项')
})
