import t from 'tap'
import type { NoticeHead } from '../../../src/domain/notice/draft.js'
import { planIssue } from '../../../src/domain/notice/plan-issue.js'
import type { Earlier } from '../../../src/domain/repeats.js'
import { local, rulesWith } from '../../helpers/domain/world.js'
import { CONTEXT, HEAD, line } from './sample.js'

/** Closed two months before the notice is issued, and seen again since. */
const AGAIN: Earlier = {
  ...{ id: 'earlier', unit_id: 'unit 1', asset_id: 'site', indicator_id: 'WV-1.5' },
  ...{ state: 'closed', closed_at: local('2026-01-05 10:00'), seen_again: true },
}
const SAME = line(1, { asset_id: 'site' })
const plan = (draft = SAME, earlier: readonly Earlier[] = [AGAIN], policy = {}) =>
  planIssue(HEAD, [draft], { ...CONTEXT, earlier, rules: rulesWith(policy) })

t.test('what is repeated is recorded as it is issued, and pointed out before', async (t) => {
  const { issued, doubts, problems } = plan()
  t.strictSame(problems, [])
  const repeats = { problem: ['earlier'], kind: [] }
  t.match(issued[0]?.events, [{ type: 'issued', data: { repeats } }])
  t.strictSame(issued[0]?.situation.finding.repeats, repeats)
  t.strictSame(doubts, [{ line: 1, kind: 'problem_repeated' }])
  const kind = plan(line(1, { asset_id: 'app' }))
  t.strictSame(kind.issued[0]?.situation.finding.repeats, { problem: [], kind: ['earlier'] })
  t.strictSame(kind.doubts, [])
})

t.test('what repeats nothing says nothing', async (t) => {
  const { issued } = plan(SAME, [])
  t.notOk('repeats' in (issued[0]?.events[0]?.data ?? {}))
  t.equal(issued[0]?.situation.finding.repeats, null)
  const long_ago = plan(SAME, [AGAIN], { repeat_months: 1 })
  t.equal(long_ago.issued[0]?.situation.finding.repeats, null)
})

t.test('the policy shortens what is repeated, unless it is short already or dated', async (t) => {
  const due = (days: number, head = {}) => {
    const policy = { repeat_windows: { problem: days, kind: null } }
    const context = { ...CONTEXT, earlier: [AGAIN], rules: rulesWith(policy) }
    const { issued } = planIssue({ ...HEAD, ...head }, [SAME], context)
    const found = issued[0]?.situation.finding.due
    return [found?.date, found?.basis.rule]
  }
  // The indicator leaves three working days.
  t.strictSame(due(2), ['2026-03-04', 'repeat_window'])
  t.strictSame(due(3), ['2026-03-05', 'indicator_window'])
  const period = { kind: 'working_days', working_days: 5, counts_from: 'service', words: '' }
  t.strictSame(due(2, { deadline: period }), ['2026-03-09', 'notice_period'])
})

t.test('a line follows what was seen again of its own unit, and nothing else', async (t) => {
  const following = (more: Partial<Earlier>, known = true) => {
    const draft = line(1, {}, { follows: 'earlier' })
    const { problems, issued } = plan(draft, known ? [{ ...AGAIN, ...more }] : [])
    return problems.length > 0 ? problems : issued[0]?.situation.finding.repeats
  }
  const old = { indicator_id: 'none', closed_at: local('2020-01-05 10:00') }
  t.strictSame(following(old), { problem: ['earlier'], kind: [] })
  const refused = (code: string) => [{ line: 1, code, field: '/follows' }]
  t.strictSame(following({ seen_again: false }), refused('NOT_IN_THIS_STATE'))
  t.strictSame(following({}, false), refused('NOT_IN_THIS_STATE'))
  t.strictSame(following({ unit_id: 'unit 2' }), refused('NOT_IN_THIS_STATE'))
  const both = [
    line(1, {}, { follows: 'earlier' }),
    line(2, { unit_id: 'unit 1' }, { follows: 'earlier' }),
  ]
  const { problems } = planIssue(HEAD, both, { ...CONTEXT, earlier: [AGAIN] })
  const kept = line(1, {}, { follows: 'unknown', dispatched: false })
  const { problems: none } = planIssue(HEAD, [kept, line(2)], CONTEXT)
  t.strictSame(none, [], 'what is not dispatched follows nothing')
  t.strictSame(problems, [{ line: 2, code: 'NOT_IN_THIS_STATE', field: '/follows' }], 'once')
})

t.test('a notice adds to one that is out and stands, or to none', async (t) => {
  const problems = (supplements: NoticeHead['supplements']) =>
    planIssue({ ...HEAD, supplements }, [line(1)], CONTEXT).problems
  const refused = [{ line: null, code: 'NOT_IN_THIS_STATE', field: '/supplements' }]
  t.strictSame(problems('draft'), refused)
  t.strictSame(problems('revoked'), refused)
  for (const stands of ['issued', 'supplemented', null] as const)
    t.strictSame(problems(stands), [], `${stands}`)
})
