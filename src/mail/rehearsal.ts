import type { MailContent } from './content.js'

/** The word everything a rehearsal office says carries. */
export const REHEARSAL_MARK = '【演练】'
const LINE = '【演练】本邮件由演练产生，不作为正式通知，无需实际处置。'
const BANNER = `<div style="background:#fff3cd;padding:8px 12px;font-weight:bold">${LINE}</div>`
const BODY = /<body[^>]*>/

/** The mail marked 演练 in subject, text and HTML; a part already marked stays as it is. */
export function markRehearsal<M extends MailContent>(mail: M): M {
  return {
    ...mail,
    subject: mail.subject.startsWith(REHEARSAL_MARK) ? mail.subject : REHEARSAL_MARK + mail.subject,
    text: mail.text.startsWith(LINE) ? mail.text : `${LINE}\n\n${mail.text}`,
    html: mail.html.includes(BANNER) ? mail.html : withBanner(mail.html),
  }
}

/** Text from people is escaped, so a body tag or a banner in the markup is always our own. */
function withBanner(html: string): string {
  return BODY.test(html) ? html.replace(BODY, (body) => body + BANNER) : BANNER + html
}
