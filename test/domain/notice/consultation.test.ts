import t from 'tap'
import {
  answeredCause,
  askedCause,
  CONSULT_ANSWER_LABELS,
  CONSULT_ANSWERS,
  canBeShown,
  consultedUntil,
  isConsulting,
  keepsFromAsking,
  overCause,
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
  const dead = { id: 'u', name: '某局', open: true, reachable: false }
  t.notOk(canBeShown(line(1, {}, { unit: dead })), 'nobody’s silence counts who was not asked')
  t.notOk(canBeShown(line(1, { handling: 'sensitive' })))
  t.notOk(canBeShown(line(1, { handling: 'offline' })))
  t.notOk(canBeShown(line(1, {}, { problem: ' ' })), 'it says nothing')
})

t.test('what is said of an asking is known by it, its end apart', async (t) => {
  const at = local('2026-03-02 10:00')
  t.equal(askedCause(at), `consultation/${at}`)
  t.equal(overCause(at), `consultation_over/${at}`)
  t.equal(answeredCause(at, null), askedCause(at))
  const replaced = { finding_id: 'a', at: local('2026-03-02 11:00') }
  t.equal(answeredCause(at, replaced).startsWith(`${askedCause(at)}/`), true)
  t.not(answeredCause(at, replaced), answeredCause(at, { ...replaced, finding_id: 'b' }))
})

t.test('it runs while a line may still be answered, each by its own time', async (t) => {
  const until = local('2026-03-05 00:00')
  const silent = { answer: null, until }
  const said = { answer: 'confirmed' as const, until: local('2026-03-10 00:00') }
  const now = local('2026-03-04 23:59')
  t.ok(isConsulting([said, silent], now))
  t.notOk(isConsulting([said], now))
  t.notOk(isConsulting([said, silent], until), 'silence is consent, whatever was asked later')
  t.notOk(isConsulting([], now), 'nothing is left that was asked')
})

t.test('a draft that cannot be completed afterwards, or must not wait, is not shown', async (t) => {
  const nobodys = { dispatched: false, unit: null, severity_confirmed: false }
  t.equal(keepsFromAsking([line(1), line(2, {}, nobodys)]), null, 'the office’s own line')
  t.equal(keepsFromAsking([line(1, { indicator_id: 'WV-1.1' })]), '/urgent', 'a take-down')
  t.equal(keepsFromAsking([line(1), line(2, { urgent: true })]), '/urgent')
  const { unit_id: _, ...unitless } = line(3).line
  t.equal(keepsFromAsking([line(1), { ...line(3), line: unitless }]), '/unit_id')
  t.equal(
    keepsFromAsking([line(1), line(2, {}, { severity_confirmed: false })]),
    '/severity_confirmed',
  )
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
  lines.push(line(5, {}, { reworded: true }))
  const { doubts, problems } = planIssue(HEAD, lines, CONTEXT)
  t.strictSame(problems, [])
  const said = doubts.filter(({ kind }) => /^said_|^reworded/.test(kind))
  t.strictSame(said, [
    { line: 3, kind: 'said_false_alarm' },
    { line: 4, kind: 'said_fixed' },
    { line: 5, kind: 'reworded' },
  ])
})
