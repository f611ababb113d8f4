import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

/** What a run of tap came to, counted in asserts; a file that broke without one counts as one. */
export type TapResult = {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

const PROGRAM = resolve('node_modules/tap/dist/esm/run.mjs')
const FILE = /^(not )?ok \d+ - (.+?)(?: # (.*))?$/
const COUNT = /(\w+): (\d+)/g
const PASSING = /^\s*(ok \d|1\.\.\d|# Subtest|# time=|$)/

/** Runs tap and writes a line per test file, with all but the passed asserts of one that failed. */
export async function runTap(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<TapResult> {
  const tap = spawn(process.execPath, [PROGRAM, '--reporter=tap', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  signal.addEventListener('abort', () => tap.kill('SIGTERM'), { once: true })
  const exited = new Promise<number>((done) => tap.once('exit', (code) => done(code ?? 1)))
  const counts = new Map<string, number>()
  let broken = 0
  let block: string[] = []
  for await (const line of createInterface({ input: tap.stdout })) {
    const [, not, file, detail = ''] = FILE.exec(line) ?? []
    if (line.startsWith('# { total')) {
      for (const [, name = '', number] of line.matchAll(COUNT)) counts.set(name, Number(number))
    } else if (file === undefined) block.push(line)
    else {
      if (not) broken += 1
      console.log(`${not ? '✗' : '✓'} ${file} ${detail}`)
      if (not) console.log(block.filter((text) => !PASSING.test(text)).join('\n'))
      block = []
    }
  }
  const code = await exited
  const count = (name: string) => counts.get(name) ?? 0
  if (count('total') === 0) console.log(block.join('\n'))
  const failed = Math.max(count('fail'), broken, code === 0 ? 0 : 1)
  return { passed: count('pass'), failed, skipped: count('skip') + count('todo') }
}
