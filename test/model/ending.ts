import { deepStrictEqual as same } from 'node:assert/strict'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { listEvents } from '../../src/db/event.js'
import { findFinding } from '../../src/db/finding.js'
import { milestonesOf } from '../../src/db/milestone.js'
import { takeDue } from '../../src/domain/clock/advance.js'
import { evolve } from '../../src/domain/evolve/evolve.js'
import { blankFinding, type Finding } from '../../src/domain/finding.js'
import type { Milestone } from '../../src/domain/milestone.js'
import { compareDone } from './compare.js'
import { knock } from './door.js'
import { compareSlips } from './sign.js'
import { compareSlice } from './slice.js'
import type { Entry, Twin } from './twin.js'

/** Throws unless everything that is stored of a twin is the machine's, and its events fold to its rows. */
export async function compareStored(twin: Twin): Promise<void> {
  for (const entry of twin.entries) await compareFinding(twin, entry)
  await compareSlice(twin)
  await compareSlips(twin)
}

async function compareFinding({ world }: Twin, { situation, events }: Entry): Promise<void> {
  const { owner } = world.office
  const { id } = situation.finding
  const operation = findingOperations.getFinding
  const reader = knock(world.leader, operation.policy, { unit_id: null, shown: true })
  if (typeof reader === 'string') throw new Error(reader)
  const [page, stored, recorded, rows] = await Promise.all([
    world.as(world.leader)(operation, { params: { id } }),
    findFinding(owner, id),
    listEvents(owner, id),
    milestonesOf(owner, [id]),
  ])
  compareDone(page, { ...takeDue(situation).situation, actor: reader })
  same(stored?.finding, situation.finding, 'row')
  same(recorded.map(bare), events.map(bare), 'events')
  same(
    recorded.map(({ seq }) => seq),
    events.map((_, index) => index + 1),
    'numbers of the events',
  )
  if (recorded.length > 0) {
    same(recorded.reduce<Finding>(evolve, blankFinding(situation.finding)), stored?.finding, 'fold')
  }
  same(rowsOf(rows), rowsOf(situation.milestones), 'milestones')
}

type Recorded = Pick<Entry['events'][number], 'type' | 'data' | 'texts' | 'actor' | 'effective_at'>

/** What the machine says of an event; JSON keeps no field that says nothing. */
function bare({ type, data, texts, actor, effective_at }: Recorded): unknown {
  return JSON.parse(JSON.stringify({ type, data, texts, actor, effective_at }))
}

type Planned = Pick<Milestone, 'plan' | 'step' | 'at' | 'outcome'> & {
  kind: string
}

function rowsOf(rows: readonly Planned[]) {
  return rows
    .map(({ plan, kind, step, at, outcome }) => [plan, kind, step, at, outcome].join())
    .toSorted()
}
