import type { Instant } from './instant.js'
import { type Actor, type Rejection, reject } from './situation.js'
import type { Role, Rung, SlipStatus } from './vocabulary.js'

export const SLIP_COMMANDS = ['issue', 'acknowledge', 'withdraw'] as const
export type SlipCommandName = (typeof SLIP_COMMANDS)[number]

export type SlipRung = Exclude<Rung, 1>

/** 催办单/督办单: one unit, one notice, one rung. */
export interface Slip {
  id: string
  office_id: string
  notice_id: string
  unit_id: string
  rung: SlipRung
  number: string | null
  status: SlipStatus
  revision: number
  drafted_at: Instant
  issued_at: Instant | null
  issued_by: string | null
  acknowledged_at: Instant | null
  acknowledged_by: string | null
  withdrawn_at: Instant | null
  reason: string | null
}

export type SlipCommand =
  | { name: 'issue'; number?: string | undefined }
  | { name: 'acknowledge' }
  | { name: 'withdraw'; reason?: string | undefined }

/** Who signs a slip: rung 2 is a reviewer's, all above are the leader's. */
export function signerOf(rung: number): 'reviewer' | 'leader' {
  return rung === 2 ? 'reviewer' : 'leader'
}

const REVIEWERS: readonly Role[] = ['office.reviewer', 'office.leader']
const LEADERS: readonly Role[] = ['office.leader']
const UNIT: readonly Role[] = ['unit.reporter', 'unit.signatory']

const FROM: Record<SlipCommandName, readonly SlipStatus[]> = {
  issue: ['draft'],
  acknowledge: ['issued'],
  withdraw: ['draft', 'issued', 'acknowledged'],
}

/**
 * The slip after a command, or why not. Rung 2 is signed by a reviewer, 3 and 4 by the leader, 5 is the leader's
 * decision on a proposal. A draft whose findings have all been answered is SUPERSEDED and cannot be issued.
 */
export function decideSlip(
  slip: Slip,
  command: SlipCommand,
  actor: Actor,
  now: Instant,
): Slip | Rejection {
  const refused = slipPermitted(slip, command.name, actor)
  if (refused) return refused
  const next = { ...slip, revision: slip.revision + 1 }
  switch (command.name) {
    case 'issue':
      if (!command.number?.trim()) return reject('FIELD_REQUIRED', '/number')
      return {
        ...next,
        status: 'issued',
        number: command.number.trim(),
        issued_at: now,
        issued_by: actor.person_id,
      }
    case 'acknowledge':
      return {
        ...next,
        status: 'acknowledged',
        acknowledged_at: now,
        acknowledged_by: actor.person_id,
      }
    case 'withdraw':
      if (!command.reason?.trim()) return reject('FIELD_REQUIRED', '/reason')
      return { ...next, status: 'withdrawn', withdrawn_at: now, reason: command.reason.trim() }
  }
}

/** Why this actor may not send the command to this slip now, whatever its fields; null when they may. */
export function slipPermitted(slip: Slip, name: SlipCommandName, actor: Actor): Rejection | null {
  const signers = signerOf(slip.rung) === 'reviewer' ? REVIEWERS : LEADERS
  const wanted = name === 'acknowledge' ? UNIT : signers
  if (!holds(actor, wanted)) {
    const lacksRank = name !== 'acknowledge' && holds(actor, REVIEWERS)
    return reject(lacksRank ? 'LEADER_REQUIRED' : 'ROLE_NOT_ALLOWED')
  }
  if (FROM[name].includes(slip.status)) return null
  return reject(slip.status === 'superseded' ? 'SUPERSEDED' : 'NOT_IN_THIS_STATE')
}

function holds({ roles }: Actor, wanted: readonly Role[]): boolean {
  return roles.some((role) => wanted.includes(role))
}
