import fc from 'fast-check'
import t from 'tap'
import { actorTowards } from '../../src/commands/principal.js'
import { takeDue } from '../../src/domain/clock/advance.js'
import { plusMs } from '../../src/domain/instant.js'
import { run } from '../../src/domain/machine/run.js'
import { ALLOWED } from '../../src/domain/permissions.js'
import { PERSON_COMMANDS } from '../../src/domain/vocabulary.js'
import { commandFor } from '../helpers/domain/fields.js'
import { draw, options, throws, WAITS } from '../helpers/domain/history.js'
import type { LifeOptions } from '../helpers/domain/life.js'
import { local } from '../helpers/domain/world.js'
import { begin } from './begin.js'
import { type Coverage, createCoverage } from './coverage.js'
import { type Sending, type TwinLife, twinLife } from './life.js'
import { realised } from './real.js'
import { openWorld, type World } from './world.js'

/** More for a night's hunt: `MODEL_RUNS=20000 MODEL_SEED=…`. */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 300)
const SEED = Number(process.env['MODEL_SEED'] ?? 20261126)

t.test('random histories through the interface are those of the machine', async (t) => {
  const world = await openWorld(t)
  const coverage = createCoverage()
  let [sent, done] = [0, 0]
  const history = fc.asyncProperty(
    options,
    throws,
    fc.boolean(),
    async (chosen, dice, drafting) => {
      const life = await startedLife(world, coverage, chosen, drafting)
      if (!life) return
      for (const one of dice) {
        const wait = WAITS[one.wait] ?? 0
        if (wait > 0) await life.waitUntil(plusMs(life.situation.now, wait))
        sent += 1
        if (await life.send(drawn(world, life, one, chosen))) done += 1
        const next = one.variant % 2 === 0 ? untried(world, coverage, life) : null
        if (next) await life.send(next)
      }
      await life.compareAll()
    },
  )
  await fc.assert(history, { numRuns: RUNS, seed: SEED, endOnFailure: true })
  t.comment(`${RUNS} histories (seed ${SEED}), ${sent} commands, ${done} of them done`)
  t.comment(coverage.told())
  t.same(coverage.missing(), [])
})

type Throw = Parameters<typeof draw>[1]

/** A life from its draft or from its issue; null where the machine and the interface refuse to issue it. */
async function startedLife(
  world: World,
  coverage: Coverage,
  chosen: LifeOptions,
  drafting: boolean,
): Promise<TwinLife | null> {
  const policy = await world.setPolicy(chosen.policy ?? {})
  const now = local(chosen.served ?? '2026-03-02 10:00')
  const begun = await begin(world, chosen, { now, policy })
  const [draft] = begun.drafts
  if (drafting && draft) return twinLife(world, coverage, draft, [])
  const [issued] = (await begun.issue()) ?? []
  return issued ? twinLife(world, coverage, issued.situation, issued.events) : null
}

/** What the dice say, sent by somebody real; now and then with an older view, or twice. */
function drawn(world: World, life: TwinLife, one: Throw, chosen: LifeOptions) {
  const { finding } = life.situation
  const parts = world.cast.map(({ principal, paper }) => ({
    actor: actorTowards(principal, finding.unit_id),
    paper,
  }))
  const commands = PERSON_COMMANDS
  const chance = draw(life.situation, one, chosen, { cast: parts, commands })
  const player =
    world.cast[
      parts.findIndex(({ actor, paper }) => actor === chance.actor && paper === chance.paper)
    ]
  const command = realised(chance.command, world)
  if (!player || command.name === 'issue' || command.name === 'catch_up') throw new Error('nobody')
  return {
    player,
    command,
    stale: one.variant % 23 === 0,
    twice: one.variant % 7 === 0,
  }
}

/**
 * A command nobody has yet tried in this state: one that does not belong to it, sent by somebody who otherwise might,
 * or one the machine would take.
 */
function untried(world: World, coverage: Coverage, life: TwinLife): Sending | null {
  const { situation } = takeDue(life.situation)
  const { legal, illegal } = coverage.untried(situation.finding.state)
  const sendings = [...illegal.slice(0, 1), ...legal].flatMap((name) =>
    world.cast
      .filter(({ principal }) =>
        principal.memberships.some(({ role }) => ALLOWED[name].includes(role)),
      )
      .map((player) => {
        const actor = actorTowards(player.principal, situation.finding.unit_id)
        const part = { actor, paper: player.paper }
        const command = realised(commandFor(name, { ...situation, ...part }), world)
        const taken = run({ ...situation, ...part }, command, null).verdict.kind === 'done'
        return { player, command: { ...command, name } as Sending['command'], taken }
      }),
  )
  return sendings.find(({ command, taken }) => taken || illegal.includes(command.name)) ?? null
}
