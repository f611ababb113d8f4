import type { Verifier } from '../auth/verify.js'
import type { Deps } from '../commands/deps.js'
import type { EvidenceStore } from '../files/evidence-store.js'
import type { Signer } from '../proof/key.js'
import type { Metrics } from './frame/metrics.js'
import type { StepUp } from './frame/step-up.js'

/** A disabled person, one who lost a role and a key that was taken back are out within this time. */
export const REMEMBERED_MS = 15_000

/** What the process may decide about the server; nothing here opens anything. */
export interface HttpSettings {
  /** Signs cursors; every process of one installation has the same. */
  cursorSecret: string
  /** Web origins that may call from a browser. */
  origins: readonly string[]
  /** Addresses or CIDRs of proxies whose X-Forwarded-* is believed. */
  proxies: readonly string[]
  /** Whether the documentation page is served here: on loopback and on the admin listener only. */
  docs: boolean
  /** Bytes of one uploaded file. */
  maxFileBytes: number
  /** Bytes of all files of one unit. */
  maxUnitBytes: number
  /** Whether uploads are scanned: then only what was found clean is handed out. */
  scanning: boolean
  log: { level: string }
  /** Milliseconds for which a caller is known without being looked up again: whoever is let out is out within them. */
  rememberMs: number
  /** Failed tries to get in that one address has in a minute; 0 counts none. */
  failuresPerMinute: number
  /** Requests one caller has in a minute, over all processes; 0 sets no limit. */
  requestsPerMinute: number
  /** What they may cost together, in reads; 0 sets no limit. */
  costPerMinute: number
  stepUp: StepUp
  /** Sheds load by answering 503; tests switch it off. */
  shedLoad: boolean
}

/** Whether what the server stands on answers. */
export interface Standing {
  postgres: boolean
  temporal: boolean
}

/** Everything the routes are given. */
export interface HttpDeps {
  commands: Deps
  verifier: Verifier
  files: EvidenceStore
  /** Signs certificates; without it there are none. */
  signer: Signer | null
  standing(): Promise<Standing>
  /** Counts what is answered; shown on the admin listener. */
  metrics: Metrics
  settings: HttpSettings
}
