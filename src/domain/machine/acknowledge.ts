import { dueOnReceipt } from '../due-of-period.js'
import type { EventOf } from '../events.js'
import type { Instant } from '../instant.js'
import type { Situation } from '../situation.js'
import { type CommandSpec, eventMaker } from './spec.js'

/** The event of a receipt; where the notice counts from receipt it may move the due earlier, once. */
export function receiptEvent(
  make: ReturnType<typeof eventMaker>,
  { finding, rules }: Situation,
  received_at: Instant,
): EventOf<'acknowledged'> {
  const allowed = finding.due_from_receipt
  const moved = allowed === null ? null : dueOnReceipt(rules, allowed, received_at)
  const due = moved && finding.due && moved.at < finding.due.at ? moved : null
  return make('acknowledged', { received_at, due })
}

/** 签收: the unit signs for what it has received. */
export const acknowledge: CommandSpec<'acknowledge'> = {
  from: ['notified'],
  needs: () => [],
  decide(situation) {
    return [receiptEvent(eventMaker('acknowledge', situation), situation, situation.now)]
  },
}
