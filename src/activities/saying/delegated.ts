import type { FindingFact } from '../../db/facts.js'
import type { WaitingMessage } from '../../db/message.js'
import { workingDaysBetween } from '../../domain/calendar.js'
import { stillHolds } from '../../domain/saying.js'
import type { DelegatedFinding } from '../../mail/messages/delegated.js'
import { factsOf, type Moment } from './facts.js'

/** What a unit is told that works on a finding for another, or has passed it on to a person; null once that is over. */
export function delegatedTo(
  { kind, unit_id }: Pick<WaitingMessage, 'kind' | 'unit_id'>,
  fact: FindingFact,
  moment: Moment,
): DelegatedFinding | null {
  const { delegated_to, unit_name } = fact
  if (!delegated_to || !stillHolds(kind, fact)) return null
  if (unit_id !== (delegated_to.unit_id ?? fact.unit_id)) return null
  const by = delegated_to.unit_id ? unit_name : null
  const { inner_due } = delegated_to
  const { rules, today } = moment
  const working_days = inner_due && workingDaysBetween(rules.calendar, today, inner_due)
  const person = fact.delegate?.name ?? null
  return { finding: factsOf(fact, moment), by, person, inner_due, working_days }
}
