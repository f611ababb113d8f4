import t from 'tap'
import { allowedActions } from '../../../src/domain/machine/allowed-actions.js'
import { messagesOf } from '../../../src/domain/messages.js'
import { isLive } from '../../../src/domain/milestone.js'
import { isSettled } from '../../../src/domain/overdue.js'
import { type Life, type LifeOptions, lifeIn, newest, types } from '../../helpers/domain/life.js'
import { handler, inspector, leader, reporter, reviewer } from '../../helpers/domain/people.js'
import { local } from '../../helpers/domain/world.js'

/** Closed on Monday 2026-03-02; nothing is owed for it but to look again. */
const closed = (options: LifeOptions = {}) => lifeIn('closed', options)

/** What the clock still has to do, by wall time. */
const ahead = ({ situation }: Life) =>
  situation.milestones.filter(isLive).map(({ kind, step, at }) => [kind, step, at])
const settled = ({ finding, situation }: Life) => isSettled(finding, situation.milestones)
const sees = (life: Life, result: 'pass' | 'fail' | 'inconclusive', seen_at?: string) =>
  life.does(inspector, 'record_retest', {
    result,
    ...(seen_at ? { observed_at: local(seen_at) } : {}),
  })

/** What a reviewer is asked for to reopen it. */
function reopenNeeds({ situation }: Life): readonly string[] {
  const actions = allowedActions({ ...situation, actor: reviewer })
  const reopen = actions.find(({ command }) => command === 'reopen')
  return reopen?.allowed ? reopen.needs : []
}

t.test('closing plans to look again after 30 and 90 days, on the working day after', async (t) => {
  const life = closed()
  // The 1st of April is a Wednesday; the 31st of May a Sunday, and the 1st of June is worked.
  t.strictSame(newest(life, 'lookbacks_planned').data, { on: ['2026-04-01', '2026-05-31'] })
  t.strictSame(ahead(life), [
    ['open_lookback', 1, local('2026-04-02 07:30')],
    ['open_lookback', 2, local('2026-06-01 07:30')],
  ])
  t.notOk(settled(life), 'its workflow lives on')
})

t.test('what has to be updated is looked at once, a cycle and three days later', async (t) => {
  const on = (indicator_id: string) => closed({ line: { indicator_id } }).finding.lookbacks
  t.strictSame(on('WV-3'), ['2026-03-19'], 'every fortnight')
  t.strictSame(on('WV-4.1'), ['2026-03-19'], 'the shorter of its two')
  t.strictSame(on('WD-05'), ['2026-09-05'], 'every half year')
  t.strictSame(on('WV-2'), ['2026-04-01', '2026-05-31'], 'nothing to update')
})

t.test('the policy says when, or that nothing is looked at again', async (t) => {
  const by = (lookback: { days: number[]; after_cycle: number | null }, indicator_id = 'none') =>
    closed({ policy: { lookback }, line: { indicator_id } })
  t.strictSame(by({ days: [7], after_cycle: 3 }).finding.lookbacks, ['2026-03-09'])
  t.strictSame(by({ days: [7], after_cycle: null }, 'WV-3').finding.lookbacks, ['2026-03-09'])
  // The 3rd of April is a Friday, and the 4th to the 6th are days off.
  t.strictSame(by({ days: [32, 33, 36], after_cycle: 3 }).finding.lookbacks, [
    ...['2026-04-04', '2026-04-07'],
  ])
  const never = by({ days: [], after_cycle: 3 })
  t.strictSame(types(never.news), ['closed'])
  t.ok(settled(never))
})

t.test('closed without an answer it is looked at again all the same', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-17 09:00').does(inspector, 'record_retest')
  life.does(reviewer, 'close_unreported')
  t.strictSame(life.finding.lookbacks, ['2026-04-16', '2026-06-15'])
})

t.test('what is handled on paper only nobody re-tests, nor looks at again', async (t) => {
  const life = closed({ line: { handling: 'offline' } })
  t.equal(life.finding.lookbacks, null)
  t.ok(settled(life))
})

