import t from 'tap'
import { PHOTO, SITE } from '../../helpers/domain/fields.js'
import { draftLife, issuedLife, type Life, lifeIn, live } from '../../helpers/domain/life.js'
import {
  handler,
  inspector,
  leader,
  reporter,
  reviewer,
  signedBy,
} from '../../helpers/domain/people.js'
import { local } from '../../helpers/domain/world.js'

/** A finding with a history: returned twice, late, on rung 2, closed. */
function closedLate(): Life {
  return lifeIn('rectifying')
    .at('2026-03-19 10:00')
    .does(reporter, 'respond')
    .does(handler, 'return')
    .does(reporter, 'respond')
    .does(handler, 'return', { kind: 'formal' })
    .does(reporter, 'respond')
    .does(handler, 'accept')
    .does(reporter, 'register_report')
    .does(reviewer, 'close')
}

t.test('reopened: same number, a window of the policy from now, fresh counters', async (t) => {
  const life = closedLate()
  t.match(life.finding, { rung: 2, returns: 1, formal_returns: 1, reported: 'yes' })
  const { original_due, last_plan, rounds } = life.at('2026-04-20 10:00').tick().finding
  life.does(reviewer, 'reopen')
  t.match(life.finding, {
    state: 'rectifying',
    number: 1,
    cycle: 2,
    plan: last_plan + 1,
    rung: 0,
    rung_base: 0,
    highest_rung: 0,
    returns: 0,
    formal_returns: 0,
    late_from: null,
    reported: 'no',
    round: null,
    closed_at: null,
    // Ten working days from Monday 2026-04-20, over Labour Day (1 to 5 May, with Saturday the 9th worked).
    due: { date: '2026-05-07', basis: { rule: 'default_window', from: '2026-04-20' } },
  })
  t.strictSame(life.finding.original_due, original_due)
  t.equal(life.finding.rounds, rounds, 'rounds go on counting')
  t.equal(live(life, 'climb').length, 5)
})

t.test('reopened: lateness starts again, and the next report is waited for', async (t) => {
  const life = closedLate().at('2026-04-20 10:00').does(reviewer, 'reopen')
  life.at('2026-04-21 10:00').does(reporter, 'respond')
  t.equal(life.finding.round?.working_days_late, 0)
  life.does(handler, 'accept')
  t.equal(life.refuses(reviewer, 'close'), 'REPORT_REQUIRED')
})

t.test('reopened: what was known of the problem is known no longer', async (t) => {
  const life = lifeIn('rectifying', { line: { urgent: true } })
  life.does(reporter, 'delegate').does(reporter, 'report_progress').does(reporter, 'respond')
  life.later(1000).does(inspector, 'record_retest').does(handler, 'accept')
  life.does(reporter, 'register_report').does(reviewer, 'close')
  const observed_at = life.now
  life.at('2026-04-20 10:00').does(reviewer, 'reopen')
  t.match(life.finding, {
    ...{ taken_down_at: null, delegated_to: null, progress: null, fixed: 'unknown', retest: null },
    due: { at: local('2026-04-20 12:00'), basis: { rule: 'urgent_takedown' } },
  })
  life.at('2026-04-20 13:00').does(inspector, 'record_retest', { observed_at })
  t.equal(life.refuses(reviewer, 'close_unreported'), 'NOT_IN_THIS_STATE', 'seen before that')
  life.does(reporter, 'report_takedown')
  t.equal(life.finding.due?.date, '2026-04-21', 'the report is due from the reopening')
  life.at('2026-04-22 10:00').does(inspector, 'record_retest')
  t.equal(life.does(reviewer, 'close_unreported').finding.state, 'closed')
})

t.test('reopening says why and shows it', async (t) => {
  t.equal(lifeIn('closed').refuses(reviewer, 'reopen', { reason: '' }), 'FIELD_REQUIRED /reason')
  const bare = lifeIn('closed').refuses(reviewer, 'reopen', { evidence: [] })
  t.equal(bare, 'EVIDENCE_REQUIRED /evidence')
  const unreported = lifeIn('rectifying').at('2026-03-17 09:00').does(inspector, 'record_retest')
  unreported.does(reviewer, 'close_unreported').does(reviewer, 'reopen')
  t.equal(unreported.finding.unreported, false)
})

