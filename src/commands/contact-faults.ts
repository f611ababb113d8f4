import { insertContactFault } from '../db/contact-fault.js'
import type { Handle } from '../db/handle.js'
import type { ReturnedMail } from '../db/returned-mail.js'
import { type ContactFaultHow, earsOfFault } from '../domain/contact-fault.js'
import type { Instant } from '../domain/instant.js'
import type { Rules } from '../domain/rules.js'
import type { Deps } from './deps.js'
import { gatherSoon } from './tell.js'

export interface FoundFault {
  mail: Omit<ReturnedMail, 'status'>
  how: ContactFaultHow
  /** One line, as people of the office read it. */
  reason: string
  now: Instant
}

/** Sends the writes that keep the fault of a mail's address and have it told within minutes, at once where the mail was urgent. */
export function keepContactFault(
  h: Handle,
  deps: Pick<Deps, 'newId'>,
  rules: Rules,
  { mail, how, reason, now }: FoundFault,
): Promise<unknown>[] {
  const { office_id, unit_id, person_id, to_name, to_address } = mail
  const id = deps.newId()
  const urgent = mail.kind.endsWith('_urgent')
  const fault = {
    ...{ id, office_id, unit_id, person_id, name: to_name, address: to_address },
    ...{ how, reason, mail_id: mail.id, found_at: now },
  }
  const messages = earsOfFault(fault).map((recipient) => ({
    ...{ id: deps.newId(), office_id, unit_id, contact_fault_id: id },
    ...{ finding_id: null, notice_id: null, slip_id: null, cause: 'contact_fault' },
    ...({ kind: 'contact_failed', recipient, urgent, created_at: now } as const),
  }))
  return [
    insertContactFault(h, fault, messages),
    ...gatherSoon(h, deps, { office_id, now, rules }, urgent),
  ]
}
