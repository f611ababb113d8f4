import t from 'tap'
import {
  CONSULT_ANSWER_LABELS,
  CONSULT_ANSWERS,
  canBeShown,
  consultedUntil,
  isConsulting,
  wantsWords,
} from '../../../src/domain/notice/consultation.js'
import { planIssue } from '../../../src/domain/notice/plan-issue.js'
import { local, rulesWith } from '../../helpers/domain/world.js'
import { CONTEXT, HEAD, line } from './sample.js'

t.test('units have two working days, counted like a service', async (t) => {
  const until = (wall: string) => consultedUntil(rulesWith(), local(wall))
  t.equal(until('2026-03-02 10:00'), local('2026-03-05 00:00'), 'Monday: to the end of Wednesday')
  t.equal(until('2026-03-02 18:00'), local('2026-03-06 00:00'), 'after hours it is Tuesday')
  t.equal(until('2026-03-06 10:00'), local('2026-03-11 00:00'), 'over a weekend')
})

t.test('a unit is shown what is its own and may be written about', async (t) => {
  t.ok(canBeShown(line(1)))
  t.notOk(canBeShown(line(1, {}, { dispatched: false })), 'nobody’s yet')
  t.notOk(canBeShown(line(1, {}, { unit: null })))
  const unit = { id: 'u', name: '某局', open: false, reachable: true }
  t.notOk(canBeShown(line(1, {}, { unit })), 'a unit that is closed')
  t.notOk(canBeShown(line(1, { handling: 'sensitive' })))
  t.notOk(canBeShown(line(1, { handling: 'offline' })))
  t.notOk(canBeShown(line(1, {}, { problem: ' ' })), 'it says nothing')
})

t.test('it runs until everything is answered, or the time has passed', async (t) => {
  const until = local('2026-03-05 00:00')
  const [silent, said] = [{ answer: null }, { answer: 'confirmed' as const }]
  const now = local('2026-03-04 23:59')
  t.ok(isConsulting(until, [said, silent], now))
  t.notOk(isConsulting(until, [said, said], now))
  t.notOk(isConsulting(until, [silent], until), 'silence is consent')
  t.notOk(isConsulting(until, [], now), 'nothing is left that was asked')
  t.notOk(isConsulting(null, [silent], now), 'nobody was asked')
})

t.test('every answer has a word; what contradicts the office says why', async (t) => {
  t.strictSame(Object.keys(CONSULT_ANSWER_LABELS), [...CONSULT_ANSWERS])
  t.strictSame(CONSULT_ANSWERS.filter(wantsWords), ['false_alarm', 'fixed'])
})

t.test('a notice is not issued over the heads of those who were asked', async (t) => {
  const { problems } = planIssue({ ...HEAD, consulting: true }, [line(1)], CONTEXT)
  t.strictSame(problems, [{ line: null, code: 'NOT_IN_THIS_STATE', field: '/consulting_until' }])
})

t.test('what units said against a line is pointed out before it is issued', async (t) => {
  const lines = [null, ...CONSULT_ANSWERS].map((says, index) => line(index + 1, {}, { says }))
  const { doubts, problems } = planIssue(HEAD, lines, CONTEXT)
  t.strictSame(problems, [])
  const said = doubts.filter(({ kind }) => kind.startsWith('said_'))
  t.strictSame(said, [
    { line: 3, kind: 'said_false_alarm' },
    { line: 4, kind: 'said_fixed' },
  ])
})
