import t from 'tap'
import { MACHINE } from '../../../src/domain/machine/table.js'
import { messagesOf } from '../../../src/domain/messages.js'
import { ASKED, fixPlan, PHOTO, SCAN } from '../../helpers/domain/fields.js'
import { lifeIn, live, newest, types } from '../../helpers/domain/life.js'
import {
  handler,
  leader,
  reporter,
  reviewer,
  signatory,
  signedBy,
} from '../../helpers/domain/people.js'
import { day, local } from '../../helpers/domain/world.js'

const steps = (...dates: string[]) => dates.map((date) => ({ on: day(date), text: '完成改造' }))
const plan = (fixed_by: string, ...dates: string[]) => ({
  fixed_by: day(fixed_by),
  steps: steps(...dates),
})
const PLAN = plan('2026-04-10', '2026-03-20', '2026-04-03', '2026-04-10')
const answered = () => lifeIn('rectifying').does(reporter, 'respond', { result: 'partly_fixed' })
const planned = () => answered().does(reviewer, 'accept_plan', PLAN)

t.test('an answer that promises carries its plan, with days and words of every step', async (t) => {
  const life = lifeIn('rectifying')
  const fix_plan = PLAN
  const promise = { result: 'planned', completed_on: undefined } as const
  t.equal(life.refuses(reporter, 'respond', promise), 'FIELD_REQUIRED /fix_plan')
  life.does(reporter, 'respond', { ...promise, fix_plan })
  t.match(newest(life, 'responded'), {
    data: {
      completed_on: null,
      fix_plan: { fixed_by: '2026-04-10', steps: ['2026-03-20', '2026-04-03', '2026-04-10'] },
    },
    texts: { 'steps/0/text': '完成改造', 'steps/2/text': '完成改造' },
  })
  const claims = { result: 'fixed', fix_plan } as const
  t.equal(lifeIn('rectifying').refuses(reporter, 'respond', claims), 'FIELD_REQUIRED /fix_plan')
  const part = { result: 'partly_fixed', completed_on: undefined } as const
  t.equal(lifeIn('rectifying').refuses(reporter, 'respond', part), 'FIELD_REQUIRED /completed_on')
})

t.test(
  'accepted, it goes on with the plan’s due, its reminders, steps and a fresh ladder',
  async (t) => {
    const life = planned()
    t.match(life.finding, {
      ...{
        state: 'ongoing',
        round: null,
        late_from: null,
        rung: 0,
        original_due: { date: '2026-03-16' },
      },
      due: { date: '2026-04-10', basis: { rule: 'plan_accepted' } },
      fix_steps: ['2026-03-20', '2026-04-03', '2026-04-10'],
    })
    t.match(newest(life, 'plan_accepted').data, { round: 1, by: 'reviewer' })
    t.strictSame(
      live(life, 'progress_due').map(({ step, at, reason }) => [step, at, reason]),
      [
        [1, local('2026-03-23 07:30'), { on: '2026-03-20' }],
        [2, local('2026-04-07 07:30'), { on: '2026-04-03' }],
      ],
      'the last day speaks for the step on it',
    )
    t.equal(live(life, 'fall_due')[0]?.at, local('2026-04-11 00:00'))
    t.equal(live(life, 'climb').length, 5)
  },
)

t.test('a step for which nothing is reported is recorded the working day after it', async (t) => {
  const silent = planned().at('2026-03-23 08:00').tick()
  t.match(newest(silent, 'progress_missed'), {
    ...{ effective_at: local('2026-03-23 07:30'), data: { step: 1, on: '2026-03-20' } },
  })
  const told = planned().at('2026-03-19 10:00').does(reporter, 'report_progress')
  told.at('2026-03-23 08:00').tick()
  t.notOk(types(told.events).includes('progress_missed'))
  const row = told.situation.milestones.find(
    ({ kind, step }) => kind === 'progress_due' && step === 1,
  )
  t.equal(row?.outcome, 'skipped')
  told.at('2026-04-07 08:00').tick()
  t.match(newest(told, 'progress_missed').data, { step: 2 }, 'what was told before counts no more')
})

