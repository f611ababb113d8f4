/** Mail as servers send it back, for a mail whose Message-ID or return path is given. */

export interface ReturnWish {
  /** `<id@domain>` of the mail that came back, in the part that encloses it. */
  message_id?: string
  /** The address it came back to. */
  to?: string
  action?: 'failed' | 'delayed' | 'delivered' | 'FAILED'
  status?: string
  diagnostic?: string
}

/** A delivery status notification as RFC 3464 describes it, as Postfix writes one. */
export function statusNotification({
  message_id = '',
  to = 'office@example.com',
  action = 'failed',
  status = '5.1.1',
  diagnostic = 'smtp; 550 5.1.1 <gone@unit.example>: Recipient address rejected:\r\n    User unknown',
}: ReturnWish): string {
  return lines(
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.example.net (Mail Delivery System)',
    'Subject: Undelivered Mail Returned to Sender',
    `To: ${to}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
    '',
    '--B',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to inform you that your message could not be delivered.',
    '',
    '--B',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.net',
    '',
    'Final-Recipient: rfc822; gone@unit.example',
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: ${diagnostic}`,
    '',
    '--B',
    'Content-Type: message/rfc822',
    '',
    'From: office@example.com',
    'To: gone@unit.example',
    'Subject: =?UTF-8?B?6YCa5oql?=',
    ...(message_id ? [`Message-ID: ${message_id}`] : []),
    '',
    'The words of the mail: <00000000-0000-7000-8000-000000000000@elsewhere.example>',
    '--B--',
  )
}

/** A daemon's letter without a report, as large providers in China write it. */
export function plainLetter({ to = '', text = '' }: { to?: string; text?: string }): string {
  return lines(
    'Return-Path: <>',
    'From: PostMaster@mail.example.cn',
    `To: ${to}`,
    'Subject: =?UTF-8?B?57O757uf6YCA5L+h?=',
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<p>抱歉，您的邮件被退回</p>\r\n<p>${text}</p>`,
  )
}

/** Somebody is on leave: no returned mail, though it answers to the return path. */
export function outOfOffice(to: string): string {
  return lines(
    'Return-Path: <>',
    'From: zhang@unit.example',
    `To: ${to}`,
    'Subject: Auto: on leave, call extension 550 1234',
    'Auto-Submitted: auto-replied',
    'Content-Type: text/plain',
    '',
    'I am away. Error 5.1.1 is no concern of mine.',
  )
}

function lines(...all: readonly string[]): string {
  return all.join('\r\n')
}
