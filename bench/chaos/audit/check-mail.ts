import type { OfficeRecord } from '../../../src/audit/read-office.js'
import type { Entry } from '../../harness/diary.js'
import type { AcceptedMail } from '../../harness/mail-sink.js'

export interface MailAudit {
  /** Mails that were accepted twice because a process died between the acceptance and its mark. */
  excused: number
  wrong: string[]
}

/**
 * A mail may arrive once more for each death of a worker between its acceptance and its mark. Any other second
 * arrival is wrong, also where the database died meanwhile, and so are two mails for one message.
 */
export function checkArrivals(
  accepted: readonly AcceptedMail[],
  diary: readonly Entry[],
  records: readonly OfficeRecord[],
): MailAudit {
  const deaths = diary.filter(
    ({ name, what, signal }) =>
      what === 'ended' && signal === 'SIGKILL' && name.startsWith('worker'),
  )
  const audit: MailAudit = { excused: 0, wrong: [] }
  const last = new Map<string, AcceptedMail>()
  for (const mail of accepted) {
    const before = last.get(mail.id)
    last.set(mail.id, mail)
    if (!before) continue
    if (deaths.some(({ at }) => at >= before.at && at <= mail.at)) audit.excused += 1
    else audit.wrong.push(`邮件 ${mail.id} 收到两次，其间没有进程死亡`)
  }
  for (const { mails } of records) {
    audit.wrong.push(...twice(mails).map((mail) => `同一内容写了两封邮件：${mail}`))
  }
  return audit
}

/** One content for one address at one instant is one mail; a rehearsal's clock stands, so its mails are told apart by text. */
function twice(mails: OfficeRecord['mails']): string[] {
  const names = mails.map(({ to_address, created_at, subject, text }) =>
    [to_address, created_at, subject, text].join('\n'),
  )
  return names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => name.split('\n').slice(0, 3).join(' '))
}
