import type { z } from 'zod'
import type { round } from '../../contracts/findings/rounds.js'
import type { Round } from '../../db/round.js'

/** A sealed answer as it is shown. */
export function presentRound({
  office_id: _,
  finding_id: __,
  evidence,
  ...stored
}: Round): z.input<typeof round> {
  return { ...stored, evidence: [...evidence] }
}
