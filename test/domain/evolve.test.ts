import t from 'tap'
import { evolve } from '../../src/domain/evolve/evolve.js'
import type { Finding } from '../../src/domain/finding.js'
import { issueFields, SECTION } from '../helpers/domain/fields.js'
import { draftLife, type Life, lifeIn, newest } from '../helpers/domain/life.js'
import { handler, inspector, leader, reporter, reviewer } from '../helpers/domain/people.js'
import { local } from '../helpers/domain/world.js'

/** The fields of the row that differ after the act, with what they are then; `seq` apart. */
function changed(life: Life, act: (life: Life) => Life): Partial<Finding> {
  const before = life.finding
  const after = act(life).finding
  const fields = Object.entries(after).filter(
    ([field, value]) => field !== 'seq' && value !== before[field as keyof Finding],
  )
  return Object.fromEntries(fields)
}

const START = local('2026-03-02 10:00')
const NOW = local('2026-03-02 10:01')
const in_ = (state: Parameters<typeof lifeIn>[0]) => lifeIn(state).later(60_000)

t.test('an act changes these fields of the row and no other', async (t) => {
  t.strictSame(
    changed(in_('notified'), (life) => life.does(reporter, 'acknowledge')),
    {
      ...{ state: 'rectifying', revision: 2, received_at: NOW },
    },
  )
  t.strictSame(
    changed(in_('rectifying'), (life) => life.does(reporter, 'delegate')),
    {
      delegated_to: { unit_id: SECTION, person_id: null, inner_due: null },
    },
  )
  t.strictSame(
    changed(in_('rectifying').does(reporter, 'respond'), (life) => life.does(reporter, 'recall')),
    {
      ...{ state: 'rectifying', revision: 4, plan: 1, round: null, turn_since: START },
    },
  )
  t.strictSame(
    changed(in_('rectifying'), (life) => life.does(reviewer, 'withdraw')),
    {
      ...{ state: 'withdrawn', revision: 3, plan: 2, last_plan: 2, turn_since: NOW },
    },
  )
  t.strictSame(
    changed(in_('rectifying'), (life) => life.does(handler, 'record_contact')),
    {
      contact_at: NOW,
    },
  )
  t.strictSame(
    changed(in_('rectifying'), (life) => life.does(handler, 'comment')),
    {},
  )
  t.strictSame(
    changed(in_('rectifying'), (life) => life.does(reviewer, 'exempt_report')),
    {
      reported: 'exempt',
    },
  )
  t.strictSame(
    changed(in_('rectifying'), (life) => life.does(reporter, 'register_report')),
    {
      reported: 'yes',
    },
  )
  t.strictSame(
    changed(in_('rectifying'), (life) => life.does(inspector, 'record_retest')),
    {
      ...{ fixed: 'yes', retest: { result: 'pass', observed_at: NOW, round: null } },
    },
  )
})

t.test('an answer begins a plan and a turn of the office, a return one of the unit', async (t) => {
  const answered = changed(in_('rectifying'), (life) => life.does(reporter, 'respond'))
  t.match(answered, {
    ...{ state: 'responded', revision: 3, plan: 2, last_plan: 2, rounds: 1, turn_since: NOW },
    round: { review_begun: false, accepted_by: [], before: { rung_base: 0, turn_since: START } },
  })
  const returned = changed(in_('responded'), (life) => life.does(handler, 'return'))
  t.match(returned, { state: 'returned', plan: 3, last_plan: 3, round: null, turn_since: NOW })
  t.match(returned, { returns: 1, due: { date: '2026-03-16' }, late_from: { date: '2026-03-16' } })
  t.equal(returned.formal_returns, undefined)
  const accepted = changed(in_('responded'), (life) => life.does(handler, 'accept'))
  t.match(accepted, { state: 'verified', plan: 3, turn_since: NOW })
  t.match(accepted.round, { review_begun: true, accepted_by: ['handler'] })
})

t.test('closing ends the plan, with or without an answer; reopening begins a cycle', async (t) => {
  const plans = { plan: 4, last_plan: 4 }
  t.strictSame(
    changed(in_('verified').does(reporter, 'register_report'), (life) =>
      life.does(reviewer, 'close'),
    ),
    {
      ...{ ...plans, state: 'closed', revision: 5, closed_at: NOW, turn_since: NOW },
      lookbacks: ['2026-04-01', '2026-05-31'],
    },
  )
  const late = local('2026-03-18 10:00')
  const overdue = lifeIn('rectifying')
    .at('2026-03-18 10:00')
    .tick()
    .does(inspector, 'record_retest')
  t.strictSame(
    changed(overdue, (life) => life.does(reviewer, 'close_unreported')),
    {
      ...{ state: 'closed', revision: 3, plan: 2, last_plan: 2, fell_due_plan: null },
      ...{ closed_at: late, turn_since: late, unreported: true },
      lookbacks: ['2026-04-17', '2026-06-16'],
    },
  )
  const { due, ...reopened } = changed(in_('closed'), (life) => life.does(reviewer, 'reopen'))
  t.strictSame(reopened, {
    ...{ state: 'rectifying', revision: 6, cycle: 2, cycle_plan: 5, cycle_since: NOW },
    ...{ plan: 5, last_plan: 5, reported: 'no', round: null, turn_since: NOW, closed_at: null },
    lookbacks: null,
  })
  t.strictSame(due, {
    ...{ at: local('2026-03-17 00:00'), date: '2026-03-16', time: null, provisional: false },
    basis: {
      ...{ rule: 'default_window', from: '2026-03-02', working_days: 10 },
      ...{ calendar_days: null, calendar_version: 'c1' },
    },
  })
})

