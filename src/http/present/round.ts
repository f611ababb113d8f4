import type { z } from 'zod'
import type { round } from '../../contracts/findings/rounds.js'
import type { Evidence } from '../../db/evidence.js'
import type { RoundInTurn } from '../../db/round.js'
import type { Handling } from '../../domain/vocabulary.js'
import { presentNamedEvidence } from './named-evidence.js'

/**
 * A sealed answer as it is shown, with those of its files the caller may open; of a finding handled offline without
 * its words and files.
 */
export function presentRound(
  { office_id: _, finding_id: __, evidence, before, ...stored }: RoundInTurn,
  handling: Handling,
  readable: readonly Evidence[],
): z.input<typeof round> {
  if (handling === 'offline') {
    const fix_steps = stored.fix_steps?.map(({ on }) => ({ on, text: null })) ?? null
    const asked = stored.asked && { on: stored.asked.on, whom: null, evidence: [] }
    return { ...stored, cause: null, measures: null, evidence: [], fix_steps, asked, changed: null }
  }
  const changed = before && {
    fields: before.fields,
    evidence_added: evidence.filter((one) => !before.evidence.includes(one)),
    evidence_left_out: before.evidence.filter((one) => !evidence.includes(one)),
  }
  return { ...stored, evidence: presentNamedEvidence(evidence, stored.unit_id, readable), changed }
}
