import fc from 'fast-check'
import t from 'tap'
import { STATES } from '../../src/domain/vocabulary.js'
import { figure } from '../helpers/figure.js'
import { createCoverage, PAIRS } from './coverage.js'
import { draftTwin } from './draft.js'
import { compareStored } from './ending.js'
import { issueTwin } from './issue.js'
import { kinds } from './kinds.js'
import { takePair, tryPairs } from './pairs.js'
import { play, throws } from './play.js'
import { openWorld } from './world.js'

/** More for a night's hunt: `MODEL_RUNS=20000 MODEL_SEED=…`. */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 300)
const SEED = Number(process.env['MODEL_SEED'] ?? 20261126)

t.test('the interface takes every legal pair of state and command and no other', async (t) => {
  const world = await openWorld(t)
  const coverage = createCoverage()
  for (const pair of PAIRS.filter(({ kind }) => kind === 'legal')) {
    await takePair(world, coverage, pair)
  }
  for (const state of STATES) {
    const pairs = PAIRS.filter((pair) => pair.state === state && pair.kind !== 'legal')
    await tryPairs(world, coverage, state, pairs)
  }
  figure(coverage.told())
  t.same(coverage.missing(), [])
})

t.test('random histories through the interface are those of the machine', async (t) => {
  const world = await openWorld(t)
  const coverage = createCoverage()
  let [histories, steps] = [0, 0]
  const leader = { name: 'leader', principal: world.leader, paper: null }
  const history = fc.asyncProperty(
    kinds,
    throws,
    fc.integer({ min: 1, max: 3 }),
    fc.nat(3),
    async (chosen, dice, count, drafting) => {
      const twin = await draftTwin(world, coverage, chosen, count)
      histories += 1
      try {
        if (drafting > 0) await issueTwin(twin, leader)
        for (const one of dice) await play(twin, one)
        await compareStored(twin)
      } catch (error) {
        const kind = JSON.stringify(chosen)
        for (const line of [`seed ${SEED}, history ${histories}: ${kind}`, ...twin.log])
          figure(line)
        throw error
      }
      steps += dice.length
    },
  )
  await fc.assert(history, { numRuns: RUNS, seed: SEED, endOnFailure: true })
  figure(`${histories} histories, ${steps} steps (seed ${SEED}): ${coverage.told()}`)
  for (const line of coverage.counted()) figure(line)
  t.equal(histories, RUNS)
})
