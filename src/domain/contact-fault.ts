import type { Recipient } from './vocabulary.js'

/** How it was found that an address reaches nobody: refused at once, come back later, or never taken in over a day. */
export const CONTACT_FAULTS = ['refused', 'bounced', 'gave_up'] as const
export type ContactFaultHow = (typeof CONTACT_FAULTS)[number]

export const CONTACT_FAULT_LABELS: Readonly<Record<ContactFaultHow, string>> = {
  refused: '收件服务器拒收',
  bounced: '邮件被退回',
  gave_up: '多次发送未被接收',
}

/** What became of an attempt at a mail, as far as it can blame an address. */
export type Attempted =
  | { outcome: 'accepted' }
  | { outcome: 'deferred'; code: string }
  | { outcome: 'refused'; about: 'address' | 'mail' }

/**
 * What an attempt says of its address; null where nothing. A refusal of the mail itself (its content, or who sends it) is
 * not the address's. What was put off until it was given up blames the address only where the server itself did (a 4xx code):
 * an outage of ours is nobody's fault.
 */
export function faultOf(attempted: Attempted, triedAgain: boolean): ContactFaultHow | null {
  switch (attempted.outcome) {
    case 'accepted':
      return null
    case 'refused':
      return attempted.about === 'address' ? 'refused' : null
    case 'deferred':
      return !triedAgain && /^4\d\d$/.test(attempted.code) ? 'gave_up' : null
  }
}

/**
 * Who is told that an address reaches nobody: the unit, which may have other contacts, and the office's handlers; of
 * one of the office's own people, who may be the only handler, the leader too.
 */
export function earsOfFault({ unit_id }: { unit_id: string | null }): readonly Recipient[] {
  return unit_id === null ? ['handler', 'leader'] : ['unit', 'handler']
}
