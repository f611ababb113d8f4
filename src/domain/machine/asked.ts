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
export function checkAsked(
  { finding, now, rules }: Situation,
  { result, asked, evidence = [] }: Answer,
): CheckedAsked | Rejection | null {
  if (result !== 'beyond_unit') return asked ? reject('FIELD_REQUIRED', '/asked') : null
  const { on, whom, evidence: proof = [] } = asked ?? {}
  if (!on) return reject('FIELD_REQUIRED', '/asked/on')
  if (on > localDateOf(rules.calendar.zone, now)) return reject('FUTURE_DATE', '/asked/on')
  if (finding.handling === 'offline') {
    if (whom !== undefined) return reject('OFFLINE_ONLY', '/asked/whom')
    return proof.length > 0 ? reject('OFFLINE_ONLY', '/asked/evidence') : { on, evidence: [] }
  }
  if (!whom?.trim()) return reject('FIELD_REQUIRED', '/asked/whom')
  const shown = proof.length > 0 && proof.every((hash) => evidence.includes(hash))
  return shown ? { on, evidence: [...proof] } : reject('EVIDENCE_REQUIRED', '/asked/evidence')
}
