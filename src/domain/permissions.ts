import type { Finding } from './finding.js'
import {
  type Actor,
  type Rejection,
  reject,
  type SignedPaper,
  type Situation,
} from './situation.js'
import type { CommandName, PersonCommandName, PersonRole, Role } from './vocabulary.js'

const UNIT = ['unit.reporter', 'unit.signatory'] as const
const SIGNATORY = ['unit.signatory'] as const
const HANDLER = ['office.handler', 'office.reviewer', 'office.leader'] as const
const REVIEWER = ['office.reviewer', 'office.leader'] as const
const LEADER = ['office.leader'] as const
const ALL_WHO_SEE = [...UNIT, ...HANDLER, 'inspector', 'auditor'] as const

/** Who may send a command in their own name; a leader may do what a reviewer may, a reviewer what a handler may. */
export const ALLOWED: Record<CommandName, readonly Role[]> = {
  issue: LEADER,
  acknowledge: UNIT,
  delegate: UNIT,
  name_supporting: REVIEWER,
  contribute: UNIT,
  report_takedown: UNIT,
  report_progress: UNIT,
  respond: UNIT,
  register_response: HANDLER,
  recall: UNIT,
  begin_review: HANDLER,
  accept: HANDLER,
  accept_plan: REVIEWER,
  return: HANDLER,
  close: REVIEWER,
  close_unreported: REVIEWER,
  reopen: REVIEWER,
  follow: LEADER,
  withdraw: REVIEWER,
  revoke: LEADER,
  correct: HANDLER,
  reassign: REVIEWER,
  reschedule: LEADER,
  recalculate: LEADER,
  request_extension: SIGNATORY,
  dispute: SIGNATORY,
  request_transfer: SIGNATORY,
  give_view: UNIT,
  withdraw_request: UNIT,
  propose_decision: HANDLER,
  decide_request: REVIEWER,
  record_retest: ['inspector', ...HANDLER],
  register_report: [...UNIT, ...HANDLER],
  exempt_report: REVIEWER,
  record_contact: HANDLER,
  record_instruction: HANDLER,
  comment: ALL_WHO_SEE,
  erase_words: LEADER,
  catch_up: ['system'],
}

/** Who may knock with a command: whoever may send it, and who may enter what those have signed on paper. */
export function mayKnock(name: PersonCommandName): readonly PersonRole[] {
  const own = ALLOWED[name].filter((role) => role !== 'system')
  const asks = own.every((role) => role === 'unit.signatory')
  const enters: PersonRole[] = own.flatMap((role) => {
    if (role === 'unit.signatory') return asks ? ['unit.reporter', ...HANDLER] : ['unit.reporter']
    return role === 'office.reviewer' || role === 'office.leader' ? ['office.handler'] : []
  })
  return [...new Set([...own, ...enters])]
}

/** Commands whose veto (and for some major) findings only a leader decides. */
const LEADER_FOR: Partial<Record<CommandName, readonly Finding['severity'][]>> = {
  close: ['veto', 'major'],
  close_unreported: ['veto', 'major'],
  withdraw: ['veto'],
}

/** Whether this finding's severity reserves the command to the leader. */
export function needsLeader(name: CommandName, finding: Pick<Finding, 'severity'>): boolean {
  return LEADER_FOR[name]?.includes(finding.severity) ?? false
}

/** Who acts: in their own name, or entering what another has signed. */
export type Party = Pick<Situation, 'actor' | 'paper'>

/** Whose decision a command on a finding is, with the roles that carry it. */
export function deciderOf(name: CommandName, party: Party): Actor {
  return asAnother(name, party.actor) ?? deciderAmong(ALLOWED[name], party)
}

/**
 * Somebody of the unit that a transfer proposes, or of one that helps, is asked as that, whatever they are to the finding's
 * own; null where it is the own unit or the office that is asked.
 */
function asAnother(
  name: CommandName,
  { person_id, roles, target_roles = [], helping = [] }: Actor,
): Actor | null {
  if (name === 'give_view') return { person_id, roles: target_roles }
  const aside = { person_id, roles: helping.flatMap((one) => one.roles) }
  if (name === 'contribute') return aside
  // Whoever sees a finding may say something of it; whoever has a word of their own there says it as that.
  return name === 'comment' && !holds(roles, ALLOWED.comment) && helping.length > 0 ? aside : null
}

/**
 * Whose decision something is that the given roles may decide: the signer's where a reviewer or leader signed a
 * paper that a handler enters, or a signatory one that the unit sends, or that a handler enters where only a signatory
 * may ask, and the signer may decide it; else the actor's. A paper never lends its signer's name to the roles of whoever enters it, nor the other way round.
 */
export function deciderAmong(allowed: readonly Role[], { actor, paper }: Party): Actor {
  if (!paper) return actor
  const asks = allowed.every((role) => role === 'unit.signatory')
  const entered = holds(actor.roles, HANDLER)
  const roles = paper.signer_roles.filter(
    (role) =>
      (holds([role], REVIEWER) && entered) ||
      (role === 'unit.signatory' && (holds(actor.roles, UNIT) || (asks && entered))),
  )
  return holds(roles, allowed) ? { person_id: paper.signer_id, roles } : actor
}

/**
 * The paper a command rests on: its signer decides, or it is the signatory's own answer that the office enters. Any
 * other is none, and is not recorded.
 */
export function paperOf(name: CommandName, situation: Situation): SignedPaper | null {
  const { paper } = situation
  if (!paper) return null
  const decides = deciderOf(name, situation).person_id === paper.signer_id
  const answers = name === 'register_response' && paper.signer_roles.includes('unit.signatory')
  return decides || answers ? paper : null
}

/** ROLE_NOT_ALLOWED unless whoever decides may send the command. */
export function authorise(name: CommandName, party: Party): Rejection | null {
  return holds(deciderOf(name, party).roles, ALLOWED[name]) ? null : reject('ROLE_NOT_ALLOWED')
}

/** LEADER_REQUIRED where the finding's severity reserves the command and no leader decides. */
export function authoriseLeader(name: CommandName, situation: Situation): Rejection | null {
  if (!needsLeader(name, situation.finding)) return null
  return requireLeader(name, situation)
}

/** LEADER_REQUIRED unless a leader acts or has signed. */
export function requireLeader(name: CommandName, situation: Situation): Rejection | null {
  return holds(deciderOf(name, situation).roles, LEADER) ? null : reject('LEADER_REQUIRED')
}

/** The role an event is recorded under: the highest own role that the command allows, else the own role that entered a paper. */
export function actingRole(name: CommandName, situation: Situation): Role {
  const own = (asAnother(name, situation.actor) ?? situation.actor).roles
  const fit = own.filter((role) => ALLOWED[name].includes(role))
  return (
    (fit.length > 0 ? fit : own).toSorted((a, b) => RANK.indexOf(a) - RANK.indexOf(b))[0] ??
    'system'
  )
}

const RANK: readonly Role[] = [
  'system',
  'office.leader',
  'office.reviewer',
  'office.handler',
  'unit.signatory',
  'unit.reporter',
  'inspector',
  'auditor',
  'security',
  'admin',
]

function holds(roles: readonly Role[], wanted: readonly Role[]): boolean {
  return roles.some((role) => wanted.includes(role))
}
