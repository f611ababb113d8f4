import { isAddress } from '../domain/address.js'
import type { Delivery } from './delivery.js'
import { createFolderSender } from './folder.js'
import type { Mailbox, OutgoingMail } from './mime.js'
import { createSmtpSender, DEFAULT_TIMEOUTS, type Timeouts } from './smtp.js'

export interface MailerOptions {
  /**
   * `smtp://` or `smtps://`; null writes every mail into the folder. May hold a password: never
   * logged.
   */
  smtp_url: string | null
  folder: string
  from: Mailbox
  /** A mailbox that takes `name+anything@…`, to which mail comes back: each under an address of its own. */
  returns_to?: string | null
  timeouts?: Partial<Timeouts>
}

export type Mailer = ReturnType<typeof createMailer>

/**
 * The one way mail leaves: over SMTP, or into a folder where none is set. A rehearsal's mail goes
 * to the folder whatever is set. Never rejects for what a server does; throws RangeError for a bad
 * configuration or mail id.
 */
export function createMailer(options: MailerOptions) {
  const { smtp_url, folder, returns_to = null } = options
  const from = { ...options.from, returns_to }
  if (![from.address, returns_to ?? from.address].every(isAddress)) {
    throw new RangeError('the sender needs a plain mail address')
  }
  const files = createFolderSender(folder, from)
  const smtp =
    smtp_url === null
      ? null
      : createSmtpSender(smtp_url, from, { ...DEFAULT_TIMEOUTS, ...options.timeouts })

  async function send(mail: OutgoingMail): Promise<Delivery> {
    if (!isAddress(mail.to.address)) {
      const reason = '收件地址格式不正确'
      return { outcome: 'refused', code: 'BAD_ADDRESS', reason, about: 'address' }
    }
    return smtp === null || mail.rehearsal ? await files.send(mail) : await smtp.send(mail)
  }

  return { send, close: () => smtp?.close() }
}
