import t from 'tap'
import { plusMs } from '../../src/domain/instant.js'
import type { PersonCommandName } from '../../src/domain/vocabulary.js'
import { DAY } from '../helpers/domain/world.js'
import { createCoverage } from './coverage.js'
import { draftTwin } from './draft.js'
import { compareStored } from './ending.js'
import { issueTwin } from './issue.js'
import { take } from './pairs.js'
import { signSlip } from './sign.js'
import { waitUntil } from './twin.js'
import { openWorld } from './world.js'

t.test('a recall that lengthens a draft makes an older view of it stale', async (t) => {
  const world = await openWorld(t)
  const twin = await draftTwin(world, createCoverage(), {}, 2)
  const leader = { name: 'leader', principal: world.leader, paper: null }
  await issueTwin(twin, leader)
  const [one, other] = twin.entries
  if (!one || !other) throw new Error('nothing drafted')
  await waitUntil(twin, plusMs(twin.now, 19 * DAY))
  // What is said of each takes its rungs: the first answers before the other climbs.
  const steps: readonly [typeof one, PersonCommandName][] = [
    [one, 'comment'],
    [one, 'respond'],
    [other, 'comment'],
    [one, 'recall'],
  ]
  for (const [entry, name] of steps) await take(twin, entry, name)
  const [superseded, draft] = twin.slips
  t.match(superseded, { slip: { status: 'superseded' }, listed: { length: 1 } })
  t.match(draft, { slip: { status: 'draft', revision: 2 }, listed: { length: 2 } })
  await compareStored(twin)
  if (!draft) return
  const command = { name: 'issue', number: '催〔2026〕1号' } as const
  await signSlip(twin, { player: leader, slip: draft, command, stale: false, forged: false })
  t.equal(draft.slip.status, 'issued')
})
