import t from 'tap'
import { replan, wakeOf } from '../../src/domain/clock/replan.js'
import { earliestProof, take } from '../../src/domain/clock/take.js'
import { toEpoch } from '../../src/domain/instant.js'
import type { Milestone } from '../../src/domain/milestone.js'
import { issuedLife, lifeIn } from '../helpers/domain/life.js'
import { local, rulesWith } from '../helpers/domain/world.js'

const RULES = rulesWith()
const FINDING = lifeIn('rectifying').finding
const AT = local('2026-03-11 07:30')
const LATER = local('2026-03-12 07:30')

const want = (kind: Milestone['kind'], at = AT) => ({ kind, step: 1, at, reason: { why: 'new' } })
const row = (more: Partial<Milestone>): Milestone => ({
  ...{ id: 'row', plan: FINDING.plan, kind: 'remind', step: 1, at: AT, wake_at: AT },
  ...{ reason: { why: 'old' }, taken_at: null, outcome: null, ...more },
})
const brought = (
  rows: readonly Milestone[],
  wanted: ReturnType<typeof want>[],
  from: string,
  moving = false,
) => replan(FINDING, rows, wanted, { from: local(from), moving }, RULES)

t.test('what is new is created, unless it is past when it is planned', async (t) => {
  const [created] = brought([], [want('remind')], '2026-03-11 07:29')
  t.strictSame(created, row({ id: null, reason: { why: 'new' } }))
  t.strictSame(brought([], [want('remind')], '2026-03-11 07:30'), [])
  for (const kind of ['fall_due', 'deem_received'] as const) {
    t.equal(brought([], [want(kind)], '2026-03-20 10:00').length, 1, `${kind} is never too late`)
  }
  const fallen = { ...FINDING, fell_due_plan: FINDING.plan }
  t.strictSame(
    replan(fallen, [], [want('fall_due')], { from: LATER, moving: false }, RULES),
    [],
    'but once only',
  )
})

t.test('a row that stays is left as it is; one no longer wanted is cancelled', async (t) => {
  const live = row({})
  t.strictSame(brought([live], [want('remind', LATER)], '2026-03-10 10:00'), [live])
  t.strictSame(brought([live], [], '2026-03-10 10:00'), [row({ outcome: 'cancelled' })])
  const taken = row({ outcome: 'taken', taken_at: AT })
  t.strictSame(brought([taken], [], '2026-03-12 10:00'), [taken])
  t.strictSame(brought([taken], [want('remind')], '2026-03-10 10:00'), [taken])
  const before = row({ plan: FINDING.plan - 1, outcome: 'taken' })
  t.equal(brought([before], [want('remind')], '2026-03-10 10:00').length, 2, 'of another plan')
})

t.test('what comes back lives again while it is ahead, and is skipped when past', async (t) => {
  const cancelled = row({ outcome: 'cancelled', taken_at: AT })
  const back = (one: Milestone, from: string) => brought([one], [want(one.kind)], from)
  t.strictSame(back(cancelled, '2026-03-11 07:29'), [row({})])
  t.strictSame(back(cancelled, '2026-03-11 07:30'), [row({ outcome: 'skipped', taken_at: AT })])
  const due = row({ kind: 'fall_due', outcome: 'void' })
  t.strictSame(back(due, '2026-03-20 10:00'), [row({ kind: 'fall_due' })], 'a void due as well')
  const rung = row({ kind: 'climb', outcome: 'void' })
  t.strictSame(back(rung, '2026-03-10 10:00'), [rung], 'a void rung does not count any more')
})

t.test('only a receipt moves, and only to an earlier instant', async (t) => {
  const receipt = row({ kind: 'deem_received', at: LATER, wake_at: LATER })
  t.strictSame(brought([receipt], [want('deem_received')], '2026-03-10 10:00'), [
    row({ kind: 'deem_received', reason: { why: 'new' } }),
  ])
  const early = row({ kind: 'deem_received' })
  t.strictSame(brought([early], [want('deem_received', LATER)], '2026-03-10 10:00'), [early])
  t.strictSame(brought([early], [want('deem_received')], '2026-03-10 10:00'), [early])
})

