import { execFile } from 'node:child_process'
import { programOf } from '../../../src/local/node-process.js'

export interface ChaosEnd {
  code: number | null
  /** The one line `--json` ends with. */
  figures: Record<string, unknown>
  /** What was told to people, for whoever looks why it failed. */
  told: string
}

/** Runs `npm run chaos` with these arguments, in a data folder of its own, to its end. */
export function runChaos(args: readonly string[]): Promise<ChaosEnd> {
  return new Promise((done) => {
    const all = [...programOf('bench/chaos.ts'), '--json', ...args]
    const env = { ...process.env, NODE_OPTIONS: '' }
    const child = execFile(process.execPath, all, { env }, (_, out, told) => {
      const line = out.trim().split('\n').at(-1) ?? ''
      const figures = line.startsWith('{') ? (JSON.parse(line) as Record<string, unknown>) : {}
      done({ code: child.exitCode, figures, told })
    })
  })
}
