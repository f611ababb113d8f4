import t, { type Test } from 'tap'
import { checkingOperations as operations } from '../../src/contracts/findings/checking.js'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { policyOperations } from '../../src/contracts/policies.js'
import { indicatorOperations } from '../../src/contracts/register/indicators.js'
import { statement } from '../../src/db/handle.js'
import { instantOf } from '../../src/domain/instant.js'
import { jump } from '../helpers/case.js'
import { act } from './closing.js'
import { issuedFindings, line, MONDAY } from './notice.js'
import { type Send, type TestServer, testServer } from './support.js'
import { entered, PNG, text } from './uploads.js'

const DAY = '2022-09-05'
const ADDRESS = 'https://www.example.gov.cn/dt/'
const SAID = { cause: '无人维护', measures: `已更新，见 ${ADDRESS}` }
const ANSWER = { ...SAID, result: 'fixed', completed_on: DAY }

/** An office with one finding of its first unit, about a column that is not updated. */
async function setting(t: Test, policy: object | null = null, findingBytes?: number) {
  const bytes = findingBytes === undefined ? {} : { findingBytes }
  const server = await testServer(t, { clock: instantOf(MONDAY), ...bytes })
  const { office, as } = server
  if (policy) {
    const admin = as(office.officer('admin'))
    const { etag: if_match } = await admin(policyOperations.listPolicies)
    const body = { policy, reason: '本市办法另有规定' }
    const told = await admin(policyOperations.changePolicy, { body, if_match })
    if (told.status !== 201) throw new Error(told.text)
  }
  const findings = [line(office.units[0] ?? '', { indicator_id: 'WD-04' })]
  const id = (await issuedFindings(server, { findings })).findings[0] ?? ''
  return { server, office, as, id, reporter: as(office.member(0)) }
}

/** A picture of the first unit, taken on a day where one is said. */
async function picture(server: TestServer, captured_on: string | null, member = 0) {
  const day = captured_on === null ? [] : [{ name: 'captured_on', content: captured_on }]
  const content = Buffer.concat([PNG, Buffer.from(captured_on ?? '')])
  const file = { name: 'file', content, filename: '截图.png', type: 'image/png' }
  const { sha256 } = await entered(server, server.office.member(member), [...day, file])
  return sha256
}

const check = (send: Send, id: string, body: object = {}) =>
  send(operations.checkAnswer, { params: { id }, body, key: null })
const codes = async (send: Send, id: string, body?: object) => {
  const { status, body: told, text } = await check(send, id, body)
  if (status !== 200) throw new Error(text)
  return told.gaps.map(({ code, field }) => (field ? `${code} ${field}` : code))
}

t.test('what is lacking is told before the answer is sent, which is then taken', async (t) => {
  const { server, id, reporter } = await setting(t)
  const { body } = await check(reporter, id)
  t.match(body, {
    ...{ finding_id: id, submittable: false },
    recipe: { source: 'catalogue', steps: [{ proof: 'newer_date' }, { proof: 'picture' }] },
  })
  t.strictSame(
    body.gaps.map(({ weight }) => weight),
    [...Array(5).fill('refused'), 'returnable', 'returnable', 'later'],
  )
  t.equal(body.gaps.find(({ field }) => field === '/cause')?.message, '缺少“原因”。')
  const old = await picture(server, '2022-08-01')
  t.strictSame(await codes(reporter, id, { ...ANSWER, evidence: [old] }), [
    ...['CAPTURED_BEFORE_NOTICE /evidence/0', 'REPORT_LATER /report'],
  ])
  const [own, foreign] = [await picture(server, DAY), await picture(server, null, 1)]
  const both = { ...ANSWER, evidence: [own, foreign] }
  t.strictSame(await codes(reporter, id, both), [
    ...['EVIDENCE_UNKNOWN /evidence', 'REPORT_LATER /report'],
  ])
  t.equal((await act(reporter, id, 'respond', both)).code, 'EVIDENCE_REQUIRED')
  const report = { on: DAY, report_number: '1号' }
  const whole = { ...ANSWER, evidence: [own], report }
  t.match((await check(reporter, id, whole)).body, { submittable: true, gaps: [] })
  const { status, body: after } = await act(reporter, id, 'respond', whole)
  t.strictSame([status, after.finding.state], [200, 'responded'])
  t.match((await check(reporter, id, whole)).body.gaps, [{ code: 'NOT_TO_ANSWER', field: null }])
})

