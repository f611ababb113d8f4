import t from 'tap'
import type { AnswerCheck } from '../../../src/domain/checking/check-answer.js'
import { GAPS, type GapCode, WEIGHS } from '../../../src/domain/checking/gaps.js'
import { fixPlan, PHOTO, SCAN } from '../../helpers/domain/fields.js'
import { issuedLife, type LifeOptions, lifeIn } from '../../helpers/domain/life.js'
import { handler, reporter, reviewer, signatory, signedBy } from '../../helpers/domain/people.js'
import { day } from '../../helpers/domain/world.js'
import { checked, PICTURE, TEXT, WHOLE } from './drafts.js'

const of = (indicator_id: string, options: LifeOptions = {}) =>
  lifeIn('rectifying', { ...options, line: { indicator_id, ...options.line } })
const stale = of('WD-04')
const returnedFor = (reasons: readonly ('not_fixed' | 'evidence_missing')[]) =>
  lifeIn('notified').does(reporter, 'respond', WHOLE).does(handler, 'return', { reasons })

/** One case for every gap, with the field it is about. */
const CASES: Record<GapCode, [field: string | null, () => AnswerCheck]> = {
  NOT_TO_ANSWER: [null, () => checked(lifeIn('responded'), WHOLE)],
  SIGNATORY_MISSING: [
    null,
    () => checked(of('WD-04', { policy: { respond_needs_signatory: true } }), WHOLE),
  ],
  PAPER_UNKNOWN: ['/signed_paper_id', () => checked(stale, WHOLE, { paper_unknown: true })],
  FIELD_MISSING: ['/cause', () => checked(stale, { ...WHOLE, cause: ' ' })],
  FIELD_UNUSED: [
    '/fix_plan',
    () => checked(stale, { ...WHOLE, fix_plan: fixPlan(stale.situation) }),
  ],
  DATE_WRONG: [
    '/completed_on',
    () => checked(stale, { ...WHOLE, completed_on: day('2026-03-03') }),
  ],
  REPORT_MISSING: [
    '/report',
    () => checked(of('WD-04', { policy: { stamped_report: 'with_answer' } }), WHOLE),
  ],
  ON_PAPER_ONLY: ['/cause', () => checked(of('WD-04', { line: { handling: 'offline' } }), WHOLE)],
  EVIDENCE_MISSING: ['/evidence', () => checked(stale, { ...WHOLE, evidence: [] })],
  EVIDENCE_UNKNOWN: ['/evidence', () => checked(stale, { ...WHOLE, evidence: ['another’s'] })],
  EVIDENCE_TOO_MUCH: ['/evidence', () => checked(stale, WHOLE, { fits: false })],
  PICTURE_MISSING: [
    '/evidence',
    () => checked(stale, { ...WHOLE, evidence: [SCAN] }, { files: [TEXT] }),
  ],
  PICTURE_UNDATED: [
    '/evidence',
    () => checked(stale, WHOLE, { files: [{ ...PICTURE, captured_on: null }] }),
  ],
  CAPTURED_BEFORE_NOTICE: [
    '/evidence/0',
    () => checked(stale, WHOLE, { files: [{ ...PICTURE, captured_on: day('2026-03-01') }] }),
  ],
  DOCUMENT_MISSING: [
    '/evidence',
    () => checked(of('WD-22'), { ...WHOLE, evidence: [SCAN] }, { files: [TEXT] }),
  ],
  NUMBER_MISSING: ['/measures', () => checked(of('WD-14'), WHOLE)],
  ADDRESS_MISSING: [
    '/measures',
    () => checked(stale, { ...WHOLE, measures: '已更新' }, { asset: false }),
  ],
  POINT_UNANSWERED: ['/measures', () => checked(returnedFor(['not_fixed']), WHOLE)],
  NOTHING_NEW_SHOWN: ['/evidence', () => checked(returnedFor(['evidence_missing']), WHOLE)],
  REPORT_LATER: ['/report', () => checked(stale, WHOLE)],
}

t.test('every gap is found where it is, and weighs what it weighs', async (t) => {
  for (const code of GAPS) {
    const [field, check] = CASES[code]
    const { gaps, submittable } = check()
    const found = gaps.find((gap) => gap.code === code)
    t.match(found, { field, weight: WEIGHS[code] }, code)
    t.match(found?.words, /^[^/{}]*\p{Script=Han}[^/{}]*。$/u, `${code} is said in Chinese`)
    const refused = gaps.some(({ weight }) => weight === 'refused')
    t.equal(submittable, !refused, code)
  }
})

t.test('an answer that lacks nothing has no gap but the report that may follow', async (t) => {
  const codes = (check: AnswerCheck) => check.gaps.map(({ code }) => code)
  t.strictSame(codes(checked(stale, WHOLE)), ['REPORT_LATER'])
  const report = { on: day('2026-03-02'), report_number: '1号' }
  t.strictSame(codes(checked(stale, { ...WHOLE, report })), [])
  t.strictSame(codes(checked(of('WD-04', { policy: { stamped_report: 'never' } }), WHOLE)), [])
  const signed = of('WD-04', { policy: { respond_needs_signatory: true } })
  t.strictSame(codes(checked(signed, WHOLE, { by: signatory })), ['REPORT_LATER'])
  t.strictSame(codes(checked(signed, WHOLE, { paper: signedBy(signatory) })), ['REPORT_LATER'])
})

