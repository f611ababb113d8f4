import t from 'tap'
import { consultationOperations as operations } from '../../src/contracts/consultations.js'
import { evidenceOperations } from '../../src/contracts/evidence.js'
import { commandOperations, findingOperations } from '../../src/contracts/findings/operations.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { instantOf } from '../../src/domain/instant.js'
import { evidenceOf } from '../helpers/case.js'
import { consulted, LAST, OVER } from './consulted.js'

/** The handler rang on Monday at eleven. */
const RANG = '2022-09-05T03:00:00.000Z'
const CALL = { whom: '王科长', how: 'telephone', said_at: RANG }

t.test('files go with an answer; the office opens them, another unit never', async (t) => {
  const { server, office, as, handler, leader, params, shownTo, answer, goTo } = await consulted(t)
  const [one, two] = (await shownTo(0)).toSorted((a, b) => a.number - b.number)
  const [own, foreign] = [await evidenceOf(office, 0), await evidenceOf(office, 1)]
  const said = { answer: 'false_alarm', words: '当日已更新' }
  const refused = await answer(0, one?.finding_id ?? '', { ...said, evidence: [own, foreign] })
  t.match([refused.status, refused.code], [422, 'EVIDENCE_REQUIRED'])
  t.equal(refused.problem.errors?.[0]?.pointer, '/evidence', 'a file of another unit is none')
  const done = await answer(0, one?.finding_id ?? '', { ...said, evidence: [own] })
  t.equal(done.status, 200, done.text)
  t.match(done.body, { entered: null, evidence: [{ sha256: own }] })
  const named = async (who: typeof handler) => {
    const query = { finding: one?.finding_id ?? '' }
    const { items } = (await who(operations.listConsultations, { query })).body
    return items.flatMap(({ evidence }) => evidence)
  }
  const [file] = await named(handler)
  t.match(file, { sha256: own, id: String })
  const opened = { params: { id: file?.id ?? '' } }
  const { getEvidenceMetadata } = evidenceOperations
  t.equal((await handler(getEvidenceMetadata, opened)).status, 200)
  const other = as(office.member(1))
  t.equal((await other(getEvidenceMetadata, opened)).status, 404)
  t.strictSame(await named(other), [])
  // Once the notice is out they are still there, and the unit names them again where it disputes.
  await goTo(OVER)
  const { etag } = await leader(noticeOperations.getNotice, { params })
  const issued = await leader(noticeOperations.issueNotice, { params, if_match: etag })
  t.equal(issued.status, 200, issued.text)
  t.strictSame(
    (await named(as(office.member(0)))).map(({ id }) => id),
    [file?.id],
  )
  const disputed = { params: { id: one?.finding_id ?? '' } }
  const signatory = as(office.member(0, 'unit.signatory'))
  const seen = await signatory(findingOperations.getFinding, disputed)
  const dispute = await signatory(commandOperations.dispute, {
    ...{ ...disputed, if_match: seen.etag, body: { grounds: '当日已更新', evidence: [own] } },
  })
  t.equal(dispute.status, 200, dispute.text)
  t.equal((await answer(0, two?.finding_id ?? '', said)).code, 'NOT_IN_THIS_STATE')
  t.equal(server.office.units.length, 2)
})

t.test('the office enters what a unit said by telephone; the unit is told', async (t) => {
  const { office, handler, leader, as, shownTo, answer, say, goTo } = await consulted(t)
  const [one, two] = (await shownTo(0)).toSorted((a, b) => a.number - b.number)
  const id = one?.finding_id ?? ''
  const enter = (body: object, finding = id, who = handler) =>
    who(operations.registerConsultationAnswer, { params: { id: finding }, body })
  const false_alarm = { answer: 'false_alarm', words: '电话称当日已更新', ...CALL }
  await goTo(instantOf('2022-09-05T03:10:00.000Z'))
  t.match(await enter({ ...false_alarm, said_at: LAST }), { status: 422, code: 'FUTURE_DATE' })
  const early = { ...false_alarm, said_at: '2022-09-01T03:00:00.000Z' }
  t.match(await enter(early), { status: 422, code: 'DUE_NOT_ALLOWED' })
  const unsaid = { ...false_alarm, words: undefined }
  t.match(await enter(unsaid), { status: 422, code: 'FIELD_REQUIRED' })
  t.equal((await enter(false_alarm, id, as(office.member(0)))).status, 403, 'the unit does not')
  const entered = await enter({ ...false_alarm, evidence: [await evidenceOf(office, 0)] })
  t.equal(entered.status, 200, entered.text)
  const by = office.officer('office.handler').person_id
  t.match(entered.body, { entered: CALL, answered_by: by, evidence: [{ id: String }] })
  // What was entered gives way to a later entry, and that to the unit's own word, which stands.
  const confirmed = { answer: 'confirmed', ...CALL, how: 'paper' }
  t.match((await enter(confirmed, two?.finding_id, leader)).body, { answer: 'confirmed' })
  t.match((await enter({ ...false_alarm, words: '经核对，确已更新' })).body, { evidence: [] })
  const told = (await say()).find(({ to_address }) => to_address === 'unit1@example.com')
  t.match(told?.subject, '代录核实意见2项')
  t.match(told?.text, '反馈人：王科长（电话，2022年9月5日11:00）')
  t.match(told?.text, '反馈人：王科长（纸质，2022年9月5日11:00）')
  t.match(told?.text, '经核对，确已更新')
  t.notMatch(told?.text, '电话称当日已更新', 'what was replaced before it was said is not said')
  const own = await answer(0, id, { answer: 'confirmed' })
  t.match(own.body, { answer: 'confirmed', words: null, entered: null, evidence: [] })
  t.equal((await enter(false_alarm)).code, 'NOT_IN_THIS_STATE', 'its own word stands')
  t.equal((await answer(0, id, { answer: 'confirmed' })).code, 'NOT_IN_THIS_STATE')
  const [third] = await shownTo(1)
  await goTo(OVER)
  const late = await enter(false_alarm, third?.finding_id)
  t.match([late.status, late.code], [409, 'TOO_LATE_TO_ASK'])
})

