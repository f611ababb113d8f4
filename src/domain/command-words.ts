/** Commands on one finding, by the names of their routes. `issue` and `catch_up` have none. */
export const COMMANDS = [
  'issue',
  'acknowledge',
  'delegate',
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
  'withdraw',
  'correct',
  'reassign',
  'reschedule',
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
  'catch_up',
] as const
export type CommandName = (typeof COMMANDS)[number]

/** Commands a person sends. */
export const PERSON_COMMANDS = COMMANDS.filter(
  (name): name is PersonCommandName => name !== 'issue' && name !== 'catch_up',
)
export type PersonCommandName = Exclude<CommandName, 'issue' | 'catch_up'>

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
