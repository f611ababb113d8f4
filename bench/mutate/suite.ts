import * as tap from 'tap'
import type { Modules } from './modules.js'

/** What became of one test file. */
export interface Ran {
  passed: boolean
  ms: number
  /** The project's files it loaded; empty when loading failed. */
  loaded: ReadonlySet<string>
}

/** Runs one test file in this process, from the beginning, with the tap it would have on its own. */
export async function runTest(modules: Modules, file: string): Promise<Ran> {
  const started = performance.now()
  const ms = () => performance.now() - started
  const root = new tap.Test({ name: file, timeout: 0 })
  root.resume()
  const over = new Promise<void>((resolve) => root.on('end', resolve))
  try {
    const loaded = modules.run(file, { tap: { __esModule: true, default: root } })
    root.end()
    await over
    return { passed: root.passing() && root.counts.pass > 0, ms: ms(), loaded }
  } catch {
    return { passed: false, ms: ms(), loaded: new Set() }
  }
}
