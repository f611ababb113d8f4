import { spawn } from 'node:child_process'
import { setPriority } from 'node:os'
import { relative, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { note, type Ran } from '../security/standing.js'
import { compiledIn, sourceOf } from './compile.js'
import type { Lane } from './lanes.js'

/** What a run of tap came to, counted in asserts; a file that broke without one counts as one. */
export type TapResult = {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** The security requirements whose ids tests bore in their names. */
  readonly security: Ran
}

const PROGRAM = resolve('node_modules/tap/dist/esm/run.mjs')
const FILE = /^(not )?ok \d+ - (.+?)(?: # (.*))?$/
const COUNT = /(\w+): (\d+)/g
const PASSING = /^\s*(ok \d|1\.\.\d|# Subtest|# time=|$)/

/** Arguments with which tap runs what is compiled of the files named by their sources. */
function compiledArgs({ files, jobs }: Lane, code: string): string[] {
  // As in .taprc for the sources.
  return [
    `--jobs=${jobs}`,
    `--include=${compiledIn(code, 'test/**/*.test.ts')}`,
    `--serial=${compiledIn(code, 'test/bench/alone')}`,
    ...files.map((file) => (file.startsWith('test/') ? compiledIn(code, file) : file)),
  ]
}

/**
 * Runs tap over what is compiled in a folder and writes a line per test file, with all but the passed asserts of one
 * that failed.
 */
export async function runTap(
  lane: Lane,
  folder: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<TapResult> {
  const code = relative('', folder)
  const how = ['--reporter=tap', ...compiledArgs(lane, code)]
  const tap = spawn(process.execPath, [PROGRAM, ...how], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (lane.niceness > 0 && tap.pid !== undefined) setPriority(tap.pid, lane.niceness)
  signal.addEventListener('abort', () => tap.kill('SIGTERM'), { once: true })
  const exited = new Promise<number>((done) => tap.once('exit', (code) => done(code ?? 1)))
  const counts = new Map<string, number>()
  const security = { passed: new Set<string>(), failed: new Set<string>() }
  let broken = 0
  let block: string[] = []
  for await (const line of createInterface({ input: tap.stdout })) {
    const [, not, file, detail = ''] = FILE.exec(line) ?? []
    note(security, line)
    if (line.startsWith('# { total')) {
      for (const [, name = '', number] of line.matchAll(COUNT)) counts.set(name, Number(number))
    } else if (file === undefined) block.push(line)
    else {
      if (not) broken += 1
      console.log(`${not ? '✗' : '✓'} ${sourceOf(file, code)} ${detail}`)
      if (not) console.log(block.filter((text) => !PASSING.test(text)).join('\n'))
      block = []
    }
  }
  const ended = await exited
  const count = (name: string) => counts.get(name) ?? 0
  if (count('total') === 0) console.log(block.join('\n'))
  const failed = Math.max(count('fail'), broken, ended === 0 ? 0 : 1)
  return { passed: count('pass'), failed, skipped: count('skip') + count('todo'), security }
}