const ALL = statement<Record<string, unknown>>(
  `select (select to_jsonb(f) from finding f where f.id = $1) as finding,
     (select jsonb_agg(to_jsonb(m) order by m.id) from milestone m where m.subject_id = $1) as milestones,
     (select count(*)::int from finding_event) as events, (select count(*)::int from command_key) as keys,
     (select count(*)::int from message) as messages,
     (select jsonb_agg(to_jsonb(s)) from workflow_sync s where s.subject_id = $1) as told`,
)

t.test('nothing is changed, however often it is asked and whatever is due', async (t) => {
  const { office, id, reporter } = await setting(t)
  await jump(office, instantOf('2022-09-19T02:00:00.000Z'))
  const before = await office.owner.run(ALL(id))
  const told = await Promise.all(Array.from({ length: 20 }, () => check(reporter, id, ANSWER)))
  t.strictSame([...new Set(told.map(({ status }) => status))], [200])
  t.equal(new Set(told.map((one) => one.text)).size, 1, 'the same each time')
  t.strictSame(await office.owner.run(ALL(id)), before)
  t.equal(typeof before[0]?.['events'], 'number')
})

t.test('only whoever answers for the unit is told', async (t) => {
  const { office, as, id } = await setting(t)
  for (const role of ['office.handler', 'office.leader', 'auditor', 'admin'] as const) {
    t.equal((await check(as(office.officer(role)), id)).code, 'ROLE_NOT_ALLOWED', role)
  }
  t.equal((await check(as(office.member(1)), id)).code, 'NOT_FOUND')
  const helping = { unit_ids: [office.units[1] ?? ''] }
  await act(as(office.officer('office.reviewer')), id, 'name_supporting', helping)
  const seen = await as(office.member(1))(findingOperations.getFinding, { params: { id } })
  t.equal(seen.status, 200, 'a unit that helps reads along')
  t.equal((await check(as(office.member(1)), id)).code, 'ROLE_NOT_ALLOWED')
})

t.test('what the office’s policy asks for beside', async (t) => {
  const { server, office, as, id, reporter } = await setting(t, {
    ...{ respond_needs_signatory: true, stamped_report: 'with_answer' },
    recipes: { 'WD-04': ['document', 'number'] },
  })
  const file = await entered(server, office.member(0), [text('整改后的页面')])
  const body = { ...ANSWER, evidence: [file.sha256] }
  const policy = ['DOCUMENT_MISSING /evidence', 'NUMBER_MISSING /measures']
  t.strictSame(await codes(reporter, id, body), [
    ...['SIGNATORY_MISSING', 'REPORT_MISSING /report', ...policy],
  ])
  const signatory = as(office.member(0, 'unit.signatory'))
  t.strictSame(await codes(signatory, id, body), ['REPORT_MISSING /report', ...policy])
  const { recipe } = (await check(signatory, id, body)).body
  const { items } = (await as(office.officer('auditor'))(policyOperations.listPolicies)).body
  t.match(recipe, { source: 'policy', version: items[0]?.id })
  const signed_paper_id = '0190b3d0-0000-7000-8000-000000000000'
  t.ok((await codes(signatory, id, { ...body, signed_paper_id }))[0]?.startsWith('PAPER_UNKNOWN'))
})

t.test('a finding takes so many files and no more', async (t) => {
  const { server, id, reporter } = await setting(t, null, 10)
  const evidence = [await picture(server, DAY)]
  const told = await codes(reporter, id, { ...ANSWER, evidence })
  t.ok(told.includes('EVIDENCE_TOO_MUCH /evidence'), told.join())
  t.equal((await act(reporter, id, 'respond', { ...ANSWER, evidence })).code, 'STORAGE_EXCEEDED')
})

t.test('a recipe names each proof once, and the catalogue says its own', async (t) => {
  const { as, office, reporter } = await setting(t)
  const admin = as(office.officer('admin'))
  const { etag: if_match } = await admin(policyOperations.listPolicies)
  const twice = { policy: { recipes: { 'WD-04': ['picture', 'picture'] } }, reason: '另有规定' }
  const told = await admin(policyOperations.changePolicy, { body: twice, if_match })
  t.match(told.problem.errors, [{ pointer: '/policy/recipes/WD-04', code: 'OUT_OF_RANGE' }])
  const { body } = await reporter(indicatorOperations.listIndicators)
  t.match(body.recipes_version, /^\d{4}-\d\d-\d\d$/)
  const shown = body.items.find(({ id }) => id === 'WD-14')
  t.strictSame(shown?.recipe, ['number', 'picture'])
})
