import type { Readable } from 'node:stream'

/** A file that has arrived whole, on this machine's disk. */
export interface ArrivedFile {
  path: string
  sha256: string
  size: number
}

/** Content that is where it is to stay, and is not yet found there. */
export interface Brought {
  /** From now on it is found under its hash, also after a power cut; kept again, content heals itself. */
  keep: () => Promise<void>
  /** Removes what was brought and not kept. Never throws: what cannot be removed now is swept later. */
  discard: () => Promise<void>
}

/**
 * Where content lies under its SHA-256: all that one kind of store does otherwise than another. Hashes are well-formed.
 * Each throws EvidenceError STORE_AWAY where the store is elsewhere and does not answer.
 */
export interface Contents {
  /** Takes an arrived file in; what takes long is done here, so that `keep` is quick. */
  bring: (file: ArrivedFile) => Promise<Brought>
  /**
   * The content, read and hashed as a whole before the first byte is handed out. The stream owns it: read it to the
   * end or destroy it. Throws EvidenceError NOT_FOUND, or CORRUPT where a byte has changed.
   */
  open: (sha256: string) => Promise<{ size: number; stream: Readable }>
  /** Whether there is such content; its bytes are not checked. */
  exists: (sha256: string) => Promise<boolean>
  /** The hashes last kept before `before` (epoch milliseconds), some at a time, never none. */
  keptBefore: (before: number) => AsyncIterable<readonly string[]>
  /** Removes one unless it has been kept again since `before`; whether it did. */
  remove: (sha256: string, before: number) => Promise<boolean>
  /** Removes what was brought before `before` and neither kept nor discarded; returns how many. */
  sweepBrought: (before: number) => Promise<number>
}
