import { dueFromReceipt } from '../due.js'
import type { EventOf } from '../events.js'
import type { Instant } from '../instant.js'
import type { Situation } from '../situation.js'
import { localDateOf } from '../zone.js'
import { type CommandSpec, eventMaker } from './spec.js'

/** The event of a receipt; where the notice counts from receipt it may move the due earlier, once. */
export function receiptEvent(
  make: ReturnType<typeof eventMaker>,
  { finding, rules }: Situation,
  received_at: Instant,
): EventOf<'acknowledged'> {
  const days = finding.due_from_receipt
  const received_on = localDateOf(rules.calendar.zone, received_at)
  const moved = days === null ? null : dueFromReceipt(rules, days, received_on)
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