t.test('each look-back waits for its re-test; with the last the finding is settled', async (t) => {
  const life = closed().at('2026-04-02 07:30').tick()
  t.strictSame(types(life.news), ['lookback_opened'])
  const opened_at = local('2026-04-02 07:30')
  const from = local('2026-04-01 00:00')
  t.strictSame(life.finding.lookback, { number: 1, opened_at, from })
  sees(life.at('2026-04-03 10:00'), 'pass')
  t.equal(life.finding.lookback, null)
  t.notOk(settled(life), 'one is left')
  life.at('2026-06-01 09:00').tick()
  t.match(life.finding.lookback, { number: 2 })
  t.notOk(settled(life), 'it waits')
  sees(life.later(1000), 'pass')
  t.ok(settled(life))
  t.match(life.finding, { state: 'closed', seen_again: false, fixed: 'yes' })
})

t.test('what was seen before it was opened, or shows nothing, leaves it open', async (t) => {
  const life = closed().at('2026-04-02 10:00').tick()
  sees(life, 'pass', '2026-03-31 23:59')
  t.match(life.finding.lookback, { number: 1 })
  sees(life.later(1000), 'inconclusive')
  t.match(life.finding.lookback, { number: 1 })
  sees(life.later(1000), 'pass', '2026-04-02 09:00')
  t.match(life.finding.lookback, { number: 1 }, 'an older observation than the newest')
  sees(life.later(1000), 'pass')
  t.equal(life.finding.lookback, null)
  const early = closed().at('2026-04-02 10:00').tick()
  sees(early, 'pass', '2026-04-01 00:00')
  t.equal(early.finding.lookback, null, 'on its day')
})

t.test('whoever looked on its day, before it was opened, need not look again', async (t) => {
  const opened = (result: 'pass' | 'inconclusive', seen_at: string) =>
    types(sees(closed().at('2026-04-01 18:00'), result, seen_at).at('2026-04-02 10:00').tick().news)
  t.strictSame(opened('pass', '2026-04-01 16:00'), [])
  t.strictSame(opened('pass', '2026-04-01 00:00'), [])
  t.strictSame(opened('pass', '2026-03-31 23:59'), ['lookback_opened'])
  t.strictSame(opened('inconclusive', '2026-04-01 16:00'), ['lookback_opened'])
})

t.test('one that nobody answered is overtaken by the next', async (t) => {
  const life = closed().at('2026-06-01 09:00').tick()
  const nagged = ['office_nagged', 'office_nagged']
  t.strictSame(types(life.news), ['lookback_opened', ...nagged, 'lookback_opened'])
  t.match(life.finding.lookback, { number: 2 })
})

t.test('seen again: there is no more to look for, until it is seen mended', async (t) => {
  const life = closed().at('2026-04-02 10:00').tick()
  sees(life, 'fail')
  t.match(life.finding, { state: 'closed', fixed: 'no', seen_again: true, lookback: null })
  const nags = ahead(life)
  t.strictSame(nags, [
    ['nag_office', 1, local('2026-04-08 07:30')],
    ['nag_office', 2, local('2026-04-10 07:30')],
  ])
  t.notOk(settled(life), 'the office decides')
  sees(life.later(1000), 'inconclusive')
  t.ok(life.finding.seen_again, 'which says nothing')
  sees(life.at('2026-04-03 10:00'), 'fail')
  t.strictSame(ahead(life), nags, 'and once more, a day later, nothing new')
  sees(life.later(1000), 'pass')
  t.notOk(life.finding.seen_again)
  t.strictSame(ahead(life), [['open_lookback', 2, local('2026-06-01 07:30')]])
})

t.test('seen again before any look-back was opened is the same', async (t) => {
  const life = sees(closed().at('2026-03-10 10:00'), 'fail')
  t.ok(life.finding.seen_again)
  t.notOk(ahead(life).some(([kind]) => kind === 'open_lookback'))
  const before = closed().at('2026-03-10 10:00')
  const { closed_at } = before.finding
  if (!closed_at) throw new Error('not closed')
  before.does(inspector, 'record_retest', {
    result: 'fail',
    observed_at: local('2026-03-02 09:59'),
  })
  t.match(before.finding, { fixed: 'no', seen_again: false }, 'what was seen before the closing')
  const at = closed().at('2026-03-10 10:00')
  at.does(inspector, 'record_retest', { result: 'fail', observed_at: closed_at })
  t.ok(at.finding.seen_again)
})

