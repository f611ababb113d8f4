import type { Situation } from '../situation.js'
import { PERSON_COMMANDS, type PersonCommandName, type RejectionCode } from '../vocabulary.js'
import { permitted } from './decide.js'
import { MACHINE } from './table.js'

export type AllowedAction =
  | { command: PersonCommandName; allowed: true; needs: readonly string[] }
  | { command: PersonCommandName; allowed: false; code: RejectionCode }

/** Every command with whether this actor may send it now and what it needs, from the functions that enforce it. */
export function allowedActions(situation: Situation): AllowedAction[] {
  return PERSON_COMMANDS.map((command) => {
    const refused = permitted(situation, command)
    return refused
      ? { command, allowed: false, code: refused.code }
      : { command, allowed: true, needs: MACHINE[command].needs(situation) }
  })
}
