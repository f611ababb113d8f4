import type { MailFate } from '../db/audit.js'
import type { Message } from '../db/message.js'
import type { Instant } from '../domain/instant.js'
import { WITHIN_MINUTES } from '../domain/saying.js'
import type { Check, Disagreement } from './case.js'
import { hasLeft } from './check-mails.js'
import { heldThroughout } from './held.js'
import { nameOf, sayingsOf } from './sayings.js'

/** What a message says of its own end, and what that has to agree with. */
export interface End {
  mails: ReadonlyMap<string, MailFate>
  /** The last instant at which the office said such things; null before the first. */
  last: Instant | null
  /** Whether it may have been dropped because it was no longer true. */
  droppable: boolean
}

/** Every message came to a right end, and none was dropped that has been true ever since. */
export const checkSaid: Check = (one, { gathered_at, opened_at, rules }) => {
  const { may } = sayingsOf(one, rules.policy)
  return one.messages.flatMap((message) => {
    const source = may.get(nameOf(message))
    const droppable = !source || !heldThroughout(message, source, one.slips)
    const last = isSaidSoon(message) ? gathered_at : opened_at
    return wrongEnd(message, { mails: one.mails, last, droppable })
  })
}

/** Slices, decisions and what is urgent are gathered in office hours; all else waits for an opening. */
export function isSaidSoon({ kind, urgent }: Pick<Message, 'kind' | 'urgent'>): boolean {
  return urgent || WITHIN_MINUTES.includes(kind)
}

/**
 * What was to be said before the office last gathered is said or dropped. What was said went out in a mail to whom it
 * is for; what still is true was not dropped.
 */
export function wrongEnd(message: Message, { mails, last, droppable }: End): Disagreement[] {
  const name = nameOf(message)
  switch (message.status) {
    case 'waiting':
    case 'claimed': {
      const late = last !== null && message.created_at < last
      return late ? [`应已告知而未告知：${name}`] : []
    }
    case 'parked':
      return [`写不成文，尚未告知：${name}`]
    case 'dropped':
      return droppable ? [] : [`仍然属实却没有告知：${name}`]
    case 'said': {
      const mail = message.mail_id === null ? undefined : mails.get(message.mail_id)
      if (!mail || !hasLeft(mail)) return [`已告知却没有发出的邮件：${name}`]
      const wanted = message.recipient === 'unit' ? message.unit_id : null
      return mail.unit_id === wanted ? [] : [`写进了别人的邮件：${name}`]
    }
  }
}
