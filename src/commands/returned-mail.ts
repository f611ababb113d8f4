import { findOffice } from '../db/office.js'
import { becomeSystem } from '../db/principal.js'
import { lockReturnedMail, markReturned, type ReturnedMail } from '../db/returned-mail.js'
import { blamesAddress } from '../domain/contact-fault.js'
import { keepContactFault } from './contact-faults.js'
import type { Deps } from './deps.js'
import { CommandError } from './errors.js'
import { type Answer, type KeyUse, once } from './once.js'
import type { Principal } from './principal.js'
import { rulesKey } from './rules.js'

/** What a mail server says of a mail it had taken. */
export interface Return {
  principal: Principal
  key: KeyUse | null
  /** The mails it may be about; one of them is. */
  mail_ids: readonly string[]
  /** Given up, or still being tried. */
  verdict: 'failed' | 'delayed'
  /** One line, as people of the office read it. */
  reason: string
}

/**
 * Takes note of a mail that came back: its address reaches nobody, where it is blamed, which the office and the unit's other
 * contacts are told once while that stands; what it had proved of delivery no longer counts, and nothing else moves. One that is
 * merely delayed changes nothing. The same may come any number of times. Throws CommandError UNKNOWN_REFERENCE where
 * the office has sent no such mail.
 */
export function takeReturn(
  deps: Deps,
  { principal, key, ...returned }: Return,
  present: (mail: ReturnedMail) => Answer,
): Promise<Answer> {
  const { office_id } = principal
  const { mail_ids, verdict, reason } = returned
  return once(deps, principal, key, {
    load: (tx) =>
      Promise.all([
        becomeSystem(tx),
        findOffice(tx, office_id),
        lockReturnedMail(tx, office_id, mail_ids),
      ]),
    async act(tx, [, office, mail]) {
      if (!office) throw new CommandError('NOT_FOUND')
      if (!mail) {
        throw new CommandError('UNKNOWN_REFERENCE', null, [{ field: '/message', line: null }])
      }
      if (verdict === 'delayed') return { answer: present(mail), writes: [] }
      const rules = await deps.rules.of(tx, rulesKey(office))
      const fault = { mail, how: 'bounced', reason, now: office.now } as const
      const writes = [
        markReturned(tx, mail.id, { at: office.now, reason }),
        ...(blamesAddress(reason) ? keepContactFault(tx, deps, rules, fault) : []),
      ]
      return { answer: present(mail), writes }
    },
  })
}
