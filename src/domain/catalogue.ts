import { INDICATORS, INDICATORS_VERSION } from './catalogue-entries.gen.js'
import type { Indicator } from './indicator.js'

/** Stored with every notice: later editions never change old findings. */
export const CATALOGUE_VERSION = INDICATORS_VERSION

/** Every indicator, in the order of the catalogue. */
export const CATALOGUE: readonly Indicator[] = INDICATORS

const BY_ID: ReadonlyMap<string, Indicator> = new Map(INDICATORS.map((entry) => [entry.id, entry]))

/** Take down first, explain later (lifecycle.md): grave wording, secrets, illegal content, attacks, privacy. */
const URGENT: readonly string[] = ['WV-1.1', 'WV-1.2', 'WV-1.3', 'WV-1.4', 'NV-1.1', 'LC-01']

/** The indicator of an id, or null; `none`, an office's word that nothing fits, is no indicator. */
export function findIndicator(id: string): Indicator | null {
  return BY_ID.get(id) ?? null
}

/** Whether a finding of this indicator is urgent by the catalogue. */
export function isUrgentIndicator(id: string): boolean {
  return URGENT.includes(id)
}

/** Whether a line is urgent, by its indicator or because somebody says so. */
export function isUrgentLine({
  urgent,
  indicator_id,
}: {
  urgent?: boolean | undefined
  indicator_id?: string | undefined
}): boolean {
  return urgent === true || (indicator_id !== undefined && isUrgentIndicator(indicator_id))
}
