import type { SendMailOptions } from 'nodemailer'
import { type Instant, toEpoch } from '../domain/instant.js'
import { checkedMailId, domainOf } from './address.js'
import type { MailContent } from './content.js'
import { oneLine } from './plain.js'
import { markRehearsal } from './rehearsal.js'

export interface Mailbox {
  name: string
  address: string
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

/** The Message-ID of a mail, stable over retries so that a doubled delivery can be recognised. */
export function messageIdOf(id: string, from: Mailbox): string {
  return `<${checkedMailId(id)}@${domainOf(from.address)}>`
}

/**
 * The mail as the MIME builder takes it: addresses as objects and again as a bare envelope, every
 * header value on one line, nothing read from files or fetched. A rehearsal's mail leaves here
 * marked, whoever wrote it.
 */
export function mimeOf(mail: OutgoingMail, from: Mailbox): SendMailOptions {
  const { subject, text, html } = mail.rehearsal ? markRehearsal(mail) : mail
  return {
    messageId: messageIdOf(mail.id, from),
    date: new Date(toEpoch(mail.created_at)),
    from: mailbox(from),
    to: [mailbox(mail.to)],
    envelope: { from: from.address, to: [mail.to.address] },
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
