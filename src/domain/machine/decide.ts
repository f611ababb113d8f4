import type { Command, CommandOf } from '../commands.js'
import { authorise } from '../permissions.js'
import { type Rejection, reject, type Situation } from '../situation.js'
import type { CommandName } from '../vocabulary.js'
import type { CommandSpec, Ruling } from './spec.js'
import { MACHINE } from './table.js'

/**
 * The one place a command is judged. Returns its events in order (possibly none), or the first rule that
 * refuses it: role, then state, then the command's own rules. Pure; due milestones must be taken before.
 */
export function decide(situation: Situation, command: Command): Ruling {
  return judge(situation, command.name, command)
}

function judge<N extends CommandName>(
  situation: Situation,
  name: N,
  command: CommandOf<N>,
): Ruling {
  const refused = permitted(situation, name)
  if (refused) return refused
  const spec: CommandSpec<N> = MACHINE[name]
  return spec.decide(situation, command)
}

/** Why this actor may not send the command now, whatever its fields; null when they may. */
export function permitted(situation: Situation, name: CommandName): Rejection | null {
  const spec = MACHINE[name]
  const role = authorise(name, situation)
  if (role) return role
  if (!spec.from.includes(situation.finding.state)) return reject('NOT_IN_THIS_STATE')
  return spec.guard?.(situation) ?? null
}
