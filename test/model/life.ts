import { deepStrictEqual as same } from 'node:assert/strict'
import { actorTowards } from '../../src/commands/principal.js'
import { commandOperations, findingOperations } from '../../src/contracts/findings/operations.js'
import { milestonesOf } from '../../src/db/milestone.js'
import { takeDue } from '../../src/domain/clock/advance.js'
import type { Command } from '../../src/domain/commands.js'
import type { NewEvent } from '../../src/domain/events.js'
import type { Instant } from '../../src/domain/instant.js'
import { run } from '../../src/domain/machine/run.js'
import type { Situation } from '../../src/domain/situation.js'
import type { PersonCommandName } from '../../src/domain/vocabulary.js'
import { newKey, type Told } from '../http/support.js'
import { compareAnswer } from './compare.js'
import type { Coverage } from './coverage.js'
import type { Player, World } from './world.js'

/** A command as a person sends it, and how: as somebody who has seen an older view, or twice with one key. */
export interface Sending {
  player: Player
  command: Command & { name: PersonCommandName }
  stale?: boolean
  twice?: boolean
}

/** One finding, lived through the interface and by the machine at once. */
export interface TwinLife {
  readonly situation: Situation
  /** Sends a command to both and throws where they disagree; returns whether it was done. */
  send(sending: Sending): Promise<boolean>
  /** Lets time pass for both. */
  waitUntil(at: Instant): Promise<void>
  /** Throws unless the record, the rows of the clock and the finding's page are the machine's. */
  compareAll(): Promise<void>
}

/** The twin of an issued finding, or of a draft. Both stand at the world's present. */
export function twinLife(
  world: World,
  coverage: Coverage,
  start: Situation,
  past: readonly NewEvent[],
): TwinLife {
  let situation = start
  const events = [...past]
  const { id } = start.finding

  /** On a route somebody is only what it admits them as. */
  const towards = (player: Player, admits: readonly string[]) => {
    const actor = actorTowards(player.principal, situation.finding.unit_id)
    return { ...actor, roles: actor.roles.filter((role) => admits.includes(role)) }
  }

  async function send({
    player,
    command,
    stale = false,
    twice = false,
  }: Sending): Promise<boolean> {
    const { principal, paper } = player
    const operation = commandOperations[command.name]
    const actor = towards(player, operation.policy)
    const { state, revision } = takeDue(situation).situation.finding
    const seen = stale ? revision - 1 : revision
    const { name: _, ...body } = command
    const ask = {
      params: { id },
      body: { ...body, ...(paper ? { signed_paper_id: paper.id } : {}) },
      if_match: `"${seen}"`,
      key: newKey(),
    }
    const told = await world.server.as(principal)(operation, ask)
    const refusedAtDoor = atDoor(situation, actor.roles, player)
    if (refusedAtDoor) {
      if (refusedAtDoor === 'NOT_FOUND') coverage.note(state, command.name, false)
      same(told.code, refusedAtDoor)
      return false
    }
    const done = run({ ...situation, actor, paper }, command, seen)
    situation = done.situation
    events.push(...done.events)
    compareVerdict(told, done)
    coverage.note(state, command.name, done.verdict.kind === 'done')
    if (twice && told.code !== 'STALE' && told.status !== 403) {
      const again = await world.server.as(principal)(operation, ask)
      same([again.status, again.text], [told.status, told.text], 'sent twice')
    }
    return done.verdict.kind === 'done'
  }

  return {
    get situation() {
      return situation
    },
    send,
    async waitUntil(at) {
      await world.setClock(at)
      situation = { ...situation, now: at }
    },
    async compareAll() {
      const reader = { principal: world.leader, paper: null }
      const caught = takeDue(situation)
      const actor = towards(reader, ['office.leader'])
      const as = world.server.as(world.leader)
      const page = await as(findingOperations.getFinding, { params: { id } })
      compareAnswer(page.body, { ...caught.situation, actor })
      const record = await as(findingOperations.listFindingEvents, {
        params: { id },
        query: { limit: 200 },
      })
      same(
        record.body.items.map(({ type, effective_at }) => [type, effective_at]),
        events.map(({ type, effective_at }) => [type, effective_at]),
        'events',
      )
      same(
        rowsOf(await milestonesOf(world.server.office.owner, [id])),
        rowsOf(situation.milestones),
      )
    },
  }
}

/** What the door says before the machine is asked: nobody of the route's, or nobody who sees the finding. */
function atDoor(
  { finding }: Situation,
  roles: readonly string[],
  { principal }: Player,
): string | null {
  if (roles.length === 0) return 'ROLE_NOT_ALLOWED'
  const office = principal.memberships.some(
    ({ role, unit_id }) => unit_id === null && role !== 'inspector' && roles.includes(role),
  )
  return finding.served_at === null && !office ? 'NOT_FOUND' : null
}

function compareVerdict(
  told: Told<(typeof commandOperations)[PersonCommandName]>,
  done: ReturnType<typeof run>,
): void {
  const { verdict, situation } = done
  if (verdict.kind === 'stale') same([told.status, told.code], [412, 'STALE'])
  else if (verdict.kind === 'refused') same(told.code, verdict.rejection.code)
  else {
    same(told.status, 200, told.text)
    compareAnswer(told.body, situation)
  }
}

function rowsOf(
  rows: readonly { plan: number; kind: string; step: number; at: string; outcome: string | null }[],
) {
  return rows
    .map(({ plan, kind, step, at, outcome }) => [plan, kind, step, at, outcome].join())
    .toSorted()
}
