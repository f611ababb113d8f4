import { setTimeout as sleep } from 'node:timers/promises'
import { markScanned, pendingFiles, queueUnscanned } from '../db/evidence.js'
import type { Pool } from '../db/pool.js'
import { ScanError, type ScannerOptions, scanWithClamd } from '../files/clamd.js'
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
/** A file of which nothing could be learnt is left alone for so long, so that it does not stand before the others. */
const AGAIN_MS = 10 * 60_000

/**
 * Scans what has been uploaded and not yet judged, oldest first, for as long as the process lives. What a record says
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
    let queued = false
    while (!signal.aborted) {
      try {
        if (!queued) await queueUnscanned(pool)
        queued = true
        if ((await round(options, later, signal)) === AT_ONCE) continue
        away = false
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

/** Judges some files; returns how many were judged. Throws where the scanner or the database is away. */
async function round(
  { pool, files, scanner, alarm }: ScanningOptions,
  later: Map<string, number>,
  signal: AbortSignal,
): Promise<number> {
  const now = Date.now()
  for (const [sha256, at] of later) if (at <= now) later.delete(sha256)
  let judged = 0
  for (const sha256 of await pendingFiles(pool, [...later.keys()], AT_ONCE)) {
    if (signal.aborted) break
    try {
      const { stream } = await files.open(sha256)
      const verdict = await scanWithClamd(scanner, stream).finally(() => stream.destroy())
      if (!verdict.clean) alarm('an upload is infected', { sha256, found: verdict.name })
      await markScanned(pool, sha256, verdict.clean ? 'clean' : 'infected')
      judged += 1
    } catch (error) {
      if (!concernsFile(error)) throw error
      alarm('an upload cannot be scanned and stays closed', { sha256, error })
      later.set(sha256, now + AGAIN_MS)
    }
  }
  return judged
}

function concernsFile(error: unknown): boolean {
  return error instanceof ScanError ? error.code === 'NOT_JUDGED' : error instanceof EvidenceError
}
