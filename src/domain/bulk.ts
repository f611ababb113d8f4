import { COMMANDS, type CommandName } from './command-words.js'

/** So many findings may be sent a command at once. */
export const MOST_IN_BULK = 1_000

/** So many of them are done while the caller waits; a long job does more. */
export const DONE_AT_ONCE = 200

/** Why a command is sent to one finding after the other, if a person sends it at all. */
export const ONE_BY_ONE = [
  'JUDGED_SINGLY',
  'FACTS_OF_ONE',
  'GROUNDS_OF_ONE',
  'ON_ITS_REQUEST',
  'WITH_NOTICE',
  'BY_CLOCK',
] as const
export type OneByOne = (typeof ONE_BY_ONE)[number]

/** Every command: whether it may be sent to many findings at once, or why not. */
export const IN_BULK = {
  acknowledge: 'allowed',
  delegate: 'allowed',
  name_supporting: 'allowed',
  recall: 'allowed',
  reassign: 'allowed',
  reschedule: 'allowed',
  request_extension: 'allowed',
  register_report: 'allowed',
  record_contact: 'allowed',
  record_instruction: 'allowed',
  comment: 'allowed',
  // To begin it for many would take back from all of them what the unit may still recall, and look at none.
  begin_review: 'JUDGED_SINGLY',
  accept: 'JUDGED_SINGLY',
  accept_plan: 'JUDGED_SINGLY',
  return: 'JUDGED_SINGLY',
  close: 'JUDGED_SINGLY',
  close_unreported: 'JUDGED_SINGLY',
  exempt_report: 'JUDGED_SINGLY',
  contribute: 'FACTS_OF_ONE',
  report_takedown: 'FACTS_OF_ONE',
  report_progress: 'FACTS_OF_ONE',
  respond: 'FACTS_OF_ONE',
  register_response: 'FACTS_OF_ONE',
  record_retest: 'FACTS_OF_ONE',
  reopen: 'GROUNDS_OF_ONE',
  withdraw: 'GROUNDS_OF_ONE',
  correct: 'GROUNDS_OF_ONE',
  dispute: 'GROUNDS_OF_ONE',
  request_transfer: 'GROUNDS_OF_ONE',
  erase_words: 'GROUNDS_OF_ONE',
  give_view: 'ON_ITS_REQUEST',
  withdraw_request: 'ON_ITS_REQUEST',
  propose_decision: 'ON_ITS_REQUEST',
  decide_request: 'ON_ITS_REQUEST',
  issue: 'WITH_NOTICE',
  follow: 'WITH_NOTICE',
  revoke: 'WITH_NOTICE',
  recalculate: 'WITH_NOTICE',
  catch_up: 'BY_CLOCK',
} as const satisfies Readonly<Record<CommandName, 'allowed' | OneByOne>>

/** Commands that may be sent to many findings at once. */
export type BulkCommandName = {
  [N in CommandName]: (typeof IN_BULK)[N] extends 'allowed' ? N : never
}[CommandName]

export const BULK_COMMANDS = COMMANDS.filter(
  (name): name is BulkCommandName => IN_BULK[name] === 'allowed',
)

/** Why a command is not sent to many; null for one that may be, and for what is no command. */
export function whySingly(command: unknown): OneByOne | null {
  const known = COMMANDS.find((name) => name === command)
  const rule = known && IN_BULK[known]
  return rule === undefined || rule === 'allowed' ? null : rule
}
