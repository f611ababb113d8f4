import { resolve } from 'node:path'
import type { ChildSpec } from './children.js'

/** A process of the project itself, by its file under src, run as this one is. */
export function nodeProcess(
  name: string,
  file: string,
  args: readonly string[],
  place: { readonly env: NodeJS.ProcessEnv; readonly log: string; readonly stopSeconds: number },
): ChildSpec {
  return {
    name,
    command: process.execPath,
    args: ['--import', 'tsx', resolve(file), ...args],
    stopWith: 'SIGTERM',
    stopLast: false,
    ...place,
  }
}
