import type { MailFate } from '../db/audit.js'
import type { Disagreement } from './case.js'

/** A file in the mail folder, by its name without the ending. */
export interface MailFile {
  id: string
  /** Whether the mark of a rehearsal stands in its subject. */
  marked: boolean
}

/** What has left: also what came back later. */
export function hasLeft({ status }: Pick<MailFate, 'status'>): boolean {
  return status === 'sent' || status === 'bounced'
}

/** Every mail that counts as sent lies in the folder, and nothing else does; a rehearsal's mails are marked. */
export function checkMails(
  mails: readonly MailFate[],
  files: readonly MailFile[],
  rehearsal: boolean,
): Disagreement[] {
  const ids = new Set(files.map((file) => file.id))
  const sent = mails.filter(hasLeft)
  const known = new Set(sent.map((mail) => mail.id))
  return [
    ...mails
      .filter((mail) => !hasLeft(mail))
      .map((mail) => `邮件 ${mail.id} 没有发出（${mail.status}）`),
    ...sent.filter((mail) => !ids.has(mail.id)).map((mail) => `邮件 ${mail.id} 不在邮件夹中`),
    ...files.filter((file) => !known.has(file.id)).map((file) => `邮件夹中多出 ${file.id}`),
    ...files
      .filter((file) => file.marked !== rehearsal)
      .map((file) => `邮件 ${file.id} 的演练标记不对`),
  ]
}
