import { activityInfo } from '@temporalio/activity'
import t from 'tap'
import type { NewEvent } from '../../src/domain/events.js'
import { fromEpoch, type Instant, toEpoch } from '../../src/domain/instant.js'
import { isLive } from '../../src/domain/milestone.js'
import { isSettled } from '../../src/domain/overdue.js'
import type { Policy } from '../../src/domain/policy.js'
import type { FindingView } from '../../workflows/messages.js'
import { issueFields } from '../helpers/domain/fields.js'
import { draftLife, type Life, lifeFrom, types } from '../helpers/domain/life.js'
import { handler, inspector, leader, reporter } from '../helpers/domain/people.js'
import { stage } from './support.js'

/** What people do, each between two acts of the clock: after so many of its catch-ups. */
type Story = Readonly<Record<number, (life: Life) => void>>

interface Lived {
  life: Life
  /** What the clock recorded: when it counts, and the workflow's time at which it was taken. */
  taken: { type: NewEvent['type']; effective_at: Instant; at: Instant }[]
}

/**
 * Lets the workflow live a finding's life while the server skips the waiting. Its only activity is the pure machine,
 * run at the workflow's own time; people act in the pauses it leaves.
 */
async function live(story: Story, policy: Partial<Policy> = {}): Promise<Lived> {
  const life = issuedNow(policy)
  const taken: Lived['taken'] = []
  let version = 1
  let turns = 0
  const handle = await start(
    'findingLifecycle',
    viewOf(life, version),
    {
      catchUp: async () => {
        const now = fromEpoch(activityInfo().scheduledTimestampMs)
        life.later(toEpoch(now) - toEpoch(life.now)).tick()
        const news = life.news.map(({ type, effective_at }) => ({ type, effective_at, at: now }))
        taken.push(...news)
        turns += 1
        story[turns]?.(life)
        version += 1
        return isSettled(life.finding, life.situation.milestones)
          ? 'settled'
          : viewOf(life, version)
      },
    },
    { skipping: true },
  )
  await handle.result()
  return { life, taken }
}

const { start } = await stage(t)

/** Issued at this very moment, with proof of delivery, in an office whose calendar knows every year to come. */
function issuedNow(policy: Partial<Policy>): Life {
  const now = fromEpoch(Date.now())
  const draft = draftLife({ policy, proof: { at: now, how: 'opened' } })
  const { rules } = draft.situation
  const year = Number(now.slice(0, 4))
  const definite_years = new Set([year - 1, year, year + 1, year + 2])
  const calendar = { ...rules.calendar, definite_years }
  const life = lifeFrom({ ...draft.situation, now, rules: { ...rules, calendar } })
  return life.does(leader, 'issue', issueFields(life.situation))
}

function viewOf({ situation: { finding, milestones } }: Life, version: number): FindingView {
  const rows = milestones.filter(isLive).map(({ kind, step, at, wake_at }) => {
    return { kind, step, at: toEpoch(at), wake_at: toEpoch(wake_at) }
  })
  const settled = isSettled(finding, milestones)
  const clock = { schema: 1, version, settled, standing_clock: null } as const
  return { ...clock, state: finding.state, milestones: rows }
}

const LADDER = ['climbed', 'climbed', 'climbed', 'climbed', 'climbed'] as const
const CLOCK = ['receipt_deemed', 'reminded', 'reminded', 'reminded', 'fell_due'] as const

t.test('months pass in the server’s own clock', async (t) => {
  const [silent, answered, returned, prompt] = await Promise.all([
    // Nobody ever answers; after the last rung the leader withdraws it.
    live({ 10: (life) => life.does(leader, 'withdraw') }),
    // Answered after the second rung, left lying by the office until both nags, closed, and looked at again at last.
    live({
      7: (life) => life.does(reporter, 'respond'),
      8: (life) => life.does(handler, 'begin_review'),
      9: (life) => life.does(handler, 'accept'),
      11: (life) => life.does(reporter, 'register_report').does(leader, 'close'),
      15: (life) => life.does(inspector, 'record_retest'),
    }),
    // Answered early, returned, never answered again: a new plan with the same due.
    live({
      2: (life) => life.does(reporter, 'respond').does(handler, 'return'),
      10: (life) => life.does(leader, 'withdraw'),
    }),
    live({ 1: (life) => life.does(leader, 'withdraw') }),
  ])
  t.same(
    silent.taken.map(({ type }) => type),
    [...CLOCK, ...LADDER],
  )
  t.same(
    answered.taken.map(({ type }) => type),
    [
      ...[...CLOCK, 'climbed', 'climbed', ...Array.from({ length: 4 }, () => 'office_nagged')],
      ...['lookback_opened', 'office_nagged', 'office_nagged', 'lookback_opened'],
    ],
  )
  t.equal(answered.life.finding.state, 'closed')
  t.same(
    returned.taken.map(({ type }) => type),
    [...CLOCK, ...LADDER],
    'on the due it kept',
  )
  t.same(prompt.taken.length, 1)
  for (const { taken } of [silent, answered, returned, prompt]) {
    for (const { type, effective_at, at } of taken) {
      t.ok(at >= effective_at, `${type} is never taken before its instant`)
      t.ok(toEpoch(at) - toEpoch(effective_at) < 5_000, `${type} is taken when its instant comes`)
    }
  }
})

t.test('the same life without a worker leaves the same record', async (t) => {
  const { life, taken } = await live({ 10: (lived) => lived.does(leader, 'withdraw') })
  const alone = replayAlone(life)
  t.same(
    alone.events.map(({ type, effective_at }) => [type, effective_at]),
    life.events.map(({ type, effective_at }) => [type, effective_at]),
  )
  t.equal(taken.length, types(alone.events).length - 2)
})

/** The people's commands of a life, at their instants, with nobody to take what is due in between. */
function replayAlone(life: Life): Life {
  const [issued, withdrawn] = [life.events[0], life.events.at(-1)]
  if (issued?.type !== 'issued' || withdrawn?.type !== 'withdrawn') throw new Error('another story')
  const { rules } = life.situation
  const draft = draftLife({ proof: { at: issued.effective_at, how: 'opened' } })
  const alone = lifeFrom({ ...draft.situation, now: issued.effective_at, rules })
  alone.does(leader, 'issue', issueFields(alone.situation))
  alone.later(toEpoch(withdrawn.effective_at) - toEpoch(alone.now))
  return alone.does(leader, 'withdraw')
}
