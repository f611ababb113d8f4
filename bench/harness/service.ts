import { setTimeout as sleep } from 'node:timers/promises'
import type { Child, Exit } from '../../src/local/children.js'
import type { Diary } from './diary.js'

/** How one of the processes is started; resolves when it answers. */
export type Launch = (more: Record<string, string>) => Promise<Child>

/** A process that may die and come back under the same name, at the same address. */
export interface Service {
  readonly name: string
  /** The process that runs now. Throws when none does. */
  now(): Child
  running(): boolean
  /** Starts it; `more` is added to its environment for this life only. Throws when it does not come up. */
  start(more?: Record<string, string>): Promise<Child>
  /** Kills it by its own pid, without a word; resolves when it is gone. */
  kill(): Promise<Exit>
  /** Asks it to stop and waits until it has; never forces it. */
  terminate(): Promise<Exit>
  /** Stops it in its tracks for a while. */
  freeze(ms: number): Promise<void>
}

/** A service whose lives and deaths are written into the diary. */
export function createService(name: string, diary: Diary, launch: Launch): Service {
  let child: Child | null = null

  const now = () => {
    if (!child?.running()) throw new Error(`${name} is not running`)
    return child
  }
  const send = (signal: NodeJS.Signals) => {
    const { pid } = now()
    diary.note({ name, what: signal, pid })
    process.kill(pid, signal)
  }
  const sendAndWait = (signal: NodeJS.Signals) => {
    const { exited } = now()
    send(signal)
    return exited
  }
  return {
    name,
    now,
    running: () => child?.running() ?? false,
    async start(more = {}) {
      const started = await launch(more)
      child = started
      const { pid } = started
      diary.note({ name, what: 'started', pid })
      void started.exited.then((exit) => diary.note({ name, what: 'ended', pid, ...exit }))
      return started
    },
    kill: () => sendAndWait('SIGKILL'),
    terminate: () => sendAndWait('SIGTERM'),
    async freeze(ms) {
      const { running } = now()
      send('SIGSTOP')
      await sleep(ms)
      if (running()) send('SIGCONT')
    },
  }
}
