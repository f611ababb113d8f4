import type { Instant } from '../domain/instant.js'
import { first, type Handle, statement } from './handle.js'
import type { Mail } from './mail.js'

/** A mail as far as its coming back goes. */
export type ReturnedMail = Pick<
  Mail,
  'id' | 'office_id' | 'unit_id' | 'person_id' | 'kind' | 'to_name' | 'to_address' | 'status'
>

const LOCK = statement<ReturnedMail>(
  `select id, office_id, unit_id, person_id, kind, to_name, to_address, status from mail
   where office_id = $1 and id = any ($2::uuid[])
   order by array_position($2::uuid[], id) limit 1 for no key update`,
)
// Once, however often the same comes back.
const MARK = statement<never>(
  `with back as (
     update mail set status = 'bounced', last_error = $3, attempts = attempts + 1,
       next_attempt_at = null, lease_until = null, claimed_by = null
     where id = $1 and status in ('queued', 'sent') returning id, office_id, attempts
   )
   insert into mail_attempt (office_id, mail_id, n, at, outcome, reason)
   select office_id, id, attempts, $2::timestamptz, 'bounced', $3::text from back`,
)
const REFUTE = statement<never>(
  `update slice_proof set refuted_at = $2 where mail_id = $1 and refuted_at is null`,
)

/** The mail of an office that the first of these ids names that it has, locked; null when it has none of them. */
export function lockReturnedMail(
  h: Handle,
  officeId: string,
  ids: readonly string[],
): Promise<ReturnedMail | null> {
  return first(h.run(LOCK(officeId, [...ids])))
}

/** Writes into the delivery log that a mail came back; what its acceptance had proved of slices no longer counts. */
export async function markReturned(
  h: Handle,
  id: string,
  { at, reason }: { at: Instant; reason: string },
): Promise<void> {
  await Promise.all([h.run(MARK(id, at, reason)), h.run(REFUTE(id, at))])
}
