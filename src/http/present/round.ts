import type { z } from 'zod'
import type { round } from '../../contracts/findings/rounds.js'
import type { Round } from '../../db/round.js'
import type { Handling } from '../../domain/vocabulary.js'

/** A sealed answer as it is shown; of a finding handled offline without its words and files. */
export function presentRound(
  { office_id: _, finding_id: __, evidence, ...stored }: Round,
  handling: Handling,
): z.input<typeof round> {
  if (handling === 'offline') return { ...stored, cause: null, measures: null, evidence: [] }
  return { ...stored, evidence: [...evidence] }
}
