import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import t from 'tap'
import { FIGURES } from '../../bench/speed/aims.js'
import { programOf } from '../../src/local/node-process.js'

// Everything there is to start, and the peers beside it: the usual two minutes for a file may not do.
t.setTimeout(900_000)

const run = promisify(execFile)
const program = programOf('bench/speed/run.ts')

/** Runs the bench with these arguments; an exit code other than 0 is told, not thrown. */
async function bench(...args: string[]) {
  try {
    const env = { ...process.env, NODE_OPTIONS: '' }
    const { stdout, stderr } = await run(process.execPath, [...program, ...args], { env })
    return { code: 0, stdout, stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, stdout, stderr }
  }
}

t.test('every row runs, and the line at the end has every figure', async (t) => {
  const { code, stdout, stderr } = await bench('--quick', '--json')
  t.equal(code, 0, stderr)
  const line = stdout.trimEnd().split('\n').at(-1) ?? ''
  const figures = JSON.parse(line) as Record<string, unknown>
  t.strictSame(Object.keys(figures), [...FIGURES])
  for (const [name, value] of Object.entries(figures)) {
    // In so short a run the guards may seem to cost nothing.
    const least = name === 'guards_cost' ? -1 : Number.MIN_VALUE
    t.ok(Number.isFinite(value) && Number(value) >= least, `${name} is a number: ${String(value)}`)
  }
  t.match(stdout, /fsync on/, 'the machine is named')
})

t.test('an argument it does not know is said in one sentence', async (t) => {
  const { code, stderr } = await bench('--fast')
  t.equal(code, 1)
  t.match(stderr, '✗ 用法：npm run bench')
})
