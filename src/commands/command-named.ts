import type { Command } from '../domain/commands.js'
import type { FindingCommandName } from '../domain/vocabulary.js'
import type { Deps } from './deps.js'

/** Commands that begin a request, which is given its id. */
const ASKS: readonly FindingCommandName[] = ['request_extension', 'dispute', 'request_transfer']

/** A command as the machine takes it, of its name and its own fields as they were sent. */
export function commandNamed(
  { newId }: Pick<Deps, 'newId'>,
  name: FindingCommandName,
  fields: object,
): Command {
  const asks = ASKS.includes(name) ? { request_id: newId() } : {}
  // The contract of each command gives the machine's own fields; a union of them cannot say so.
  return { name, ...fields, ...asks } as Command
}
