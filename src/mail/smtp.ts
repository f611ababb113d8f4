import { createTransport } from 'nodemailer'
import { messageIdOf } from '../domain/mail-id.js'
import { type Delivery, deliveryOf } from './delivery.js'
import { mimeOf, type OutgoingMail, type Sender } from './mime.js'
import { oneLine } from './plain.js'

/**
 * Milliseconds; `total` bounds a whole attempt, so that a server dripping bytes holds nobody
 * either.
 */
export interface Timeouts {
  connection: number
  greeting: number
  socket: number
  total: number
}

export const DEFAULT_TIMEOUTS: Timeouts = {
  connection: 10_000,
  greeting: 10_000,
  socket: 30_000,
  total: 60_000,
}

/**
 * Sends over an SMTP url (`smtp://` with STARTTLS where offered, `smtps://`; `?requireTLS=true`
 * insists). A connection lost after the data is `deferred`: the mail may come twice, with one
 * Message-ID, but never not. Throws RangeError for another scheme, without repeating the url, which
 * may hold a password.
 */
export function createSmtpSender(url: string, from: Sender, timeouts: Timeouts) {
  if (!/^smtps?:\/\/./.test(url))
    throw new RangeError('an SMTP url starts with smtp:// or smtps://')
  const transport = createTransport({
    url,
    connectionTimeout: timeouts.connection,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.socket,
    dnsTimeout: timeouts.connection,
    socketCloseTimeout: 1000,
  })

  async function send(mail: OutgoingMail): Promise<Delivery> {
    const mime = mimeOf(mail, from)
    try {
      const signal = AbortSignal.timeout(timeouts.total)
      const info = await transport.sendMail({ ...mime, signal })
      return {
        outcome: 'accepted',
        message_id: messageIdOf(mail.id, from.address),
        response: oneLine(info.response).slice(0, 300),
      }
    } catch (error) {
      return deliveryOf(error)
    }
  }

  return { send, close: () => transport.close() }
}
