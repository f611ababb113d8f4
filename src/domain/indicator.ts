import type { Medium, Severity } from './vocabulary.js'

/** How well a fact of the catalogue is known: V verified, P partly, S only in the example notice, R recall. */
export type Mark = 'V' | 'P' | 'S' | 'R'

/** How long a unit has by proposal of the product, where the notice sets nothing. */
export interface IndicatorWindow {
  days: number
  unit: 'working' | 'calendar'
  /** Why so long, in Chinese. */
  basis: string
}

/** How often at least something has to be updated. */
export interface UpdateCycle {
  every: number
  unit: 'days' | 'months'
}

/** One indicator of the catalogue: what inspection notices find fault with. */
export interface Indicator {
  id: string
  medium: Medium | 'any'
  section: string
  name_zh: string
  threshold: string
  severity: Severity
  /** Points added at the bonus stage instead of taken off; no fault, so its severity says nothing. */
  bonus: boolean
  /** Points at stake, where a source names them. */
  points: number | null
  window: IndicatorWindow | null
  /** Null where the indicator does not ask for updates. */
  cycle: UpdateCycle | null
  mark: Mark
  /** Keys of `INDICATOR_SOURCES`. */
  sources: readonly string[]
  note: string | null
}