t.test('progress of the second step counts from the end of the first', async (t) => {
  const early = planned().at('2026-03-20 23:59').does(reporter, 'report_progress')
  early.at('2026-04-07 08:00').tick()
  t.match(newest(early, 'progress_missed').data, { step: 2 })
  const late = planned().at('2026-03-21 00:00').does(reporter, 'report_progress')
  late.at('2026-04-07 08:00').tick()
  t.notOk(types(late.events).includes('progress_missed'), 'a report on the 21st is for both')
})

t.test('fixed in the end, it is answered, returned to the plan or closed', async (t) => {
  const life = planned().does(reporter, 'report_progress')
  t.ok(life.finding.progress_at)
  life.at('2026-04-08 10:00').does(reporter, 'respond')
  t.match(life.finding, { state: 'responded', round: { number: 2, working_days_late: 0 } })
  const returned = life.does(handler, 'return')
  t.match(returned.finding, { state: 'ongoing', due: { date: '2026-04-10' } })
  const again = returned.at('2026-04-09 10:00').does(reporter, 'respond').does(handler, 'accept')
  again.does(reporter, 'register_report').does(reviewer, 'close')
  t.equal(again.finding.state, 'closed')
  const anew = again.does(reviewer, 'reopen')
  t.match(anew.finding, { fix_steps: null, progress_at: null, progress: null })
})

t.test('ninety days are a reviewer’s, more the leader’s, a year the most', async (t) => {
  // From 2026-03-02 ninety days last until Sunday 2026-05-31.
  const accept = (fixed_by: string, date = '2026-04-01') => plan(fixed_by, date)
  answered().does(reviewer, 'accept_plan', accept('2026-05-29'))
  t.equal(answered().refuses(reviewer, 'accept_plan', accept('2026-06-01')), 'LEADER_REQUIRED')
  answered().does(leader, 'accept_plan', accept('2026-06-01'))
  const next = answered().does(leader, 'accept_plan', accept('2027-03-03'))
  t.equal(next.finding.due?.provisional, true, 'a year whose days off are not announced')
  t.strictSame(live(next, 'climb'), [], 'nothing escalates on it')
  const far = accept('2027-03-04')
  t.equal(answered().refuses(leader, 'accept_plan', far), 'DUE_NOT_ALLOWED /fixed_by')
})

t.test(
  'the ninetieth day is a reviewer’s still, and what the leader signs may be entered',
  async (t) => {
    // Ninety days from Tuesday 2026-03-03 are Monday 2026-06-01.
    const fixed_by = (date: string) => plan(date, '2026-04-01')
    const life = answered().at('2026-03-03 10:00')
    life.does(reviewer, 'accept_plan', fixed_by('2026-06-01'))
    const signed = answered().does(handler, 'accept_plan', fixed_by('2026-06-01'), signedBy(leader))
    t.match(newest(signed, 'plan_accepted'), {
      data: { by: 'leader' },
      actor: { person_id: 'handler' },
    })
  },
)

t.test('what it asks for and what it keeps', async (t) => {
  const { situation } = answered()
  t.strictSame(MACHINE.accept_plan.needs(situation), ['fixed_by', 'steps', 'conclusion'])
  const offline = { ...situation, finding: { ...situation.finding, handling: 'offline' as const } }
  t.strictSame(MACHINE.accept_plan.needs(offline), ['fixed_by', 'steps', 'paper_number'])
  t.strictSame(newest(planned(), 'plan_accepted').texts, {
    conclusion: '同意',
    ...{ 'steps/0/text': '完成改造', 'steps/1/text': '完成改造', 'steps/2/text': '完成改造' },
  })
})

