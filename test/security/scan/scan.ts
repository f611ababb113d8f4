import type { BenchOffice } from '../../../bench/speed/world/office.js'
import type { BenchSystem } from '../../../bench/speed/world/system.js'
import type { LocalIssuer } from '../../../src/auth/local-issuer.js'

/** The whole system, started for the scans, with an office in it. */
export interface ScanPlace {
  readonly system: BenchSystem
  readonly issuer: LocalIssuer
  readonly office: BenchOffice
  /** Where API and worker look for clamd; nobody listens there until a scan starts one. */
  readonly clamdPort: number
  /** Where downloads are kept between runs. */
  readonly cache: string
  readonly stop: AbortSignal
  readonly say: (line: string) => void
}

/** What a scan came to: `held` is null where it could not be run here. */
export interface Scanned {
  readonly held: boolean | null
  /** Its figures, or why it was not run, in the words an assessor reads. */
  readonly said: string
}

export type Scan = (place: ScanPlace) => Promise<Scanned>
