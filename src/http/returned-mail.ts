import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { mailIdsIn } from '../domain/mail-id.js'

/** What a returned mail says: which of ours it may be about, whether that was given up, and why. */
export interface ReturnedMessage {
  mail_ids: readonly string[]
  verdict: 'failed' | 'delayed'
  reason: string
}

const HEADERS = ['delivered-to', 'x-original-to', 'envelope-to', 'to', 'in-reply-to', 'references']
const DAEMON = /^(?:mailer-daemon|postmaster|mail-daemon)@/i
/** An enhanced status code (RFC 3463) or an SMTP reply that says for good. */
const FOR_GOOD = /(?<![\d.])5\.\d{1,3}\.\d{1,3}(?![\d.])|(?<![\d.])55\d[ -]/
const REASON_MAX = 300

/**
 * Reads a delivery status notification (RFC 3464), or a daemon's letter without one as some servers write it. Null
 * for any other mail, such as an automatic reply, and for one that names none of ours.
 */
export async function readReturned(message: string): Promise<ReturnedMessage | null> {
  const mail = await PostalMime.parse(message, { forceRfc822Attachments: true })
  const mail_ids = namedIn(mail)
  if (mail_ids.length === 0) return null
  const report = mail.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status')
  const said = report ? reported(textOf(report)) : written(mail)
  return said && { ...said, mail_ids }
}

type Said = Pick<ReturnedMessage, 'verdict' | 'reason'>

/** What a status report says of its recipient: fields by block, the first about the whole (RFC 3464, 2.1). */
function reported(text: string): Said | null {
  const recipients = blocksOf(text).filter((block) => block.has('action'))
  const failed = recipients.find((block) => block.get('action') === 'failed')
  const block = failed ?? recipients.find((one) => one.get('action') === 'delayed')
  if (!block) return null
  const status = block.get('status') ?? ''
  const diagnostic = (block.get('diagnostic-code') ?? '').replace(/^[\w-]+;\s*/, '')
  const whom = (block.get('final-recipient') ?? '').replace(/^[\w-]+;\s*/, '')
  const reason = reasonOf(`${status} ${diagnostic} (${whom})`)
  return { verdict: failed ? 'failed' : 'delayed', reason }
}

function blocksOf(text: string): Map<string, string>[] {
  const unfolded = text.replaceAll('\r\n', '\n').replace(/\n[ \t]+/g, ' ')
  return unfolded.split(/\n{2,}/).map((block) => {
    const fields = block.split('\n').flatMap((line): [string, string][] => {
      const colon = line.indexOf(':')
      const value = line.slice(colon + 1).trim()
      return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), value]]
    })
    return new Map(
      fields.map(([name, value]) => [name, name === 'action' ? value.toLowerCase() : value]),
    )
  })
}

/** A daemon's letter in words: it counts where it gives a code that says for good. */
function written(mail: Email): Said | null {
  const automatic = headerOf(mail, 'auto-submitted').startsWith('auto-replied')
  const nobody = headerOf(mail, 'return-path').trim() === '<>'
  if (automatic || !(nobody || DAEMON.test(mail.from?.address ?? ''))) return null
  const text = mail.text ?? (mail.html ?? '').replace(/<[^>]*>/g, ' ')
  const line = text.split('\n').find((one) => FOR_GOOD.test(one))
  return line === undefined ? null : { verdict: 'failed', reason: reasonOf(line) }
}

/** Our own mails it names, surest first: the address it came back to, then the mail it encloses. */
function namedIn(mail: Email): string[] {
  const enclosed = mail.attachments
    .filter(({ mimeType }) => mimeType === 'message/rfc822' || mimeType === 'text/rfc822-headers')
    .map((part) => textOf(part).replaceAll('\r\n', '\n').split('\n\n', 1)[0] ?? '')
  const pieces = [...HEADERS.map((name) => headerOf(mail, name)), ...enclosed]
  return [...new Set(pieces.flatMap(mailIdsIn))]
}

function headerOf({ headers }: Email, name: string): string {
  return headers
    .filter(({ key }) => key === name)
    .map(({ value }) => value)
    .join(' ')
}

function textOf({ content }: Attachment): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

function reasonOf(words: string): string {
  const line = words.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  return line === '' ? '未说明原因' : line.slice(0, REASON_MAX)
}
