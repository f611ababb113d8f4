import type { MailFate, SyncRow } from '../db/audit.js'
import type { StoredEvent } from '../db/event.js'
import type { StoredFinding } from '../db/finding-row.js'
import type { Message } from '../db/message.js'
import type { StoredMilestone } from '../db/milestone.js'
import type { Round } from '../db/round.js'
import type { Row } from '../db/setwise.js'
import type { HashText } from '../domain/chain.js'
import type { DeliveryProof } from '../domain/events.js'
import type { Instant } from '../domain/instant.js'
import type { Rules } from '../domain/rules.js'
import type { WorkflowFact } from './workflow-fact.js'

/** Everything that is recorded anywhere about one finding. */
export interface Case {
  stored: StoredFinding
  events: readonly StoredEvent[]
  rounds: readonly Round[]
  requests: readonly Row<'request'>[]
  milestones: readonly StoredMilestone[]
  messages: readonly Message[]
  /** The mails that say them, by id. */
  mails: ReadonlyMap<string, MailFate>
  /** The slips of its unit and notice. */
  slips: readonly Row<'slip'>[]
  sync: SyncRow | null
  workflow: WorkflowFact | null
  proof: DeliveryProof | null
}

/** What all cases of an office share. */
export interface Around {
  now: Instant
  /** The rules under the policy the finding was issued under. */
  rules: Rules
  /** The last instants at which the office said what is said within minutes, and everything; null before the first. */
  gathered_at: Instant | null
  opened_at: Instant | null
  hash: HashText
}

/** One thing that does not agree with another, in words for whoever has to look. */
export type Disagreement = string

/** A comparison of what is recorded in two places; an empty list when they agree. */
export type Check = (one: Case, around: Around) => Disagreement[]