t.test('timers are spread by the finding, whole seconds within the policy’s minutes', async (t) => {
  const rules = rulesWith({ spread_minutes: 30 })
  const seconds = (id: string, kind: Milestone['kind'] = 'remind') =>
    (toEpoch(wakeOf({ id }, want(kind), rules)) - toEpoch(AT)) / 1_000
  // FNV-1a, 32 bits, as published: "a" is e40c292c, "foobar" bf9cf968.
  t.equal(seconds('a'), 0xe40c292c % 1_800)
  t.equal(seconds('foobar'), 0xbf9cf968 % 1_800)
  t.equal(seconds(''), 0x811c9dc5 % 1_800)
  t.equal(seconds('a', 'fall_due'), 0, 'a due is exact')
  t.equal(wakeOf({ id: 'a' }, want('remind'), RULES), AT, 'no spread, no delay')
})

t.test('the earliest proof counts, from whichever side', async (t) => {
  const contacted = { ...FINDING, contact_at: AT }
  const contact = { at: AT, how: 'contact' } as const
  const mail = (at: typeof AT) => ({ at, how: 'mail' }) as const
  t.equal(earliestProof({ ...FINDING, contact_at: null }, null), null)
  t.strictSame(earliestProof(contacted, null), contact)
  t.strictSame(earliestProof({ ...FINDING, contact_at: null }, mail(AT)), mail(AT))
  t.strictSame(earliestProof(contacted, mail(LATER)), contact)
  t.strictSame(earliestProof(contacted, mail(AT)), mail(AT), 'of two at once the mail')
  t.strictSame(earliestProof({ ...FINDING, contact_at: LATER }, mail(AT)), mail(AT))
})

t.test('what is recorded when a milestone is taken', async (t) => {
  const { situation } = issuedLife()
  const { due } = situation.finding
  const of = (kind: Milestone['kind'], step = 1) => take(situation, row({ kind, step }))
  const by = { texts: null, effective_at: AT }
  t.match(of('remind'), { type: 'reminded', data: { working_days_left: 3, due }, ...by })
  t.match(of('fall_due'), { type: 'fell_due', data: { due }, ...by })
  t.match(of('climb', 2), { type: 'climbed', data: { rung: 2, due }, ...by })
  t.match(of('deem_received'), { type: 'receipt_unproven', data: {}, ...by })
  const proof = { at: AT, how: 'opened' } as const
  const known = take({ ...situation, proof }, row({ kind: 'deem_received' }))
  t.match(known, { type: 'receipt_deemed', data: { received_at: AT, proof } })
  const late = take(
    { ...situation, proof: { ...proof, at: LATER } },
    row({ kind: 'deem_received' }),
  )
  t.match(late, { type: 'receipt_unproven' })
  const undated = { ...situation, finding: { ...situation.finding, due: null } }
  for (const kind of ['remind', 'fall_due', 'climb'] as const) {
    t.equal(take(undated, row({ kind })), null, `${kind} without a due is nothing`)
  }
  const waiting = (state: 'responded' | 'verified') =>
    take(lifeIn(state).situation, row({ kind: 'nag_office', step: 2 }))
  t.match(waiting('responded'), { data: { step: 2, waiting: 'review' } })
  t.match(waiting('verified'), { data: { step: 2, waiting: 'close' } })
})

t.test('a new calendar moves what is open, but makes up nothing that is past by it', async (t) => {
  const by = (one: Milestone, kind: Milestone['kind'], from: string) =>
    brought([one], [want(kind, LATER)], from, true)
  const moved = { at: LATER, wake_at: LATER, reason: { why: 'new' } }
  t.strictSame(by(row({}), 'remind', '2026-03-10 10:00'), [row(moved)])
  const early = row({ at: local('2026-03-20 07:30') })
  t.strictSame(by(early, 'remind', '2026-03-12 07:29'), [row(moved)])
  t.strictSame(by(early, 'remind', '2026-03-12 07:30'), [row({ ...moved, outcome: 'skipped' })])
  const due = row({ kind: 'fall_due', at: local('2026-03-20 07:30') })
  t.strictSame(by(due, 'fall_due', '2026-03-13 10:00'), [row({ kind: 'fall_due', ...moved })])
  const taken = row({ outcome: 'taken', taken_at: AT })
  t.strictSame(by(taken, 'remind', '2026-03-11 10:00'), [taken], 'what was done is done')
})
