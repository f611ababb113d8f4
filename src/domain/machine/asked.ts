import type { Answer } from '../commands.js'
import type { LocalDate } from '../instant.js'
import { type Rejection, reject, type Situation } from '../situation.js'
import { localDateOf } from '../zone.js'

/** When a unit asked whoever has to act, and what proves it. */
export interface CheckedAsked {
  on: LocalDate
  evidence: string[]
}

/**
 * The proof that the unit has asked, needed where it says that a finding lies beyond it (客观原因挂账) and of no use with any
 * other result: when, whom, and which of the answer's files show it. Of an offline finding the paper says whom and shows it.
 */
export function checkAsked(situation: Situation, answer: Answer): CheckedAsked | Rejection | null {
  const [fault] = askedFaults(situation, answer)
  if (fault) return fault
  const { on, evidence = [] } = answer.asked ?? {}
  return on ? { on, evidence: [...evidence] } : null
}

/** Everything for which that proof is none, in the order of its fields. */
export function askedFaults(
  { finding, now, rules }: Situation,
  { result, asked, evidence = [] }: Answer,
): Rejection[] {
  if (result !== 'beyond_unit') return asked ? [reject('FIELD_REQUIRED', '/asked')] : []
  const { on, whom, evidence: proof = [] } = asked ?? {}
  const offline = finding.handling === 'offline'
  const shown = proof.length > 0 && proof.every((hash) => evidence.includes(hash))
  return [
    on ? null : reject('FIELD_REQUIRED', '/asked/on'),
    on && on > localDateOf(rules.calendar.zone, now) ? reject('FUTURE_DATE', '/asked/on') : null,
    offline && whom !== undefined ? reject('OFFLINE_ONLY', '/asked/whom') : null,
    !offline && !whom?.trim() ? reject('FIELD_REQUIRED', '/asked/whom') : null,
    offline && proof.length > 0 ? reject('OFFLINE_ONLY', '/asked/evidence') : null,
    !offline && !shown ? reject('EVIDENCE_REQUIRED', '/asked/evidence') : null,
  ].filter((fault) => fault !== null)
}
