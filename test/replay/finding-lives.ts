import type { WorkflowHandle } from '@temporalio/client'
import type { FindingView, MilestoneView } from '../../src/domain/clock-view.js'
import type { MilestoneKind, State } from '../../src/domain/vocabulary.js'
import {
  findingView,
  type Stage,
  standingView,
  told,
  until,
  waiting,
} from '../workflows/support.js'
import type { Scenario } from './scenario.js'

const HOUR = 3_600_000

/** A view that waits for acts so many milliseconds from now. */
function waitsFor(
  version: number,
  state: State,
  acts: readonly (readonly [MilestoneKind, number])[],
  more: Partial<FindingView> = {},
): FindingView {
  const now = Date.now()
  const milestones = acts.map(([kind, ms], step): MilestoneView<MilestoneKind> => {
    return { kind, step, at: now + ms, wake_at: now + ms }
  })
  return { ...findingView(version, []), state, milestones, ...more }
}

const settled = (version: number, state: State) => waitsFor(version, state, [], { settled: true })

/** Tells one view after the other, each once the one before is adopted. */
async function walks(handle: WorkflowHandle, views: readonly FindingView[]): Promise<void> {
  for (const view of views) {
    await told(handle, view)
    if (!view.settled) await until(async () => (await waiting(handle)).version === view.version)
  }
}

/** Starts at a state with a reminder far off, walks on through others and ends settled. */
async function life(
  { start }: Stage,
  states: readonly State[],
  last: State,
): Promise<WorkflowHandle> {
  const [first = 'notified', ...rest] = states
  const far = [['remind', HOUR]] as const
  const handle = await start('findingLifecycle', waitsFor(1, first, far))
  await waiting(handle)
  await walks(handle, [
    ...rest.map((state, index) => waitsFor(index + 2, state, far)),
    settled(states.length + 1, last),
  ])
  await handle.result()
  return handle
}

/** Starts with something due at once and answers each catch-up with the next view; ends with the last. */
async function clockwork({ start }: Stage, views: readonly FindingView[]): Promise<WorkflowHandle> {
  const [first, ...rest] = views
  if (!first) throw new Error('no view')
  let calls = 0
  const handle = await start('findingLifecycle', first, {
    catchUp: async () => rest[calls++] ?? 'settled',
  })
  await handle.result()
  return handle
}

/** What can become of a finding, as far as its workflow learns of it: an offline one walks like any other. */
export const FINDING_LIVES: Readonly<Record<string, Scenario>> = {
  'finding-closed': (stage) =>
    life(stage, ['notified', 'rectifying', 'responded', 'verified'], 'closed'),

  'finding-returned-twice': (stage) =>
    life(
      stage,
      ['notified', 'rectifying', 'responded', 'returned', 'responded', 'returned', 'responded'],
      'closed',
    ),

  'finding-recalled': (stage) =>
    life(stage, ['rectifying', 'responded', 'rectifying', 'responded'], 'closed'),

  'finding-withdrawn': (stage) => life(stage, ['notified'], 'withdrawn'),

  'finding-closed-unreported': (stage) => life(stage, ['notified', 'rectifying'], 'closed'),

  'finding-ongoing': (stage) => life(stage, ['rectifying', 'ongoing', 'responded'], 'closed'),

  /** Closed with a look still to come, and opened again before it came. */
  'finding-reopened': (stage) =>
    life(stage, ['verified', 'closed', 'returned', 'responded', 'verified'], 'closed'),

  /** Reopened after its run had ended: the next run begins in the middle. */
  'finding-begun-again': (stage) => life(stage, ['returned', 'responded', 'verified'], 'closed'),

  'finding-receipt-deemed': (stage) =>
    clockwork(stage, [
      waitsFor(1, 'notified', [['deem_received', 30]]),
      waitsFor(2, 'rectifying', [['remind', 60]]),
      waitsFor(3, 'rectifying', [['fall_due', 60]]),
      settled(4, 'withdrawn'),
    ]),

  /** Hours, not days: due, and up the ladder at once. */
  'finding-urgent': (stage) =>
    clockwork(stage, [
      waitsFor(1, 'notified', [
        ['fall_due', 30],
        ['climb', 60],
      ]),
      waitsFor(2, 'notified', [['climb', 30]]),
      waitsFor(3, 'responded', [['nag_office', 30]]),
      settled(4, 'closed'),
    ]),

  'finding-up-the-ladder': (stage) =>
    clockwork(stage, [
      waitsFor(1, 'rectifying', [['remind', 20]]),
      waitsFor(2, 'rectifying', [['fall_due', 20]]),
      ...[3, 4, 5, 6, 7].map((version) => waitsFor(version, 'rectifying', [['climb', 20]])),
      waitsFor(8, 'responded', [['nag_office', 20]]),
      waitsFor(9, 'verified', [['nag_office', 20]]),
      settled(10, 'closed'),
    ]),

  /** A rehearsal that is moved over several acts at once. */
  async 'finding-rehearsed-to-its-end'({ start }) {
    const noon = Date.UTC(2022, 8, 5, 4)
    let version = 1
    const handle = await start('findingLifecycle', standingView(1, noon, [noon + HOUR]), {
      catchUp: async () => {
        version += 10
        return standingView(version, noon + 9 * HOUR, [noon + version * HOUR])
      },
    })
    await waiting(handle)
    await told(handle, standingView(5, noon + 9 * HOUR, [noon + HOUR, noon + 2 * HOUR]))
    await until(async () => (await waiting(handle)).version > 5)
    await told(handle, { ...standingView(90, noon, []), state: 'closed', settled: true })
    await handle.result()
    return handle
  },
}
