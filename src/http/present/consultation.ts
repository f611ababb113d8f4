import type { z } from 'zod'
import type { consultationLine } from '../../contracts/consultations.js'
import type { ConsultationLine } from '../../db/consultation.js'
import type { Evidence } from '../../db/evidence.js'
import { presentNamedEvidence } from './named-evidence.js'

/** A line of a draft as it was shown, with what was said of it and the files that the caller may open. */
export function presentConsultation(
  { office_id: _, whom, how, said_at, evidence, ...line }: ConsultationLine,
  readable: readonly Evidence[],
): z.input<typeof consultationLine> {
  const entered = whom !== null && how && said_at ? { whom, how, said_at } : null
  return { ...line, evidence: presentNamedEvidence(evidence, line.unit_id, readable), entered }
}
