import { fileURLToPath } from 'node:url'

/** The moments at which a process can be made to die; failpoint.mjs knows how each is recognised. */
export const API_FAILPOINTS = ['before-begin', 'after-commit-before-reply'] as const
export const WORKER_FAILPOINTS = [
  'in-catch-up',
  'after-signal-before-told',
  'mail-accepted-before-marked',
] as const
/** Between the two of an API; tests alone ask for it. */
export const COMMAND_FAILPOINTS = ['before-commit'] as const
/** Comes only while a long job runs, of which a storm has none. */
export const JOB_FAILPOINTS = ['in-page', 'after-page'] as const
/** A moment that comes in any storm. */
export type StormFailpoint = (typeof API_FAILPOINTS | typeof WORKER_FAILPOINTS)[number]
export type Failpoint = StormFailpoint | (typeof COMMAND_FAILPOINTS | typeof JOB_FAILPOINTS)[number]

const PRELOAD = fileURLToPath(new URL('failpoint.mjs', import.meta.url))

/** What a process must find in its environment to die at the n-th occurrence of a moment. */
export function armed(failpoint: Failpoint, nth: number): Record<string, string> {
  return { NODE_OPTIONS: `--import=${PRELOAD}`, FAILPOINT: `${failpoint}:${nth}` }
}