t.test('all that is missing is told at once, each with its field', async (t) => {
  const empty = checked(of('WD-14'), {})
  const told = empty.gaps.map(({ code, field }) => `${code} ${field}`)
  t.strictSame(told, [
    ...['result', 'completed_on', 'cause', 'measures'].map((field) => `FIELD_MISSING /${field}`),
    'EVIDENCE_MISSING /evidence',
    'NUMBER_MISSING /measures',
    'PICTURE_MISSING /evidence',
    'REPORT_LATER /report',
  ])
  const steps = [{ on: day('2026-03-30') }, { on: day('2026-03-20'), text: ' ' }]
  const plan = checked(stale, {
    ...{ ...WHOLE, result: 'beyond_unit', fix_plan: { steps }, asked: {} },
    report: { on: day('2026-04-01') },
  })
  t.strictSame(
    plan.gaps.map(({ code, field }) => `${code} ${field}`),
    [
      ...['FIELD_MISSING /fix_plan/fixed_by', 'FIELD_MISSING /fix_plan/steps/0/text'],
      ...['DATE_WRONG /fix_plan/steps/1/on', 'FIELD_MISSING /fix_plan/steps/1/text'],
      ...['FIELD_MISSING /asked/on', 'FIELD_MISSING /asked/whom'],
      ...['EVIDENCE_MISSING /asked/evidence', 'DATE_WRONG /report/on'],
      'FIELD_MISSING /report/report_number',
    ],
  )
  t.equal(plan.gaps[1]?.words, '缺少“分步安排中的事项（第1步）”。')
})

t.test('what has to be proved goes with the result, and by the office’s own recipe', async (t) => {
  const proofs = (check: AnswerCheck) =>
    check.steps.map(({ proof, standing }) => `${proof} ${standing}`)
  t.strictSame(proofs(checked(stale, WHOLE)), ['newer_date on_site', 'picture shown'])
  const gone = { ...WHOLE, result: 'column_removed' } as const
  t.strictSame(proofs(checked(of('WD-14'), gone)), ['picture shown'])
  t.strictSame(proofs(checked(stale, { ...WHOLE, result: 'planned' })), [])
  const own = of('WD-04', { policy: { recipes: { 'WD-04': ['number', 'document'] } } })
  const check = checked(own, { ...WHOLE, measures: '已答复，信件编号 2022-0905' })
  t.strictSame(proofs(check), ['number shown', 'document shown'])
  t.equal(check.recipe.source, 'policy')
  const paper = checked(of('WD-04', { line: { handling: 'offline' } }), {})
  t.strictSame(proofs(paper), ['newer_date on_paper', 'picture on_paper'])
  t.strictSame(
    paper.gaps.map(({ field }) => field),
    [...['/result', '/completed_on', '/paper_number', '/report']],
  )
})

t.test('a number is what is called one, and no date or telephone', async (t) => {
  const lacks = (measures: string) =>
    checked(of('WD-14'), { ...WHOLE, measures }).gaps.some(({ code }) => code === 'NUMBER_MISSING')
  for (const said of ['答复编号：20220905001', '受理号 A-1024', '备案号：蜀ICP备05012345号']) {
    t.notOk(lacks(said), said)
  }
  t.notOk(lacks('已按川府公开办函〔2021〕51号办理'))
  for (const said of ['已于2022年9月5日答复', '电话 02886600123', '编号待定', '（2022）年']) {
    t.ok(lacks(said), said)
  }
})

t.test('what is from before the notice proves nothing, unless it was fixed before', async (t) => {
  const files = [{ ...PICTURE, captured_on: day('2026-02-20') }]
  const codes = (life: typeof stale, answer: typeof WHOLE | object) =>
    checked(life, { ...WHOLE, ...answer }, { files }).gaps.map(({ code }) => code)
  t.ok(codes(stale, {}).includes('CAPTURED_BEFORE_NOTICE'))
  const before = codes(stale, { result: 'fixed_before_notice' })
  t.notOk(before.includes('CAPTURED_BEFORE_NOTICE'))
  const closed = lifeIn('closed', { line: { indicator_id: 'WD-04' } })
  const again = closed.at('2026-03-10 10:00').does(reviewer, 'reopen', { evidence: [PHOTO] })
  const [old] = checked(again, WHOLE).gaps
  t.match(old, { code: 'CAPTURED_BEFORE_NOTICE', words: /早于2026-03-10/ }, 'nor before reopening')
})

t.test('a unit that has not signed may answer and is told nothing of it', async (t) => {
  t.strictSame(
    checked(issuedLife(), WHOLE).gaps.map(({ code }) => code),
    ['REPORT_LATER'],
  )
})
