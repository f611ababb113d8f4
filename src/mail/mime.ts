import type { SendMailOptions } from 'nodemailer'
import { type Instant, toEpoch } from '../domain/instant.js'
import { messageIdOf, returnPathOf } from '../domain/mail-id.js'
import { checkedMailId } from './address.js'
import type { MailContent } from './content.js'
import { oneLine } from './plain.js'
import { markRehearsal } from './rehearsal.js'

export interface Mailbox {
  name: string
  address: string
}

export interface Sender extends Mailbox {
  /** The mailbox to which mail comes back, each under an address of its own; null leaves that to the sender's. */
  returns_to: string | null
}

/**
 * One mail to one mailbox. `id` is the row's id: the same mail sent again carries the same
 * Message-ID.
 */
export interface OutgoingMail extends MailContent {
  id: string
  to: Mailbox
  /** When it was written (a rehearsal's own clock), for the Date header. */
  created_at: Instant
  rehearsal: boolean
}

/**
 * The mail as the MIME builder takes it: addresses as objects and again as a bare envelope, every
 * header value on one line, nothing read from files or fetched. A rehearsal's mail leaves here
 * marked, whoever wrote it.
 */
export function mimeOf(mail: OutgoingMail, from: Sender): SendMailOptions {
  const id = checkedMailId(mail.id)
  const returns = from.returns_to === null ? from.address : returnPathOf(id, from.returns_to)
  const { subject, text, html } = mail.rehearsal ? markRehearsal(mail) : mail
  return {
    messageId: messageIdOf(id, from.address),
    date: new Date(toEpoch(mail.created_at)),
    from: mailbox(from),
    to: [mailbox(mail.to)],
    envelope: { from: returns, to: [mail.to.address] },
    subject: headerText(subject),
    text,
    html,
    textEncoding: 'base64',
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'zh-CN' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function mailbox({ name, address }: Mailbox): Mailbox {
  return { name: headerText(name), address }
}

/**
 * One line that no reader takes for an encoded word (RFC 2047), in which anything could be written.
 */
function headerText(text: string): string {
  return oneLine(text).replaceAll('=?', '= ?')
}
