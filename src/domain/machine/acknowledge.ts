import { dueOnReceipt } from '../due-of-period.js'
import type { EventOf } from '../events.js'
import type { Instant } from '../instant.js'
import type { Situation } from '../situation.js'
import { type CommandSpec, eventMaker } from './spec.js'

/**
 * The event of a receipt; where the notice counts from receipt it may move the due earlier, once. `only_day` where the
 * hour is not known: it must not cost the unit the hours before it.
 */
export function receiptEvent(
  make: ReturnType<typeof eventMaker>,
  { finding, rules }: Situation,
  received_at: Instant,
  { only_day }: { only_day: boolean } = { only_day: false },
): EventOf<'acknowledged'> {
  const allowed = finding.due_from_receipt
  const receipt = { served_at: finding.served_at ?? received_at, received_at, only_day }
  const moved = allowed === null ? null : dueOnReceipt(rules, allowed, receipt)
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
