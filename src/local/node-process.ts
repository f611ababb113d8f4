import { extname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ChildSpec } from './children.js'

export interface NodePlace {
  readonly env: NodeJS.ProcessEnv
  readonly log: string
  readonly stopSeconds: number
  /** For Node itself. */
  readonly flags?: readonly string[]
  readonly niceness?: number
}

/**
 * On one machine the clock's processes let people's go first: a command is answered while somebody waits for it, and
 * what a workflow is told a moment later says more at once.
 */
export const BEHIND_PEOPLE = 5

/**
 * What keeps a worker small after a large notice: a heap that is collected early, and few arenas for the engine's many
 * threads to leave memory in. Measured with 3,000 findings told: 596 MB without, 318 to 335 MB with both.
 */
export const SMALL_WORKER = {
  flags: ['--max-semi-space-size=4', '--max-old-space-size=256'],
  env: { MALLOC_ARENA_MAX: '2' },
} as const

const OWN = fileURLToPath(import.meta.url)
const COMPILED = extname(OWN) === '.js'

/** What Node is given to run a file of the project: its source, or where this one is compiled its compiled file. */
export function programOf(file: string): string[] {
  if (!COMPILED) return ['--import', 'tsx', resolve(file)]
  return [resolve(OWN, '../../..', file.replace(/\.ts$/, '.js'))]
}

/** A process of the project itself, by its file, run as this one is. */
export function nodeProcess(
  name: string,
  file: string,
  args: readonly string[],
  { flags = [], ...place }: NodePlace,
): ChildSpec {
  return {
    name,
    command: process.execPath,
    args: [...flags, ...programOf(file), ...args],
    stopWith: 'SIGTERM',
    stopLast: false,
    ...place,
  }
}
