import t from 'tap'
import { messagesOf } from '../../src/domain/messages.js'
import { PLAN_RESULTS } from '../../src/domain/vocabulary.js'
import { ASKED, fixPlan } from '../helpers/domain/fields.js'
import { type Life, lifeIn } from '../helpers/domain/life.js'
import { handler, reporter, reviewer, signatory } from '../helpers/domain/people.js'
import { local } from '../helpers/domain/world.js'

const said = ({ finding, situation, news }: Life) =>
  messagesOf(finding, situation.rules.policy, news, 1).map(
    ({ kind, recipient }) => `${kind} to ${recipient}`,
  )
const asked = (kind: 'request_extension' | 'dispute') => lifeIn('rectifying').does(signatory, kind)

t.test('what a unit asks waits for the handler', async (t) => {
  for (const kind of ['request_extension', 'dispute'] as const)
    t.strictSame(said(asked(kind)), ['request_waits to handler'])
  const both = asked('dispute').does(signatory, 'request_extension')
  const request_id = both.finding.extension?.id ?? ''
  both.does(handler, 'propose_decision', { request_id })
  t.strictSame(said(both), ['proposal_waits to reviewer'], 'of the one that is proposed on')
})

t.test('the handler is reminded of a request, then the leader', async (t) => {
  for (const kind of ['request_extension', 'dispute'] as const) {
    const life = asked(kind)
    t.strictSame(said(life.at('2026-03-05 08:00').tick()), ['request_late to handler'])
    t.strictSame(said(life.at('2026-03-09 08:00').tick()), ['request_late to leader'])
  }
})

t.test('two reminders of one instant are told apart', async (t) => {
  const life = asked('request_extension').does(reporter, 'respond').does(handler, 'accept')
  const { finding, situation, news } = life.at('2026-03-05 08:00').tick()
  const at = local('2026-03-05 07:30')
  t.strictSame(
    messagesOf(finding, situation.rules.policy, news, 1)
      .map(({ kind, cause }) => `${kind}: ${cause}`)
      .toSorted(),
    [`office_late: office_nagged/${at}`, `request_late: office_nagged/${at}/extension`],
  )
})

t.test('nobody is reminded of what the same act has decided', async (t) => {
  for (const kind of ['request_extension', 'dispute'] as const) {
    const late = asked(kind).at('2026-03-10 10:00')
    late.does(reviewer, 'decide_request', { verdict: 'refused' })
    t.strictSame(said(late), ['request_decided to unit'])
  }
})

t.test('an answer that leaves something to do waits for the reviewer too', async (t) => {
  for (const result of PLAN_RESULTS) {
    const life = lifeIn('rectifying')
    const fix_plan = fixPlan(life.situation)
    life.does(reporter, 'respond', {
      result,
      fix_plan,
      ...(result === 'beyond_unit' ? { asked: ASKED } : {}),
    })
    t.strictSame(said(life), ['response_waits to handler', 'decision_waits to reviewer'], result)
    t.strictSame(said(life.does(reviewer, 'accept_plan')), ['plan_accepted to unit'])
  }
  t.strictSame(said(lifeIn('rectifying').does(reporter, 'respond')), ['response_waits to handler'])
})

t.test('a decision tells the due itself: no reminder of the one before goes with it', async (t) => {
  for (const verdict of ['granted', 'refused'] as const) {
    const life = asked('request_extension').at('2026-03-04 10:00').tick()
    life.at('2026-03-11 08:00').does(reviewer, 'decide_request', { verdict })
    t.ok(life.news.some(({ type }) => type === 'reminded'))
    t.strictSame(said(life), ['request_decided to unit'])
  }
})
