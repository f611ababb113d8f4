import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Test } from 'tap'

/** `npm start` as its reader runs it, up and waiting to be stopped. */
export interface Started {
  said: string
  seconds: number
  /** Its processes by their command lines, as it wrote them down itself. */
  children: readonly { pid: number; command: string }[]
  /** Resolves with the exit code and all it said as errors. */
  ended: Promise<{ code: number | null; errors: string }>
  process: ChildProcess
}

/** A cold start installs the Temporal program first. */
const START_MS = 180_000
const READY = '按 Ctrl-C 停止'

/** Starts everything in a data folder and resolves when it says that it is ready. */
export async function startIn(
  t: Test,
  folder: string,
  port: number,
  more: NodeJS.ProcessEnv = {},
): Promise<Started> {
  const installed = resolve('.data/cache/temporal/bin/temporal')
  const cli = existsSync(installed) ? { TEMPORAL_CLI: installed } : {}
  const began = performance.now()
  const process = spawn(globalThis.process.execPath, ['src/bootstrap.mjs', 'start'], {
    env: { ...readersEnvironment(), DATA_DIR: folder, PORT: String(port), ...cli, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  t.teardown(() => process.kill('SIGKILL'))
  let errors = ''
  process.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk
  })
  const ended = new Promise<{ code: number | null; errors: string }>((done) =>
    process.once('close', (code) => done({ code, errors })),
  )
  const said = await until(process.stdout, READY)
  const seconds = (performance.now() - began) / 1_000
  return { said, seconds, children: childrenOf(folder), ended, process }
}

/** The reader's environment, not that of the test run. */
function readersEnvironment(): NodeJS.ProcessEnv {
  const given = Object.entries(globalThis.process.env)
  const ours = /^(TAP|TEST_|NODE_OPTIONS|DATABASE_URL|TEMPORAL_|_TAPJS)/
  return Object.fromEntries(given.filter(([name]) => !ours.test(name)))
}

function until(stream: NodeJS.ReadableStream, wanted: string): Promise<string> {
  return new Promise((done, fail) => {
    let text = ''
    const timer = setTimeout(() => fail(new Error(`never said ${wanted}:\n${text}`)), START_MS)
    stream.setEncoding('utf8')
    stream.on('data', (chunk: string) => {
      text += chunk
      if (!text.includes(wanted)) return
      clearTimeout(timer)
      done(text)
    })
  })
}

function childrenOf(folder: string): Started['children'] {
  return JSON.parse(readFileSync(join(folder, 'children.json'), 'utf8')) as Started['children']
}
