import type { ContactFaultFact } from '../../db/contact-fault.js'
import type { WaitingMessage } from '../../db/message.js'
import { localDateOf } from '../../domain/zone.js'
import type { FailedContactOfUnit } from '../../mail/messages/contact-fault.js'
import type { Moment } from './facts.js'

/** What a message says of an address; null where it is about something else, or the address is no longer used or was cleared. */
export function failedContact(
  { contact_fault_id }: Pick<WaitingMessage, 'contact_fault_id'>,
  faults: readonly ContactFaultFact[],
  { rules }: Pick<Moment, 'rules'>,
): FailedContactOfUnit | null {
  const fault = faults.find(({ id }) => id === contact_fault_id)
  if (!fault?.in_use || fault.cleared_at !== null) return null
  const { unit_name, name, address, how, reason, found_at } = fault
  const found_on = localDateOf(rules.calendar.zone, found_at)
  return { unit_name, name, address, how, reason, found_on }
}
