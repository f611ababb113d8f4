import type { Recipient } from './vocabulary.js'

/** How it was found that an address reaches nobody: refused at once, come back later, or never taken in over a day. */
export const CONTACT_FAULTS = ['refused', 'bounced', 'gave_up'] as const
export type ContactFaultHow = (typeof CONTACT_FAULTS)[number]

export const CONTACT_FAULT_LABELS: Readonly<Record<ContactFaultHow, string>> = {
  refused: '收件服务器拒收',
  bounced: '邮件被退回',
  gave_up: '多次发送未被接收',
}

/** The first enhanced status code (RFC 3463) in a server's words. */
const STATUS = /(?<![\d.])[45]\.(\d{1,3})\.(\d{1,3})(?![\d.])/

/**
 * Whether a server's words about a recipient blame the address: a status of the address or the mailbox (x.1, x.2), or none at all.
 * What is said of the sender (x.1.7, x.1.8), the network, the content or our reputation (x.3 to x.7) does not.
 */
export function blamesAddress(words: string): boolean {
  const [, subject, detail] = STATUS.exec(words) ?? []
  if (subject === undefined) return true
  return subject === '2' || (subject === '1' && detail !== '7' && detail !== '8')
}

/** What a server's answer is about. */
export type About = 'address' | 'mail' | 'server'

/** What became of an attempt at a mail, as far as it can blame an address. */
export type Attempted =
  | { outcome: 'accepted' }
  | { outcome: 'deferred'; about: About }
  | { outcome: 'refused'; about: About }

/**
 * What an attempt says of its address; null where nothing: a refusal of the mail itself (its content, or who sends it) is
 * not the address's, and what was put off until it was given up blames only an address that the server itself put off.
 */
export function faultOf(attempted: Attempted, triedAgain: boolean): ContactFaultHow | null {
  switch (attempted.outcome) {
    case 'accepted':
      return null
    case 'refused':
      return attempted.about === 'address' ? 'refused' : null
    case 'deferred':
      return !triedAgain && attempted.about === 'address' ? 'gave_up' : null
  }
}

/**
 * Who is told that an address reaches nobody: the unit, which may have other contacts, and the office's handlers; of
 * one of the office's own people, who may be the only handler, the leader too.
 */
export function earsOfFault({ unit_id }: { unit_id: string | null }): readonly Recipient[] {
  return unit_id === null ? ['handler', 'leader'] : ['unit', 'handler']
}
