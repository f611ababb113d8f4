import type { Instant } from './instant.js'
import { deciderAmong, type Party } from './permissions.js'
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
  /** 主送; null is its unit. */
  addressee: string | null
  /** 抄送, as they stand on the slip; it is not sent to them. */
  copies: readonly string[]
  /** 正文; null is the usual demand of its rung. */
  text: string | null
  status: SlipStatus
  revision: number
  drafted_at: Instant
  issued_at: Instant | null
  /** Whose decision the issue was; where it was signed on paper, the paper and who entered it stand beside. */
  issued_by: string | null
  entered_by: string | null
  signed_paper_id: string | null
  acknowledged_at: Instant | null
  acknowledged_by: string | null
  /** The portal through which they acknowledged it; null where they came themselves. */
  service_account_id: string | null
  withdrawn_at: Instant | null
  reason: string | null
}

/** Whether the unit is told of a slip: once it is issued, and never of a proposal to the leader (rung 5). */
export function reachesUnit({ rung, issued_at }: Pick<Slip, 'rung' | 'issued_at'>): boolean {
  return issued_at !== null && rung !== 5
}

/** What whoever signs a slip writes on it beside its number. */
export interface SlipWords {
  addressee?: string | undefined
  copies?: readonly string[] | undefined
  text?: string | undefined
}

export type SlipCommand =
  | ({ name: 'issue'; number?: string | undefined } & SlipWords)
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
  party: Party,
  now: Instant,
): Slip | Rejection {
  const refused = slipPermitted(slip, command.name, party)
  if (refused) return refused
  const { actor, paper } = party
  const { person_id } = deciderAmong(wantedFor(slip, command.name), party)
  const signed = paper?.signer_id === person_id ? paper : null
  const next = { ...slip, revision: slip.revision + 1 }
  switch (command.name) {
    case 'issue':
      if (!command.number?.trim()) return reject('FIELD_REQUIRED', '/number')
      return {
        ...next,
        status: 'issued',
        number: command.number.trim(),
        addressee: command.addressee?.trim() || null,
        copies: command.copies ?? [],
        text: command.text?.trim() || null,
        issued_at: now,
        issued_by: person_id,
        entered_by: signed ? actor.person_id : null,
        signed_paper_id: signed ? signed.id : null,
      }
    case 'acknowledge':
      return {
        ...next,
        status: 'acknowledged',
        acknowledged_at: now,
        acknowledged_by: actor.person_id,
        service_account_id: actor.service_account_id ?? null,
      }
    case 'withdraw':
      if (!command.reason?.trim()) return reject('FIELD_REQUIRED', '/reason')
      return { ...next, status: 'withdrawn', withdrawn_at: now, reason: command.reason.trim() }
  }
}

/** Why this actor may not send the command to this slip now, whatever its fields; null when they may. */
export function slipPermitted(slip: Slip, name: SlipCommandName, party: Party): Rejection | null {
  const wanted = wantedFor(slip, name)
  if (!holds(deciderAmong(wanted, party), wanted)) {
    const lacksRank = name !== 'acknowledge' && holds(deciderAmong(REVIEWERS, party), REVIEWERS)
    return reject(lacksRank ? 'LEADER_REQUIRED' : 'ROLE_NOT_ALLOWED')
  }
  if (FROM[name].includes(slip.status)) return null
  return reject(slip.status === 'superseded' ? 'SUPERSEDED' : 'NOT_IN_THIS_STATE')
}

function wantedFor({ rung }: Slip, name: SlipCommandName): readonly Role[] {
  if (name === 'acknowledge') return UNIT
  return signerOf(rung) === 'reviewer' ? REVIEWERS : LEADERS
}

function holds({ roles }: Actor, wanted: readonly Role[]): boolean {
  return roles.some((role) => wanted.includes(role))
}
