import type { z } from 'zod'
import type { round } from '../../contracts/findings/rounds.js'
import type { Evidence } from '../../db/evidence.js'
import type { Round } from '../../db/round.js'
import { presentNamedEvidence } from './named-evidence.js'

/** A sealed answer as it is shown, with those of its files the caller may open. */
export function presentRound(
  { office_id: _, finding_id: __, evidence, ...stored }: Round,
  readable: readonly Evidence[],
): z.input<typeof round> {
  return { ...stored, evidence: presentNamedEvidence(evidence, stored.unit_id, readable) }
}