t.test(
  'what was seen again is reopened without further evidence, and not looked for',
  async (t) => {
    const life = closed().at('2026-04-02 10:00').tick()
    const bare = { evidence: [] }
    t.equal(life.refuses(reviewer, 'reopen', bare), 'EVIDENCE_REQUIRED /evidence')
    t.strictSame(reopenNeeds(life), ['reason', 'evidence'])
    t.strictSame(reopenNeeds(sees(life, 'fail')), ['reason'])
    life.does(reviewer, 'reopen', bare)
    t.match(life.finding, { state: 'rectifying', cycle: 2, seen_again: false })
    t.strictSame([life.finding.lookbacks, life.finding.lookback], [null, null])
    const refused = sees(closed().at('2026-04-02 10:00'), 'fail')
    t.equal(refused.refuses(reviewer, 'reopen', { reason: ' ' }), 'FIELD_REQUIRED /reason')
    const unknown = { evidence: ['nobody has it'] }
    t.equal(refused.refuses(reviewer, 'reopen', unknown), 'EVIDENCE_REQUIRED /evidence')
  },
)

t.test('whoever has to look, or to decide, is reminded of it, and then the leader', async (t) => {
  const opened = closed().at('2026-04-02 10:00').tick()
  t.strictSame(ahead(opened).slice(0, 2), [
    ['nag_office', 1, local('2026-04-09 07:30')],
    ['nag_office', 2, local('2026-04-13 07:30')],
  ])
  const said = (life: Life) => {
    const { finding, rules } = life.situation
    return messagesOf(finding, rules.policy, life.news, 1).map(({ kind, recipient }) => [
      ...[kind, recipient],
    ])
  }
  opened.at('2026-04-09 09:00').tick()
  t.strictSame(newest(opened, 'office_nagged').data, { step: 1, waiting: 'lookback' })
  t.strictSame(said(opened), [['lookback_waits', 'handler']])
  t.strictSame(said(opened.at('2026-04-13 09:00').tick()), [['lookback_waits', 'leader']])
  t.strictSame(said(sees(opened, 'fail')), [['seen_again', 'reviewer']])
  opened.at('2026-04-16 09:00').tick()
  t.strictSame(newest(opened, 'office_nagged').data, { step: 1, waiting: 'seen_again' })
  t.strictSame(said(opened), [['seen_again', 'reviewer']])
  t.strictSame(said(opened.at('2026-04-20 09:00').tick()), [['seen_again', 'leader']])
  t.ok(settled(opened), 'there is nobody left to remind')
  const answered = sees(closed().at('2026-04-02 10:00').tick().later(1000), 'pass')
  t.strictSame(ahead(answered), [['open_lookback', 2, local('2026-06-01 07:30')]])
})

t.test('what was seen again is taken up once, with another finding, or reopened', async (t) => {
  t.equal(closed().refuses(leader, 'follow'), 'NOT_IN_THIS_STATE', 'it was not seen again')
  const life = sees(closed().at('2026-04-02 10:00'), 'fail').does(leader, 'follow')
  t.match(life.finding, { state: 'closed', followed_by: 'follower', seen_again: false })
  t.strictSame(newest(life, 'followed').data, { by: 'follower' })
  t.ok(settled(life))
  t.equal(life.refuses(leader, 'follow'), 'NOT_IN_THIS_STATE')
  sees(life.later(1000), 'fail')
  t.match(life.finding, { fixed: 'no', seen_again: false }, 'the other is looked at')
  t.equal(life.refuses(reviewer, 'reopen', { evidence: [] }), 'EVIDENCE_REQUIRED /evidence')
  t.equal(life.does(reviewer, 'reopen').finding.followed_by, null)
})

t.test('reopening cancels what was left, and the next closing plans anew', async (t) => {
  const life = closed().at('2026-04-02 10:00').tick().does(reviewer, 'reopen')
  t.notOk(ahead(life).some(([kind]) => kind === 'open_lookback'))
  life.does(reporter, 'respond').does(handler, 'accept')
  life.does(reporter, 'register_report').does(leader, 'close')
  t.strictSame(life.finding.lookbacks, ['2026-05-02', '2026-07-01'])
  t.equal(ahead(life).length, 2)
})
