import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { HEADS_BEGIN, type HeadsPlace, type LineFault } from '../../proof/read-heads.js'
import { type Faults, NO_FAULTS } from './fault.js'

/** What of a file of signed heads was read so far. */
export interface HeadsProgress {
  /** Whether the file was asked for and read to its end. */
  read: boolean
  place: HeadsPlace
  lines: number
  heads: number
  /** Half lines of writers that were killed. */
  torn: number
  /** Lines that are not what was signed, by their place in the file; of many the first hundred. */
  bad: readonly { line: number; fault: Exclude<LineFault, 'torn'> }[]
}

/** How far a verification has come, and what it has found: enough to go on after being killed. */
export interface Progress {
  format: 'zhenggai-audit-2'
  /** What is verified, so that nothing else goes on from here; and when that began. */
  of: string
  begun_at: string
  /** The last finding walked, or null before the first. */
  after: string | null
  walked: boolean
  findings: number
  events: number
  /** Events whose words are gone: believed by their digests. */
  erased: number
  faults: Faults
  heads: HeadsProgress
}

/** Before anything was looked at. */
export function beginning(of: string, begun_at: string): Progress {
  return {
    ...{ format: 'zhenggai-audit-2', of, begun_at },
    ...{ after: null, walked: false, findings: 0, events: 0, erased: 0 },
    faults: NO_FAULTS,
    heads: { read: false, place: HEADS_BEGIN, lines: 0, heads: 0, torn: 0, bad: [] },
  }
}

/** The progress a file keeps of the same verification, else the beginning; what cannot be read begins again. */
export function keptProgress(path: string, begin: Progress): Progress {
  if (!existsSync(path)) return begin
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as Progress
    return kept.format === begin.format && kept.of === begin.of ? kept : begin
  } catch {
    return begin
  }
}

/** Keeps the progress, complete or not at all. */
export function keepProgress(path: string, progress: Progress): void {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, JSON.stringify(progress), { mode: 0o600 })
  renameSync(draft, path)
}

/** There is nothing to go on with any more. */
export function forgetProgress(path: string): void {
  rmSync(path, { force: true })
}