t.test('withdrawn: with reason code and grounds, from draft to verified', async (t) => {
  for (const state of ['draft', 'notified', 'responded', 'verified', 'returned'] as const) {
    t.equal(lifeIn(state).does(reviewer, 'withdraw').finding.state, 'withdrawn', state)
  }
  const life = lifeIn('notified')
  t.equal(life.refuses(reviewer, 'withdraw', { grounds: '' }), 'FIELD_REQUIRED /grounds')
  const codeless = life.refuses(reviewer, 'withdraw', { reason_code: undefined })
  t.equal(codeless, 'FIELD_REQUIRED /reason_code')
  const veto = lifeIn('notified', { line: { severity: 'veto' } })
  t.equal(veto.does(handler, 'withdraw', {}, signedBy(leader)).finding.state, 'withdrawn')
  const major = lifeIn('notified', { line: { severity: 'major' } })
  t.equal(major.does(reviewer, 'withdraw').finding.state, 'withdrawn', 'only veto needs the leader')
})

t.test(
  'corrected: words by a handler; severity, indicator and handling by the leader',
  async (t) => {
    const life = lifeIn('rectifying')
    const { due, unit_id, revision, plan } = life.finding
    life.does(handler, 'correct')
    t.match(life.news, [{ data: { texts: ['problem'], fields: {} }, texts: { reason: '笔误' } }])
    t.equal(life.finding.revision, revision + 1)
    for (const fields of [
      { severity: 'major' as const },
      { indicator_id: 'WV-1.5' },
      { handling: 'sensitive' as const },
    ]) {
      t.match(life.refuses(reviewer, 'correct', { fields }), /^LEADER_REQUIRED \/fields\//)
      t.match(life.does(leader, 'correct', { fields }).finding, fields)
    }
    life.does(handler, 'correct', { fields: { severity: 'veto' } }, signedBy(leader))
    t.match(life.finding, { severity: 'veto', unit_id, due, plan }, 'never the unit or the due')
  },
)

t.test('corrected: with a reason, and only to what exists', async (t) => {
  const life = lifeIn('notified')
  t.equal(life.refuses(handler, 'correct', { reason: '' }), 'FIELD_REQUIRED /reason')
  t.equal(life.refuses(handler, 'correct', { fields: {} }), 'NOTHING_TO_CHANGE /fields')
  const none = life.refuses(leader, 'correct', { fields: { indicator_id: 'XX-1' } })
  t.equal(none, 'UNKNOWN_INDICATOR /fields/indicator_id')
  const foreign = life.refuses(handler, 'correct', { fields: { asset_id: PHOTO + '?' } })
  t.equal(foreign, 'FIELD_REQUIRED /fields/asset_id')
  t.equal(life.does(handler, 'correct', { fields: { asset_id: SITE } }).finding.asset_id, SITE)
})

t.test('a correction counts from the next decision on', async (t) => {
  const life = lifeIn('verified').does(reporter, 'register_report')
  life.does(leader, 'correct', { fields: { severity: 'major' } })
  t.equal(life.refuses(reviewer, 'close'), 'LEADER_REQUIRED')
})

t.test('issued: tenure, service, plan, and both dues', async (t) => {
  const life = issuedLife()
  t.match(life.finding, {
    state: 'notified',
    tenure: 1,
    cycle: 1,
    plan: 1,
    served_at: local('2026-03-02 10:00'),
    service_date: '2026-03-02',
    policy_version: 'p1',
  })
  t.strictSame(life.finding.original_due, life.finding.due)
  t.match(life.events[0], { type: 'issued', actor: { person_id: 'leader', role: 'office.leader' } })
  const paper = draftLife().does(handler, 'issue', {}, signedBy(leader))
  t.match(paper.news, [{ actor: { person_id: 'handler', signed_paper_id: 'paper of leader' } }])
  t.equal(draftLife().refuses(handler, 'issue', {}, signedBy(reviewer)), 'ROLE_NOT_ALLOWED')
})

t.test('a draft’s urgency follows its indicator, an issued finding’s stays', async (t) => {
  const to = (indicator_id: string) => ({ fields: { indicator_id }, reason: '指标有误' })
  const draft = draftLife({ line: { indicator_id: 'WD-04' } })
  t.equal(draft.does(leader, 'correct', to('WV-1.1')).finding.urgent, true)
  t.equal(draft.does(leader, 'correct', to('WD-04')).finding.urgent, false)
  const chosen = draftLife({ line: { indicator_id: 'WD-04', urgent: true } })
  t.equal(chosen.does(leader, 'correct', to('WD-05')).finding.urgent, true, 'as somebody decided')
  const issued = issuedLife({ line: { indicator_id: 'WD-04' } })
  t.equal(issued.does(leader, 'correct', to('WV-1.1')).finding.urgent, false)
})