t.test('a plan that does not hold is refused, and nothing moves', async (t) => {
  const life = answered()
  const refused = (fields: object) => life.refuses(reviewer, 'accept_plan', fields)
  t.equal(refused({ fixed_by: undefined }), 'FIELD_REQUIRED /fixed_by')
  t.equal(refused({ steps: [] }), 'FIELD_REQUIRED /steps')
  t.equal(refused({ conclusion: ' ' }), 'FIELD_REQUIRED /conclusion')
  t.equal(refused(plan('2026-03-01', '2026-03-01')), 'DUE_NOT_ALLOWED /fixed_by', 'past')
  t.equal(refused(plan('2026-04-11', '2026-04-01')), 'DUE_NOT_ALLOWED /fixed_by', 'a Saturday')
  t.equal(refused(plan('2026-04-10', '2026-03-01')), 'DUE_NOT_ALLOWED /steps/0/on', 'past')
  t.equal(refused(plan('2026-04-10', '2026-04-13')), 'DUE_NOT_ALLOWED /steps/0/on', 'after it')
  const disordered = plan('2026-04-10', '2026-04-03', '2026-03-20')
  t.equal(refused(disordered), 'DUE_NOT_ALLOWED /steps/1/on')
  const wordless = { ...PLAN, steps: [{ on: day('2026-03-20'), text: ' ' }] }
  t.equal(refused(wordless), 'FIELD_REQUIRED /steps/0/text')
  t.match(life.finding, { state: 'responded', due: { date: '2026-03-16' } })
  const twice = plan('2026-04-10', '2026-03-20', '2026-03-20')
  t.equal(refused(twice), 'DUE_NOT_ALLOWED /steps/1/on', 'two steps on one day')
  life.does(reviewer, 'accept_plan', plan('2026-04-10', '2026-03-02', '2026-03-03', '2026-04-10'))
})

t.test('only what leaves something to do becomes a plan, not by who answered', async (t) => {
  t.equal(lifeIn('responded').refuses(reviewer, 'accept_plan'), 'NOT_IN_THIS_STATE')
  t.equal(answered().refuses(handler, 'accept'), 'NOT_IN_THIS_STATE')
  t.equal(answered().refuses(handler, 'accept_plan'), 'ROLE_NOT_ALLOWED')
  const entered = lifeIn('rectifying').does(reviewer, 'register_response', {
    result: 'beyond_unit',
    asked: ASKED,
  })
  t.equal(entered.refuses(reviewer, 'accept_plan'), 'SAME_PERSON')
  entered.does(leader, 'accept_plan')
})

t.test('the plan’s due counts for everything, and its turn begins with it', async (t) => {
  const returned = lifeIn('rectifying').does(reporter, 'respond').does(handler, 'return')
  t.equal(returned.finding.late_from?.date, '2026-03-16')
  returned.does(reporter, 'report_progress')
  t.equal(returned.finding.progress_at, local('2026-03-02 10:00'))
  returned.at('2026-03-05 10:00').does(reporter, 'respond', { result: 'partly_fixed' })
  returned.at('2026-03-06 10:00').does(reviewer, 'accept_plan', PLAN)
  t.match(returned.finding, {
    ...{ late_from: null, progress_at: null, turn_since: local('2026-03-06 10:00') },
  })
})

t.test('what was asked before is answered by the plan', async (t) => {
  const life = lifeIn('rectifying').does(signatory, 'request_extension')
  life.does(reporter, 'respond', { result: 'partly_fixed' }).does(reviewer, 'accept_plan', PLAN)
  t.match(life.finding, { state: 'ongoing', extension: null, extensions: 0 })
  t.equal(live(life, 'climb').length, 5)
})

