import type { Instant } from '../domain/instant.js'
import { first, type Handle, statement } from './handle.js'

const OFFICES = statement<{ office_id: string }>('select office_id from working_offices()')
// Whatever is on its way counts as unsent until a mail server has taken it.
const COUNT = statement<LateWork>(
  `select
     (select count(*)::integer from milestone
      where office_id = $1 and outcome is null and wake_at < $2) as milestones,
     (select count(*)::integer from message
      where office_id = $1 and status in ('waiting', 'claimed') and created_at < $3)
     + (select count(*)::integer from message
        where office_id = $1 and status = 'parked' and created_at < $3)
     + (select count(*)::integer from mail l join message m on m.mail_id = l.id
        where l.office_id = $1 and l.status = 'queued' and m.created_at < $3) as messages`,
)

/** What should have been done and has not: milestones not taken, messages no mail server has. */
export interface LateWork {
  milestones: number
  messages: number
}

/** Every office whose clock runs; no rehearsals. Needs no principal. */
export async function workingOffices(h: Handle): Promise<string[]> {
  return (await h.run(OFFICES())).map(({ office_id }) => office_id)
}

/** Counts an office's milestones that should have woken before one instant, and its messages older than another. */
export async function countLate(
  h: Handle,
  officeId: string,
  { wokenBefore, saidBefore }: { wokenBefore: Instant; saidBefore: Instant },
): Promise<LateWork> {
  const counted = await first(h.run(COUNT(officeId, wokenBefore, saidBefore)))
  return counted ?? { milestones: 0, messages: 0 }
}