t.test('what is entered anew is told anew, also while the office’s clock stands', async (t) => {
  const { handler, shownTo, say, goTo } = await consulted(t)
  await goTo(instantOf('2022-09-05T03:10:00.000Z'))
  const [one = '', two = ''] = (await shownTo(0)).map(({ finding_id }) => finding_id)
  const [third = ''] = (await shownTo(1)).map(({ finding_id }) => finding_id)
  const enter = async (id: string, words: string) => {
    const body = { answer: 'false_alarm', words, ...CALL }
    const told = await handler(operations.registerConsultationAnswer, { params: { id }, body })
    t.equal(told.status, 200, told.text)
  }
  /** How many mails tell the unit so, and how many the office that it has all its answers. */
  const told = async (words: string) => {
    const mails = await say()
    const unit = mails.filter(({ to_address }) => to_address === 'unit1@example.com')
    const office = mails.filter(({ subject }) => subject.includes('核实结束'))
    return [unit.filter(({ text }) => text.includes(words)).length, office.length]
  }
  await enter(third, '电话称当日已更新')
  await enter(two, '电话称当日已更新')
  await enter(one, '电话称三日已更新')
  t.strictSame(await told('电话称三日已更新'), [1, 1])
  await enter(one, '电话更正为四日')
  t.strictSame(await told('电话更正为四日'), [1, 2])
  await enter(one, '电话称三日已更新')
  t.strictSame(await told('电话称三日已更新'), [2, 3], 'though it was said before')
  await enter(two, '电话更正为五日')
  t.strictSame(await told('电话更正为五日'), [1, 4], 'another line of the same moment')
})

t.test('two at once are one after the other; what is said otherwise is told again', async (t) => {
  const { handler, leader, params, shownTo, answer, say, goTo } = await consulted(t)
  await goTo(instantOf('2022-09-05T03:10:00.000Z'))
  const [one, two] = (await shownTo(0)).toSorted((a, b) => a.number - b.number)
  const [third] = await shownTo(1)
  const id = one?.finding_id ?? ''
  const enter = (finding: string, body: object = { answer: 'confirmed', ...CALL }) =>
    handler(operations.registerConsultationAnswer, { params: { id: finding }, body })
  const fixed = { answer: 'fixed', words: '已改' }
  const both = await Promise.all([enter(id), answer(0, id, fixed)])
  t.ok(
    [200, 409].includes(both[0].status) && both[1].status === 200,
    'the unit’s own word is taken whoever was first',
  )
  const stands = (await shownTo(0)).find(({ finding_id }) => finding_id === id)
  t.match(stands, { answer: 'fixed', entered: null })
  await enter(two?.finding_id ?? '')
  await enter(third?.finding_id ?? '')
  const ended = async () =>
    (await say()).flatMap(({ subject, text }) => (subject.includes('核实结束') ? text : []))
  t.match(await ended(), [/属实2项，已改1项/])
  // The unit finds that this is not what it said.
  const words = '并无此栏目'
  await answer(1, third?.finding_id ?? '', { answer: 'false_alarm', words })
  await answer(0, two?.finding_id ?? '', fixed)
  t.match(await ended(), [/属实2项，已改1项/, /误报1项，已改2项/], 'once, as it stands then')
  const { etag } = await leader(noticeOperations.getNotice, { params })
  t.equal((await leader(noticeOperations.issueNotice, { params, if_match: etag })).status, 200)
  t.equal((await enter(third?.finding_id ?? '')).code, 'NOT_IN_THIS_STATE', 'the notice is out')
})