t.test('a plan on paper is judged as of the day it came', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-18 10:00')
  const came = {
    received_on: day('2026-03-12'),
    completed_on: undefined,
    result: 'planned',
  } as const
  const fix_plan = plan('2026-03-27', '2026-03-17')
  life.does(handler, 'register_response', { ...came, fix_plan })
  t.equal(life.finding.state, 'responded')
  const late = lifeIn('rectifying').at('2026-03-18 10:00')
  const past = { ...came, fix_plan: plan('2026-03-27', '2026-03-11') }
  t.equal(late.refuses(handler, 'register_response', past), 'DUE_NOT_ALLOWED /fix_plan/steps/0/on')
})

t.test('steps of a weekend are both told of on the Monday after it', async (t) => {
  const weekend = plan('2026-04-10', '2026-03-21', '2026-03-22')
  const life = answered().does(reviewer, 'accept_plan', weekend).at('2026-03-23 08:00').tick()
  const { finding, situation, news } = life
  const causes = messagesOf(finding, situation.rules.policy, news, 1).flatMap(({ kind, cause }) =>
    kind === 'progress_due' ? [cause] : [],
  )
  t.strictSame(
    causes,
    [1, 2].map((step) => `progress_missed/${local('2026-03-23 07:30')}/${step}`),
  )
})

t.test('an offline finding’s plan has days and no words', async (t) => {
  const offline = lifeIn('rectifying', { line: { handling: 'offline' } })
  const { fixed_by, steps: worded } = fixPlan(offline.situation)
  const said = { result: 'planned', fix_plan: { fixed_by, steps: worded } } as const
  t.equal(offline.refuses(reporter, 'respond', said), 'OFFLINE_ONLY /fix_plan/steps/0/text')
  const silent = { fixed_by, steps: worded.map(({ on }) => ({ on })) }
  offline.does(reporter, 'respond', { result: 'planned', fix_plan: silent })
  offline.does(reviewer, 'accept_plan', silent)
  t.strictSame(newest(offline, 'plan_accepted').texts, { paper_number: '密〔2026〕1号' })
})

t.test('what lies beyond the unit comes with the proof that it has asked', async (t) => {
  const sent = (fields: object) =>
    lifeIn('rectifying').refuses(reporter, 'respond', { result: 'beyond_unit', ...fields })
  const without = (fields: object) => sent({ asked: { ...ASKED, ...fields } })
  t.equal(sent({}), 'FIELD_REQUIRED /asked/on')
  t.equal(without({ on: day('2026-03-03') }), 'FUTURE_DATE /asked/on')
  t.equal(without({ whom: ' ' }), 'FIELD_REQUIRED /asked/whom')
  t.equal(without({ evidence: [] }), 'EVIDENCE_REQUIRED /asked/evidence')
  t.equal(without({ evidence: [SCAN] }), 'EVIDENCE_REQUIRED /asked/evidence', 'not of the answer')
  t.equal(sent({ result: 'partly_fixed', asked: ASKED }), 'FIELD_REQUIRED /asked', 'of no use')
  const fields = { result: 'beyond_unit', asked: ASKED, evidence: [SCAN, PHOTO] } as const
  const answer = newest(lifeIn('rectifying').does(reporter, 'respond', fields), 'responded')
  t.strictSame(answer.data.asked, { on: ASKED.on, evidence: [PHOTO] })
  t.equal(answer.texts?.['asked/whom'], ASKED.whom)
  const offline = () => lifeIn('rectifying', { line: { handling: 'offline' } })
  const on = { result: 'beyond_unit', asked: { on: ASKED.on } } as const
  const paper = newest(offline().does(reporter, 'respond', on), 'responded')
  t.strictSame(paper.data.asked, { on: ASKED.on, evidence: [] })
  const said = (asked: object) => offline().refuses(reporter, 'respond', { ...on, asked })
  t.equal(said({ on: ASKED.on, whom: ASKED.whom }), 'OFFLINE_ONLY /asked/whom')
  t.equal(said({ on: ASKED.on, evidence: [PHOTO] }), 'OFFLINE_ONLY /asked/evidence')
})
