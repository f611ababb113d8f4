import type { FindingFact } from '../../db/facts.js'
import type { WaitingMessage } from '../../db/message.js'
import { stillHolds } from '../../domain/saying.js'
import { isAwaited, supportDue } from '../../domain/support.js'
import type { SupportedFinding } from '../../mail/messages/supporting.js'
import { dueOf, factsOf, type Moment } from './facts.js'

/** What a unit is told that helps another with a finding; null once it need not, or has given all it had. */
export function supportOf(
  { kind, unit_id }: Pick<WaitingMessage, 'kind' | 'unit_id'>,
  fact: FindingFact,
  moment: Moment,
): SupportedFinding | null {
  const support = fact.supports?.find((one) => one.unit_id === unit_id && isAwaited(one))
  if (!support || !stillHolds(kind, fact)) return null
  const due = supportDue({ ...fact, due: dueOf(fact) }, support, moment.rules)
  return { finding: factsOf(fact, moment), lead: fact.unit_name, due }
}
