import { type Rejection, reject, type Situation } from '../situation.js'

/**
 * EVIDENCE_REQUIRED unless at least one file is named and every named file is stored for this unit.
 * An offline finding's evidence travels on paper: naming a file there is OFFLINE_ONLY.
 */
export function checkEvidence(
  { finding, known }: Situation,
  evidence: readonly string[],
  { required = true }: { required?: boolean } = {},
): Rejection | null {
  if (finding.handling === 'offline') {
    return evidence.length > 0 ? reject('OFFLINE_ONLY', '/evidence') : null
  }
  const enough = evidence.length > 0 || !required
  return enough && evidence.every((hash) => known.has(hash))
    ? null
    : reject('EVIDENCE_REQUIRED', '/evidence')
}