t.test(
  'a new date begins a plan; a note of progress, an instruction and nagging begin none',
  async (t) => {
    const { due, ...rescheduled } = changed(in_('rectifying'), (life) =>
      life.does(leader, 'reschedule'),
    )
    t.match(due, { date: '2026-03-23', basis: { rule: 'rescheduled', calendar_days: null } })
    t.strictSame(rescheduled, { revision: 3, plan: 2, last_plan: 2 })
    t.strictSame(
      changed(in_('rectifying'), (life) => life.does(reporter, 'report_progress')),
      { progress: { done: 1, total: 3 }, progress_at: local('2026-03-02 10:01') },
    )
    t.strictSame(
      changed(in_('rectifying'), (life) => life.does(handler, 'record_instruction')),
      {},
    )
    t.strictSame(
      changed(in_('responded'), (life) => life.at('2026-03-07 08:00').tick()),
      {},
    )
  },
)

t.test(
  'a correction makes an open page stale, also one of words alone; a rung does not',
  async (t) => {
    const { finding, news } = in_('rectifying')
    const [base] = news
    if (!base) throw new Error('nothing happened')
    const revisedBy = (fields: object) => {
      const event = { ...base, type: 'corrected', data: { fields, texts: [] } } as const
      return evolve(finding, event).revision - finding.revision
    }
    t.equal(revisedBy({ severity: 'veto' }), 1)
    t.equal(revisedBy({}), 1, 'words alone')
    const open = {
      ...base,
      type: 'corrected',
      data: { fields: { severity: undefined }, texts: [] },
    }
    t.equal(evolve(finding, open as typeof base).severity, finding.severity, 'left open')
    const climbed = { ...base, type: 'climbed', data: { rung: 1, due: finding.due } }
    t.equal(evolve(finding, climbed as typeof base).revision, finding.revision)
  },
)

t.test('the newest observation counts, and the earliest contact since service', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-05 10:00').does(inspector, 'record_retest')
  const older = { observed_at: local('2026-03-04 10:00'), result: 'fail' } as const
  t.strictSame(
    changed(life, (one) => one.does(inspector, 'record_retest', older)),
    {},
  )
  const same = changed(life, (one) => one.does(inspector, 'record_retest', { result: 'fail' }))
  t.match(same, { fixed: 'no' })
  const unsure = { result: 'inconclusive' } as const
  t.equal(life.later(1).does(inspector, 'record_retest', unsure).finding.fixed, 'no')
  const contact = (wall: string) => ({ at: local(wall) })
  const told = lifeIn('rectifying').at('2026-03-05 10:00')
  told.does(handler, 'record_contact', contact('2026-03-02 09:59'))
  t.equal(told.finding.contact_at, null, 'before the service')
  told.does(handler, 'record_contact', contact('2026-03-04 10:00'))
  told.does(handler, 'record_contact', contact('2026-03-03 10:00'))
  t.equal(told.finding.contact_at, local('2026-03-03 10:00'))
  told.does(handler, 'record_contact', contact('2026-03-02 10:00'))
  t.equal(told.finding.contact_at, START, 'at the very service')
})

t.test(
  'the clock records without a word, and receipt that was doubted is doubted no more',
  async (t) => {
    const doubted = lifeIn('notified').at('2026-03-05 08:00').tick()
    t.equal(doubted.finding.receipt_unproven, true)
    t.equal(doubted.news[0]?.texts, null)
    const deemed = doubted.does(handler, 'record_contact').at('2026-03-10 08:00').tick()
    t.match(deemed.finding, { receipt_deemed: true, receipt_unproven: false, state: 'rectifying' })
    const answered = newest(in_('rectifying').does(reporter, 'respond'), 'responded')
    t.equal(answered.data.received_on, null)
  },
)

t.test('issuing takes the policy of the day, not the draft’s', async (t) => {
  const draft = draftLife()
  const fields = { ...issueFields(draft.situation, {}), policy_version: 'p2' }
  t.equal(draft.does(leader, 'issue', fields).finding.policy_version, 'p2')
})
