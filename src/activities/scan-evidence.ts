import { setTimeout as sleep } from 'node:timers/promises'
import { markScanned, pendingFiles, queueUnscanned } from '../db/evidence.js'
import type { Pool } from '../db/pool.js'
import { pingClamd, type ScannerOptions, scanWithClamd, type Verdict } from '../files/clamd.js'
import { EvidenceError } from '../files/evidence-error.js'
import type { EvidenceStore } from '../files/evidence-store.js'

export interface ScanningOptions {
  pool: Pool
  files: Pick<EvidenceStore, 'open'>
  scanner: ScannerOptions
  /** What an operator has to know. */
  alarm: (message: string, fields: object) => void
  /** Milliseconds between two rounds. */
  every?: number
}

export interface Scanning {
  stop(): Promise<void>
}

const AT_ONCE = 50
/** What was stored without a scanner is taken in so many at a time: no lock on the whole table, and new files in between. */
const QUEUED_AT_ONCE = 1_000
/** A file of which nothing could be learnt is left alone for so long, so that it does not stand before the others. */
const AGAIN_MS = 10 * 60_000

/**
 * Scans what has been uploaded and not yet judged, of each unit the oldest first, for as long as the process lives. What a record says
 * is changed only by a verdict: a round that dies is begun again by whoever comes next, and several scanning the same
 * file say the same.
 */
export function startScanning(options: ScanningOptions): Scanning {
  const { alarm, pool, every = 5_000 } = options
  const stopping = new AbortController()
  const { signal } = stopping
  const later = new Map<string, number>()

  async function run(): Promise<void> {
    let away = false
    while (!signal.aborted) {
      try {
        const queued = await queueUnscanned(pool, QUEUED_AT_ONCE)
        const seen = await round(options, later, signal)
        away = false
        if (queued === QUEUED_AT_ONCE || seen === AT_ONCE) continue
      } catch (error) {
        if (!away) alarm('uploads are not scanned and stay closed', { error })
        away = true
      }
      await sleep(every, undefined, { signal }).catch(() => undefined)
    }
  }

  const running = run()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

/** Judges some files; returns how many it looked at. Throws where the scanner, the store or the database is away. */
async function round(
  { pool, files, scanner, alarm }: ScanningOptions,
  later: Map<string, number>,
  signal: AbortSignal,
): Promise<number> {
  const now = Date.now()
  for (const [sha256, at] of later) if (at <= now) later.delete(sha256)
  const pending = await pendingFiles(pool, [...later.keys()], AT_ONCE)
  if (pending.length > 0) await pingClamd(scanner)
  for (const sha256 of pending) {
    if (signal.aborted) break
    let verdict: Verdict
    try {
      verdict = await judge(files, scanner, sha256)
    } catch (error) {
      if (error instanceof EvidenceError && error.code === 'STORE_AWAY') throw error
      // Whatever it was, the others come first: a file that brings the scanner down must not be the first again.
      later.set(sha256, now + AGAIN_MS)
      alarm('an upload cannot be scanned and stays closed', { sha256, error })
      await pingClamd(scanner)
      continue
    }
    if (!verdict.clean) alarm('an upload is infected', { sha256, found: verdict.name })
    await markScanned(pool, sha256, verdict.clean ? 'clean' : 'infected')
  }
  return pending.length
}

async function judge(
  files: Pick<EvidenceStore, 'open'>,
  scanner: ScannerOptions,
  sha256: string,
): Promise<Verdict> {
  const { stream } = await files.open(sha256)
  try {
    return await scanWithClamd(scanner, stream)
  } finally {
    stream.destroy()
  }
}
