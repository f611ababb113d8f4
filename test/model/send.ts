import type { z } from 'zod'
import type { findingAnswer } from '../../src/contracts/findings/finding.js'
import { takeDue } from '../../src/domain/clock/advance.js'
import type { Command } from '../../src/domain/commands.js'
import { run } from '../../src/domain/machine/run.js'
import type { PersonCommandName } from '../../src/domain/vocabulary.js'
import { addressed, goesToRequest, personOperations } from '../http/command-routes.js'
import { newKey } from '../http/support.js'
import { compareDone, compareRefusal, compareView } from './compare.js'
import { knock, knockByRequest, officePaper } from './door.js'
import { ask, UNKNOWN_PAPER } from './replay.js'
import { type Entry, record, type Twin, tell } from './twin.js'
import type { Player } from './world.js'

/** A command as a person sends it, and how: as somebody who has seen another view, or naming a paper nobody entered. */
export interface Sending {
  player: Player
  command: Command & { name: PersonCommandName }
  stale?: boolean
  forged?: boolean
}

/** Sends a command to both and throws where they disagree; returns what it was refused with, or null. */
export async function send(
  twin: Twin,
  entry: Entry,
  { player, command, stale = false, forged: falsely = false }: Sending,
): Promise<string | null> {
  const { principal } = player
  // A view rests on no paper.
  const takesPaper = command.name !== 'give_view'
  const paper = takesPaper ? player.paper : null
  const forged = takesPaper && falsely
  const operation = personOperations[command.name]
  const { finding } = takeDue(entry.situation).situation
  // In another unit its signatory is nobody.
  const counts = finding.unit_id === twin.world.unit_id ? paper : officePaper(paper)
  const { name } = command
  const { params, body: fields } = addressed(finding.id, command)
  const signed_paper_id = forged ? UNKNOWN_PAPER : paper?.id
  const seen = stale ? Math.abs(finding.revision - 1) : finding.revision
  const body = { ...fields, ...(signed_paper_id ? { signed_paper_id } : {}) }
  const asked = { params, body, if_match: `"${seen}"`, key: newKey() }
  const told = await ask(twin, principal, operation, asked)
  const how = `${stale ? ', stale' : ''}${forged ? ', forged paper' : ''}`
  tell(twin, {
    who: player.name,
    what: 'command',
    detail: `${name} no. ${finding.number} in ${finding.state}${how} ${JSON.stringify(fields)}`,
    outcome: told.code ?? 'done',
  })
  const shown = entry.situation.finding.served_at !== null
  const known = asksFor(twin, entry, principal).includes(params.id)
  const actor =
    name === 'give_view'
      ? knockByRequest(principal, operation.policy, { finding, seen: known })
      : knock(principal, operation.policy, { unit_id: finding.unit_id, shown, finding })
  if (typeof actor === 'string') {
    if (actor === 'NOT_FOUND') twin.coverage.note(finding.state, name, actor)
    return compareRefusal(told, actor)
  }
  if (goesToRequest(name) && !known) {
    twin.coverage.note(finding.state, name, 'NOT_FOUND')
    return compareRefusal(told, 'NOT_FOUND')
  }
  const over = name === 'give_view' && finding.transfer?.id !== params.id
  if (over) {
    twin.coverage.note(finding.state, name, 'NOT_FOUND')
    return compareRefusal(told, 'NO_SUCH_REQUEST')
  }
  if (forged) return compareRefusal(told, 'UNKNOWN_REFERENCE')
  const given = { ...command, ...givenId(name, told.body as Answer | null) } as Command
  const done = run({ ...entry.situation, actor, paper: counts }, given, seen)
  record(twin, [{ entry, run: done }])
  const { verdict } = done
  if (verdict.kind === 'stale') return compareRefusal(told, 'STALE')
  const code = verdict.kind === 'refused' ? verdict.rejection.code : null
  twin.coverage.note(finding.state, name, code)
  if (verdict.kind === 'refused') compareRefusal(told, verdict.rejection.code, verdict.rejection)
  else if ('finding' in told.body) compareDone({ ...told, body: told.body }, done.situation)
  else compareView(told, done.situation)
  return code
}

/** Every request of a finding so far that somebody sees, whatever became of it: a unit its own. */
function asksFor(
  { world }: Twin,
  { events }: Entry,
  { scope, units }: Player['principal'],
): readonly string[] {
  let unit = world.unit_id
  return events.flatMap((event) => {
    if (event.type === 'reassigned') unit = event.data.unit_id
    const asks = event.type === 'extension_requested' || event.type === 'dispute_raised'
    const mine = scope !== 'unit' || units.includes(unit)
    if (event.type === 'transfer_requested') {
      return mine || units.includes(event.data.unit_id) ? [event.data.id] : []
    }
    return asks && mine ? [event.data.id] : []
  })
}

/** The id the interface gave a new request. */
function givenId(name: PersonCommandName, answer: Answer | null): object {
  if (name === 'request_extension' && answer?.finding?.extension) {
    return { request_id: answer.finding.extension.id }
  }
  const { dispute, transfer } = answer?.finding ?? {}
  const raised = { dispute, request_transfer: transfer }[String(name)]
  return raised ? { request_id: raised.id } : {}
}

type Answer = Partial<z.output<typeof findingAnswer>>
