import type { Instant } from '../domain/instant.js'
import type { MessageKind } from '../domain/vocabulary.js'
import { first, type Handle, statement } from './handle.js'

const OFFICES = statement<{ office_id: string }>('select office_id from working_offices()')
const DELAYED = `office_id = $1
    and created_at < case when urgent or kind = any($3::text[]) then $4::timestamptz else $5::timestamptz end`
// Nothing wakes before its instant, by which the index knows it; a mail is unsent until a mail server has taken it.
const COUNT = statement<LateWork>(
  `select
     (select count(*)::integer from milestone
      where office_id = $1 and outcome is null and at < $2 and wake_at < $2) as milestones,
     (select count(*)::integer from message where status in ('waiting', 'claimed') and ${DELAYED})
     + (select count(*)::integer from message where status = 'parked' and ${DELAYED})
     + (select count(*)::integer from mail
        where office_id = $1 and status = 'queued' and created_at < $4) as messages`,
)

/** What should have been done and has not: milestones not taken, messages not said, mails no server has. */
export interface LateWork {
  milestones: number
  messages: number
}

/** Every office whose clock runs; no rehearsals. Needs no principal. */
export async function workingOffices(h: Handle): Promise<string[]> {
  return (await h.run(OFFICES())).map(({ office_id }) => office_id)
}

/** Since when what should have been done by now is late: exclusive instants. */
export interface Patience {
  wokenBefore: Instant
  /** Of urgent messages, of these kinds and of mails: when they were written. */
  soon: { kinds: readonly MessageKind[]; before: Instant }
  /** Of all other messages: the opening that should have said what was written before it. */
  openedBefore: Instant
}

/** Counts an office's milestones, messages and mails that are later than one has patience for. */
export async function countLate(
  h: Handle,
  officeId: string,
  { wokenBefore, soon, openedBefore }: Patience,
): Promise<LateWork> {
  const counted = await first(
    h.run(COUNT(officeId, wokenBefore, soon.kinds, soon.before, openedBefore)),
  )
  return counted ?? { milestones: 0, messages: 0 }
}
