import type { NewMail } from '../../db/mail.js'
import type { MessageMark, WaitingMessage } from '../../db/message.js'
import { isAddress } from '../../domain/address.js'
import type { MailContent } from '../../mail/content.js'

/** Somebody a mail goes to. */
export interface Reader {
  person_id: string | null
  name: string
  address: string
}

/** What is said to one unit or one person: the mails, and what becomes of the messages they hold. */
export interface Utterance {
  unit_id: string | null
  mails: readonly NewMail[]
  marks: readonly MessageMark[]
}

export interface Speech {
  office: { id: string; rehearsal: boolean }
  now: NewMail['created_at']
  newId: () => string
}

/**
 * One content as a mail to each of its readers, an address once. Where nobody can be reached the mail is kept all
 * the same, without an address: its refusal stands in the delivery log.
 */
export function mailsTo(
  { office, now, newId }: Speech,
  content: MailContent,
  to: { kind: NewMail['kind']; unit_id: string | null; name: string; readers: readonly Reader[] },
): NewMail[] {
  const usable = to.readers.filter(({ address }) => isAddress(address))
  const byAddress = new Map(usable.map((reader) => [reader.address.toLowerCase(), reader]))
  const nobody: Reader = { person_id: null, name: to.name, address: '' }
  const readers = byAddress.size > 0 ? [...byAddress.values()] : [nobody]
  return readers.map(({ person_id, name, address }) => ({
    ...content,
    id: newId(),
    office_id: office.id,
    unit_id: to.unit_id,
    person_id,
    kind: to.kind,
    to_name: name,
    to_address: address,
    rehearsal: office.rehearsal,
    created_at: now,
  }))
}

/** Still to be said, but not now: tried again at the next opening. */
export function parked({ id }: WaitingMessage): MessageMark {
  return { id, status: 'parked', said_at: null, mail_id: null }
}

/** Messages said with a mail, or dropped because what they say no longer holds. */
export function marksOf(
  messages: readonly WaitingMessage[],
  said: ReadonlySet<string>,
  mail: NewMail | undefined,
  now: NewMail['created_at'],
): MessageMark[] {
  return messages.map(({ id }) =>
    mail && said.has(id)
      ? { id, status: 'said', said_at: now, mail_id: mail.id }
      : { id, status: 'dropped', said_at: null, mail_id: null },
  )
}
