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
  /** The portal of their unit through which they act, or the tool that acts itself; left out where somebody comes themselves. */
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
  /** What the command refers to that exists and may be referred to: units, assets and evidence, and people as `heldIn`. */
  known: ReadonlySet<string>
}

export interface Rejection {
  code: RejectionCode
  /** JSON pointer into the command's fields, where one field is the reason. */
  field: string | null
}

/** How `known` says that a person holds a role in a unit: the finding's own, or one below it. */
export function heldIn(person_id: string, unit_id: string): string {
  return `${person_id}@${unit_id}`
}

/** The units in which a person is known to hold a role. */
export function unitsOf({ known }: Pick<Situation, 'known'>, person_id: string): string[] {
  const prefix = heldIn(person_id, '')
  return [...known].flatMap((one) => (one.startsWith(prefix) ? [one.slice(prefix.length)] : []))
}

/** A refusal by a rule; `field` points at the input it concerns. */
export function reject(code: RejectionCode, field: string | null = null): Rejection {
  return { code, field }
}

/** The clock as an actor. */
export const SYSTEM_ACTOR: Actor = { person_id: null, roles: ['system'] }

/** The same for an event's envelope. */
export const SYSTEM: EventActor = { person_id: null, role: 'system', signed_paper_id: null }
