import { COMMANDS, type CommandName } from './command-words.js'

/** So many findings may be sent a command at once. */
export const MOST_IN_BULK = 1_000

/** So many of them are done while the caller waits; a long job does more. */
export const DONE_AT_ONCE = 200

/** Why a command is sent to one finding after the other. */
export const ONE_BY_ONE = [
  'judges',
  'own_facts',
  'own_grounds',
  'own_request',
  'with_notice',
  'by_clock',
] as const
export type OneByOne = (typeof ONE_BY_ONE)[number]

/** Chinese words for why. */
export const ONE_BY_ONE_LABELS: Readonly<Record<OneByOne, string>> = {
  judges: '对整改结果作出判断，须逐项看过该轮反馈再办理',
  own_facts: '内容只属于这一个问题，须逐项填写；一份盖章报告可用回函一并登记',
  own_grounds: '终结、更改或质疑某一个问题，理由和依据须逐项写明',
  own_request: '针对某一项申请，在申请上办理',
  with_notice: '随通报或日历办理，不单独发出',
  by_clock: '由系统时钟办理',
}

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
  begin_review: 'judges',
  accept: 'judges',
  accept_plan: 'judges',
  return: 'judges',
  close: 'judges',
  close_unreported: 'judges',
  exempt_report: 'judges',
  contribute: 'own_facts',
  report_takedown: 'own_facts',
  report_progress: 'own_facts',
  respond: 'own_facts',
  register_response: 'own_facts',
  record_retest: 'own_facts',
  reopen: 'own_grounds',
  withdraw: 'own_grounds',
  correct: 'own_grounds',
  dispute: 'own_grounds',
  request_transfer: 'own_grounds',
  erase_words: 'own_grounds',
  give_view: 'own_request',
  withdraw_request: 'own_request',
  propose_decision: 'own_request',
  decide_request: 'own_request',
  issue: 'with_notice',
  follow: 'with_notice',
  revoke: 'with_notice',
  recalculate: 'with_notice',
  catch_up: 'by_clock',
} as const satisfies Readonly<Record<CommandName, 'allowed' | OneByOne>>

/** Commands that may be sent to many findings at once. */
export type BulkCommandName = {
  [N in CommandName]: (typeof IN_BULK)[N] extends 'allowed' ? N : never
}[CommandName]

export const BULK_COMMANDS = COMMANDS.filter(
  (name): name is BulkCommandName => IN_BULK[name] === 'allowed',
)
