import type { MailFate } from '../db/audit.js'
import type { Message } from '../db/message.js'
import type { Instant } from '../domain/instant.js'
import type { Check, Disagreement } from './case.js'
import { heldThroughout } from './held.js'
import { nameOf, sayingsOf } from './sayings.js'

/** What a message says of its own end, and what that has to agree with. */
export interface End {
  mails: ReadonlyMap<string, MailFate>
  /** The last instant at which the office gathered what waited to be said; null before the first. */
  gathered_at: Instant | null
  /** Whether it may have been dropped because it was no longer true. */
  droppable: boolean
}

/** Every message came to a right end, and none was dropped that has been true ever since. */
export const checkSaid: Check = (one, { gathered_at, rules }) => {
  const { may } = sayingsOf(one, rules.policy)
  return one.messages.flatMap((message) => {
    const source = may.get(nameOf(message))
    const droppable = !source || !heldThroughout(message, source, one.slips)
    return wrongEnd(message, { mails: one.mails, gathered_at, droppable })
  })
}

/**
 * What was to be said before the office last gathered is said or dropped. What was said went out in a mail to whom it
 * is for; what still is true was not dropped.
 */
export function wrongEnd(message: Message, { mails, gathered_at, droppable }: End): Disagreement[] {
  const name = nameOf(message)
  switch (message.status) {
    case 'waiting':
    case 'claimed': {
      const late = gathered_at !== null && message.created_at < gathered_at
      return late ? [`应已告知而未告知：${name}`] : []
    }
    case 'parked':
      return [`写不成文，尚未告知：${name}`]
    case 'dropped':
      return droppable ? [] : [`仍然属实却没有告知：${name}`]
    case 'said': {
      const mail = message.mail_id === null ? undefined : mails.get(message.mail_id)
      if (mail?.status !== 'sent') return [`已告知却没有发出的邮件：${name}`]
      const wanted = message.recipient === 'unit' ? message.unit_id : null
      return mail.unit_id === wanted ? [] : [`写进了别人的邮件：${name}`]
    }
  }
}
