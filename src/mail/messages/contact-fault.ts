import { CONTACT_FAULT_LABELS, type ContactFaultHow } from '../../domain/contact-fault.js'
import type { LocalDate } from '../../domain/instant.js'
import { type Block, item, type Message, message, paragraph } from '../blocks.js'
import type { MailContext } from '../context.js'
import { day } from './words.js'

/** An address at which nobody is reached, as others are told of it. */
export interface FailedContact {
  name: string
  address: string
  how: ContactFaultHow
  reason: string
  found_on: LocalDate
}

/** The same as the office hears of it. */
export interface FailedContactOfUnit extends FailedContact {
  /** Null for one of the office's own people. */
  unit_name: string | null
}

/** What a unit's other contacts are told: who is not reached, and that no time stands still for it. */
export function failedContacts(
  contacts: readonly FailedContact[],
  { duty_phone }: Pick<MailContext, 'duty_phone'>,
): Message {
  const phone = duty_phone === null ? '' : `（${duty_phone}）`
  return message(`联系方式失效${contacts.length}个`, [
    paragraph(
      `下列联系方式收不到邮件，请核对后告知本办公室${phone}更正；整改时限照常计算，请以系统内的内容为准。`,
    ),
    ...contacts.map((contact) => item(`${contact.name} ${contact.address}`, linesOf(contact))),
  ])
}

/** The same in the list of what waits for a person of the office. */
export function failedContactBlock(contact: FailedContactOfUnit): Block {
  const { unit_name, name, address } = contact
  const whose = unit_name === null || unit_name === name ? '' : `${unit_name} `
  return item(`${whose}${name} ${address}`, [
    ...linesOf(contact),
    unit_name === null
      ? '请核对并更正人员资料'
      : '请电话联系该单位并登记，核对后更正资料；仅凭该邮件不视为送达，督办进度不变',
  ])
}

function linesOf({ how, reason, found_on }: FailedContact): string[] {
  // A refusal says itself whose it is.
  const said = how === 'refused' ? reason : `${CONTACT_FAULT_LABELS[how]}：${reason}`
  return [`${day(found_on)}，${said}`]
}
