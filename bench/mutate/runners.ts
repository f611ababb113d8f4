import { type ChildProcess, fork } from 'node:child_process'
import { on, once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Answer, Ask } from './messages.js'

const FILE = fileURLToPath(new URL('runner.ts', import.meta.url))

/** A runner's process, started again when a question was not answered in time; ended when somebody wants to stop. */
export class Runner {
  #child: ChildProcess | null = null

  constructor(stop: AbortSignal) {
    stop.addEventListener('abort', () => this.stop(), { once: true })
  }

  /** The answer, or null when none came within so many milliseconds or the process ended. */
  async ask(ask: Ask, withinMs: number): Promise<Answer | null> {
    const child = this.#started()
    const given = new AbortController()
    const { signal } = given
    // Held by its timer: a signal joined from others may be collected before it fires.
    const late = setTimeout(() => given.abort(), withinMs)
    try {
      child.send(ask)
      return await Promise.race([answerOf(child, signal), once(child, 'exit', { signal })]).then(
        (said) => ('answer' in said ? said : this.#lost()),
      )
    } catch {
      return this.#lost()
    } finally {
      clearTimeout(late)
      given.abort()
    }
  }

  stop(): void {
    this.#child?.kill('SIGKILL')
    this.#child = null
  }

  #lost(): null {
    this.stop()
    return null
  }

  #started(): ChildProcess {
    this.#child ??= fork(FILE, {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { ...process.env, TAP_TIMEOUT: '0' },
    })
    return this.#child
  }
}

/** The next answer; tap has messages of its own for whoever started the process. */
async function answerOf(child: ChildProcess, signal: AbortSignal): Promise<Answer> {
  for await (const [said] of on(child, 'message', { signal }))
    if (typeof said === 'object' && 'answer' in said) return said as Answer
  throw new Error('the runner has gone')
}
