import type { DeliveryProof, EventActor } from './events.js'
import type { Finding } from './finding.js'
import type { Instant, LocalDate } from './instant.js'
import type { Milestone } from './milestone.js'
import type { Rules } from './rules.js'
import type { RejectionCode, Role } from './vocabulary.js'

/** Who acts, with the roles held towards this one finding (its unit's and its office's), and in the unit that a transfer proposes. */
export interface Actor {
  person_id: string | null
  roles: readonly Role[]
  /** The portal of their unit through which they act; left out where they come themselves. */
  service_account_id?: string | undefined
  target_roles?: readonly Role[] | undefined
  /** What they are in units that help with the finding; left out where it has none. */
  helping?: readonly { unit_id: string; roles: readonly Role[] }[] | undefined
}

/** What a leader or signatory signed on paper; the person who enters it is the actor. */
export interface SignedPaper {
  id: string
  signer_id: string
  signer_roles: readonly Role[]
  signed_on: LocalDate
}

/** Everything a decision may look at. */
export interface Situation {
  finding: Finding
  /** Every milestone row of the finding, live or not. */
  milestones: readonly Milestone[]
  actor: Actor
  now: Instant
  rules: Rules
  paper: SignedPaper | null
  /** The earliest proof that the slice reached the unit, if any. */
  proof: DeliveryProof | null
  /** Whether the responsible unit still exists. */
  unit_open: boolean
  /** Whether the unit that a transfer proposes exists; false where none does. */
  target_open: boolean
  /** Ids and hashes the command refers to that exist and may be referred to: people, units, assets, evidence. */
  known: ReadonlySet<string>
}

export interface Rejection {
  code: RejectionCode
  /** JSON pointer into the command's fields, where one field is the reason. */
  field: string | null
}

/** A refusal by a rule; `field` points at the input it concerns. */
export function reject(code: RejectionCode, field: string | null = null): Rejection {
  return { code, field }
}

/** The clock as an actor. */
export const SYSTEM_ACTOR: Actor = { person_id: null, roles: ['system'] }

/** The same for an event's envelope. */
export const SYSTEM: EventActor = { person_id: null, role: 'system', signed_paper_id: null }
