import { type Message, message, paragraph } from './blocks.js'
import type { MailContent } from './content.js'
import type { MailContext } from './context.js'
import { html, rendered } from './html.js'
import { clip, oneLine } from './plain.js'
import { markRehearsal } from './rehearsal.js'

/** The mail that greets somebody, says the parts in order and signs with the office's name. */
export function page(
  subject: string,
  greeting: string,
  parts: readonly Message[],
  context: MailContext,
): MailContent {
  const title = clip(subject, 100)
  const first = message('', [paragraph(`${greeting}：`)])
  const last = signature(context)
  const all = [first, ...parts, last]
  const content = {
    subject: title,
    text: `${all.map((part) => part.text).join('\n\n')}\n`,
    html: rendered(html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head>
<body style="font-family:sans-serif;font-size:15px;line-height:1.6;color:#222">
${all.map((part) => part.html)}</body></html>
`),
  }
  return context.rehearsal ? markRehearsal(content) : content
}

function signature(context: MailContext): Message {
  const phone = context.duty_phone === null ? '' : `，联系电话：${oneLine(context.duty_phone)}`
  return message('', [
    ...(context.origin === null
      ? []
      : [{ kind: 'link', text: '系统入口', origin: context.origin } as const]),
    paragraph(`${context.office_name}${phone}`),
    paragraph('本邮件由系统自动发送，请勿直接回复。'),
  ])
}
