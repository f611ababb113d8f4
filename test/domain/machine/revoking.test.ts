import t from 'tap'
import { isLive } from '../../../src/domain/milestone.js'
import { isSettled } from '../../../src/domain/overdue.js'
import type { State } from '../../../src/domain/vocabulary.js'
import { lifeIn, newest } from '../../helpers/domain/life.js'
import {
  handler,
  inspector,
  leader,
  reviewer,
  signatory,
  signedBy,
} from '../../helpers/domain/people.js'

const OPEN: readonly State[] = [
  ...(['notified', 'rectifying', 'responded', 'verified', 'returned', 'ongoing'] as const),
]

t.test('what is open, or was never dispatched, is withdrawn with its notice', async (t) => {
  for (const state of ['draft' as const, ...OPEN]) {
    const life = lifeIn(state).does(leader, 'revoke')
    t.equal(life.finding.state, 'withdrawn', state)
    t.strictSame(newest(life, 'withdrawn').data, { reason_code: 'notice_revoked', from: state })
    t.strictSame(newest(life, 'withdrawn').texts, { grounds: '通报口径有误' })
    t.notOk(life.situation.milestones.some(isLive), state)
  }
})

t.test('what was asked lapses with it', async (t) => {
  const life = lifeIn('rectifying').does(signatory, 'dispute').does(leader, 'revoke')
  t.match(life.finding, { state: 'withdrawn', dispute: null })
})

t.test('what was closed stays closed, is marked, and is settled', async (t) => {
  const life = lifeIn('closed')
  const { revision, fixed } = life.finding
  life.does(leader, 'revoke')
  t.match(life.finding, { state: 'closed', revoked: true, fixed, revision })
  t.strictSame(newest(life, 'revoked').data, {})
  t.ok(isSettled(life.finding, life.situation.milestones), 'nobody looks at it again')
  t.equal(life.refuses(reviewer, 'reopen'), 'NOT_IN_THIS_STATE')
  life.later(1000).does(inspector, 'record_retest', { result: 'fail' })
  t.match(life.finding, { fixed: 'no', seen_again: false }, 'and nobody has to decide on it')
})

t.test('what was seen again, or waits to be looked at, waits no more', async (t) => {
  const seen = lifeIn('closed').later(1000).does(inspector, 'record_retest', { result: 'fail' })
  t.equal(seen.does(leader, 'revoke').finding.seen_again, false)
  const waiting = lifeIn('closed').at('2026-04-02 10:00').tick()
  t.ok(waiting.finding.lookback)
  t.equal(waiting.does(leader, 'revoke').finding.lookback, null)
})

t.test('a leader revokes, or has signed; and says why', async (t) => {
  t.equal(lifeIn('notified').refuses(reviewer, 'revoke'), 'ROLE_NOT_ALLOWED')
  t.equal(lifeIn('notified').refuses(leader, 'revoke', { grounds: ' ' }), 'FIELD_REQUIRED /grounds')
  const signed = lifeIn('notified').does(handler, 'revoke', {}, signedBy(leader))
  t.match(newest(signed, 'withdrawn').actor, { person_id: 'handler', role: 'office.handler' })
  t.equal(lifeIn('withdrawn').refuses(leader, 'revoke'), 'NOT_IN_THIS_STATE')
})

t.test('no word of the notice stands with what is handled on paper only', async (t) => {
  const offline = { line: { handling: 'offline' } } as const
  t.equal(newest(lifeIn('notified', offline).does(leader, 'revoke'), 'withdrawn').texts, null)
  t.equal(newest(lifeIn('closed', offline).does(leader, 'revoke'), 'revoked').texts, null)
})
