import { plusMs } from '../../src/domain/instant.js'
import { run } from '../../src/domain/machine/run.js'
import { ALLOWED } from '../../src/domain/permissions.js'
import type { PersonCommandName, State } from '../../src/domain/vocabulary.js'
import { commandFor } from '../helpers/domain/fields.js'
import { DAY } from '../helpers/domain/world.js'
import { goesToRequest, personOperations } from '../http/command-routes.js'
import type { Coverage, Pair } from './coverage.js'
import { knock, knockByRequest } from './door.js'
import { draftTwin } from './draft.js'
import { compareStored } from './ending.js'
import { issueTwin } from './issue.js'
import { realised } from './real.js'
import { type Sending, send } from './send.js'
import { type Entry, type Twin, waitUntil } from './twin.js'
import type { Player, World } from './world.js'

/** A command, with other fields than the sample's. */
type Move = PersonCommandName | readonly [name: PersonCommandName, fields: object]

/** An answer that leaves something to do. */
const PLANNED: Move = ['respond', { result: 'partly_fixed' }]

/** What brings an issued finding into a state. */
const WAYS: Readonly<Record<Exclude<State, 'draft'>, readonly Move[]>> = {
  notified: [],
  rectifying: ['acknowledge'],
  ongoing: [PLANNED, 'accept_plan'],
  responded: ['respond'],
  verified: ['respond', 'accept'],
  returned: ['respond', 'return'],
  closed: ['respond', 'accept', 'register_report', 'close'],
  withdrawn: ['withdraw'],
}

/** What else is to be true of it: taken down first, something asked, answered by a plan, helped with by another unit. */
interface Told {
  urgent?: boolean
  asked?: 'request_extension' | 'request_transfer' | null
  planned?: boolean
  supported?: boolean
}

/** A finding brought into a state through the interface. */
async function reach(
  world: World,
  coverage: Coverage,
  state: State,
  { urgent = false, asked = null, planned = false, supported = false }: Told,
): Promise<{ twin: Twin; entry: Entry }> {
  const twin = await draftTwin(world, coverage, { line: { urgent } })
  const [entry] = twin.entries
  if (!entry) throw new Error('nothing drafted')
  if (state === 'draft') return { twin, entry }
  await issueTwin(twin, { name: 'leader', principal: world.leader, paper: null })
  const [first, ...rest] = WAYS[state]
  // Whoever asks signs for the finding with it.
  const signed = first === 'acknowledge' ? rest : WAYS[state]
  const way = planned ? [PLANNED] : asked ? ([asked, ...signed] as const) : WAYS[state]
  if (supported) await take(twin, entry, 'name_supporting')
  for (const move of way) await take(twin, entry, move)
  return { twin, entry }
}

/** What has to wait for a command on a request. */
function askedFor(command: PersonCommandName): NonNullable<Told['asked']> | null {
  if (!goesToRequest(command)) return null
  return command === 'give_view' ? 'request_transfer' : 'request_extension'
}

/** Takes a legal pair: by somebody the machine lets, with whatever has to come before. */
export async function takePair(
  world: World,
  coverage: Coverage,
  { state, command }: Pair,
): Promise<void> {
  const urgent = command === 'report_takedown'
  const { twin, entry } = await reach(world, coverage, state, {
    ...{ urgent, asked: askedFor(command), planned: command === 'accept_plan' },
    supported: command === 'contribute',
  })
  if (command === 'close_unreported') {
    await take(twin, entry, 'record_retest')
    await waitUntil(twin, plusMs(twin.now, 40 * DAY))
  }
  if (command === 'close') await take(twin, entry, 'register_report')
  // There have to be words to erase.
  if (command === 'erase_words') await take(twin, entry, state === 'draft' ? 'correct' : 'comment')
  await take(twin, entry, command)
  await compareStored(twin)
}

/** Tries what is not legal in a state, each by somebody who elsewhere might. */
export async function tryPairs(
  world: World,
  coverage: Coverage,
  state: State,
  pairs: readonly Pair[],
): Promise<void> {
  const urgent = pairs.some(({ command, kind }) => kind === 'never' && !goesToRequest(command))
  const supported = pairs.some(({ command }) => command === 'contribute')
  const { twin, entry } = await reach(world, coverage, state, { urgent, supported })
  for (const { command } of pairs) {
    const player = world.cast.find(({ name, principal }) =>
      command === 'contribute'
        ? name === 'stranger'
        : actorOf(world, principal, ALLOWED[command]).some((role) =>
            ALLOWED[command].includes(role),
          ),
    )
    if (!player) throw new Error(`nobody may ${command}`)
    await send(twin, entry, sendingOf(world, entry, command, player))
  }
  await compareStored(twin)
}

/** A sample of a command as a player sends it. */
export function sendingOf(
  world: World,
  { situation }: Entry,
  name: PersonCommandName,
  player: Player,
  fields: object = {},
): Sending {
  const roles = actorOf(world, player.principal, personOperations[name].policy)
  const actor = { person_id: player.principal.person_id, roles }
  const sample = commandFor(name, { ...situation, actor, paper: player.paper }, fields)
  return { player, command: { ...realised(sample, world), name } as Sending['command'] }
}

/** Has a command done by the first of the cast whom the machine lets. */
export async function take(twin: Twin, entry: Entry, move: Move): Promise<void> {
  const [name, fields] = typeof move === 'string' ? [move, {}] : move
  const { world } = twin
  const able = world.cast
    .map((player) => sendingOf(world, entry, name, player, fields))
    .find(({ player, command }) => {
      const { policy } = personOperations[name]
      const { finding } = entry.situation
      const { unit_id } = finding
      const actor =
        name === 'give_view'
          ? knockByRequest(player.principal, policy, { finding, seen: true })
          : knock(player.principal, policy, { unit_id, shown: true, finding })
      if (typeof actor === 'string') return false
      const party = { actor, paper: player.paper }
      return run({ ...entry.situation, ...party }, command, null).verdict.kind === 'done'
    })
  if (!able) throw new Error(`nobody may ${name}: ${twin.log.join('\n')}`)
  await send(twin, entry, able)
}

function actorOf(
  world: World,
  principal: Player['principal'],
  admits: Parameters<typeof knock>[1],
) {
  const actor = knock(principal, admits, { unit_id: world.unit_id, shown: true })
  return typeof actor === 'string' ? [] : actor.roles
}
