import t from 'tap'
import { instantOf } from '../../src/domain/instant.js'
import { DEFAULT_POLICY } from '../../src/domain/policy.js'
import { retestChange, retestProposal, retestRule } from '../../src/domain/retest.js'
import { type RetestHold, refuseClaim, refuseResult } from '../../src/domain/retest-hold.js'
import { beforeAndAfter } from '../../src/domain/sights.js'
import { draftLife, type Life, lifeIn } from '../helpers/domain/life.js'
import { handler, inspector, leader, reporter } from '../helpers/domain/people.js'

const OFFLINE = { fields: { handling: 'offline' }, reason: undefined, paper_number: '1号' } as const
const proposes = { retest: { others: 'proposes', indicators: {} } } as const

/** What a command does to the tasks of a finding. */
const changed = (life: Life, does: (life: Life) => Life) => {
  const before = life.finding
  const after = does(life)
  return retestChange(before, after.finding, after.news, after.situation.rules.policy)
}
const answers = (life: Life, fields: { result?: 'partly_fixed' } = {}) =>
  changed(life, (one) => one.does(reporter, 'respond', fields))

t.test('an answer that is final opens a task; one that promises does not', async (t) => {
  t.strictSame(answers(lifeIn('rectifying')), {
    opens: [{ reason: 'answer', round: 1, lookback: null }],
    ends: [],
  })
  t.strictSame(answers(lifeIn('returned')), {
    opens: [{ reason: 'answer', round: 2, lookback: null }],
    ends: [{ reason: 'answer', why: 'superseded' }],
  })
  t.strictSame(answers(lifeIn('rectifying'), { result: 'partly_fixed' }).opens, [])
  const policy = { retest: { others: 'none', indicators: {} } } as const
  t.strictSame(answers(lifeIn('rectifying', { policy })).opens, [])
  t.strictSame(answers(lifeIn('rectifying', { line: { handling: 'offline' } })).opens, [])
})

t.test('what decides on the answer ends its task; an acceptance waits on', async (t) => {
  const after = (does: (life: Life) => Life) => changed(lifeIn('responded'), does)
  const superseded = { opens: [], ends: [{ reason: 'answer', why: 'superseded' }] }
  t.strictSame(
    after((life) => life.does(handler, 'return')),
    superseded,
  )
  t.strictSame(
    after((life) => life.does(reporter, 'recall')),
    superseded,
  )
  const nothing = { opens: [], ends: [] }
  t.strictSame(
    after((life) => life.does(handler, 'accept')),
    nothing,
  )
  t.strictSame(
    after((life) => life.does(handler, 'comment')),
    nothing,
  )
  const all = ['answer', 'lookback', 'asked'].map((reason) => ({ reason, why: 'settled' }))
  t.strictSame(
    after((life) => life.does(leader, 'withdraw')),
    { opens: [], ends: all },
  )
})

t.test('whoever looks looks at what was corrected', async (t) => {
  const fields = { fields: { problem: '另一栏目未更新' } }
  const corrects = (life: Life) => life.does(leader, 'correct', fields)
  t.strictSame(changed(lifeIn('responded'), corrects), {
    opens: [{ reason: 'answer', round: 1, lookback: null }],
    ends: ['answer', 'lookback', 'asked'].map((reason) => ({ reason, why: 'superseded' })),
  })
  const offline = changed(lifeIn('responded'), (life) => life.does(leader, 'correct', OFFLINE))
  t.strictSame(offline.opens, [])
  t.strictSame(new Set(offline.ends.map(({ why }) => why)), new Set(['settled']))
  t.strictSame(changed(draftLife(), corrects), { opens: [], ends: [] })
})

t.test('a re-test proposes where the office wants it, and decides nothing', async (t) => {
  const seen = (result: 'pass' | 'fail' | 'inconclusive') => {
    const waits = lifeIn('responded', { policy: proposes })
    return waits.does(inspector, 'record_retest', { result, observed_at: waits.now })
  }
  const said = ({ finding, situation }: Life) => retestProposal(finding, situation.rules.policy)
  t.equal(said(lifeIn('responded', { policy: proposes })), null)
  t.equal(said(seen('pass')), 'accept')
  t.equal(said(seen('fail')), 'return')
  t.equal(said(seen('inconclusive')), null)
  t.equal(seen('pass').finding.state, 'responded')
  t.equal(said(seen('fail').does(handler, 'return')), null, 'nothing waits any more')
  t.equal(retestProposal(seen('pass').finding, DEFAULT_POLICY), null, 'shown and no more')
  const { others } = DEFAULT_POLICY.retest
  const mixed = { retest: { others, indicators: { 'WD-04': 'none', none: 'proposes' } } } as const
  t.equal(retestRule(mixed, { indicator_id: 'WD-04' }), 'none')
  t.equal(retestRule(mixed, { indicator_id: null }), 'proposes')
  t.equal(retestRule(mixed, { indicator_id: 'WD-05' }), 'shown')
})

t.test('one claim at a time, and the last is the one that counts', async (t) => {
  const hold = (status: RetestHold['status'], claim = 1): RetestHold => ({
    ...{ status, claim, claimed_by: claim === 0 ? null : 'a' },
  })
  const first = { by: 'a', claim: null }
  t.equal(refuseClaim(hold('open', 0), first), null)
  t.equal(refuseClaim(hold('open'), { by: 'b', claim: null }), null, 'the lease ran out')
  t.match(refuseClaim(hold('claimed'), first), { code: 'RETEST_TAKEN' }, 'also of one tool')
  t.equal(refuseClaim(hold('claimed'), { by: 'a', claim: 1 }), null, 'kept on')
  t.match(refuseClaim(hold('open', 2), { by: 'a', claim: 1 }), { code: 'RETEST_TAKEN' })
  t.match(refuseClaim(hold('open'), { by: null, claim: null }), { code: 'ROLE_NOT_ALLOWED' })
  t.match(refuseClaim(hold('done'), first), { code: 'NOT_IN_THIS_STATE' })
  t.equal(refuseResult(hold('open'), { by: 'a', claim: 1 }), null, 'late, and nobody else has it')
  t.match(refuseResult(hold('claimed', 2), { by: 'a', claim: 1 }), {
    ...{ code: 'RETEST_TAKEN', field: '/claim' },
  })
  t.match(refuseResult(hold('claimed'), { by: 'b', claim: 1 }), { code: 'RETEST_TAKEN' })
  t.match(refuseResult(hold('cancelled'), { by: 'a', claim: 1 }), { code: 'NOT_IN_THIS_STATE' })
})

t.test('before and after an answer', async (t) => {
  const at = (day: number) => instantOf(`2022-09-0${day}T01:00:00.000Z`)
  const sight = (day: number, round: number | null) => ({ observed_at: at(day), round })
  const [first, second, third] = [sight(1, null), sight(3, 1), sight(5, 2)]
  const sights = [third, second, first]
  const round = { number: 2, effective_at: at(4) }
  t.strictSame(beforeAndAfter(sights, round), { before: second, after: third })
  t.strictSame(beforeAndAfter(sights, null), { before: third, after: null })
  t.strictSame(beforeAndAfter([first], round), { before: first, after: null })
  t.strictSame(beforeAndAfter([], null), { before: null, after: null })
})
