/**
 * Commands on one finding, by the names of their routes. `issue`, `follow` and `revoke` go with a notice, `recalculate`
 * with a new calendar; `catch_up` is nobody's.
 */
export const COMMANDS = [
  'issue',
  'acknowledge',
  'delegate',
  'name_supporting',
  'contribute',
  'report_takedown',
  'report_progress',
  'respond',
  'register_response',
  'recall',
  'begin_review',
  'accept',
  'accept_plan',
  'return',
  'close',
  'close_unreported',
  'reopen',
  'follow',
  'withdraw',
  'revoke',
  'correct',
  'reassign',
  'reschedule',
  'recalculate',
  'request_extension',
  'dispute',
  'request_transfer',
  'give_view',
  'withdraw_request',
  'propose_decision',
  'decide_request',
  'record_retest',
  'register_report',
  'exempt_report',
  'record_contact',
  'record_instruction',
  'comment',
  'erase_words',
  'catch_up',
] as const
export type CommandName = (typeof COMMANDS)[number]

/** Commands that no person sends to a finding by itself. */
const NOT_BY_ITSELF = ['issue', 'follow', 'revoke', 'recalculate', 'catch_up'] as const
export type PersonCommandName = Exclude<CommandName, (typeof NOT_BY_ITSELF)[number]>

/** Commands a person sends. */
export const PERSON_COMMANDS = COMMANDS.filter(
  (name): name is PersonCommandName => !NOT_BY_ITSELF.some((other) => other === name),
)

/** Commands on a request that waits; over HTTP they are sent to the request, all others to the finding. */
export const REQUEST_COMMANDS = [
  'give_view',
  'withdraw_request',
  'propose_decision',
  'decide_request',
] as const
export type RequestCommandName = (typeof REQUEST_COMMANDS)[number]
export type FindingCommandName = Exclude<PersonCommandName, RequestCommandName>

export const FINDING_COMMANDS = PERSON_COMMANDS.filter(
  (name): name is FindingCommandName => !REQUEST_COMMANDS.some((other) => other === name),
)
