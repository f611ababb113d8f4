import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { dirname } from 'node:path'
import { startKeeper } from './keeper.js'
import { ledgerIn } from './ledger.js'
import { TroubleError } from './trouble.js'

/** How a process is started and how it is asked to stop. */
export type ChildSpec = {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly cwd?: string
  readonly env: NodeJS.ProcessEnv
  readonly uid?: number
  readonly gid?: number
  /** The file for everything it writes; what the last run wrote is overwritten. */
  readonly log: string
  readonly stopWith: NodeJS.Signals
  readonly stopSeconds: number
  /** A server others depend on: it is stopped only after all that are not. */
  readonly stopLast: boolean
  /** How far it lets others go first when all want the processor: 0, the usual, to 19. */
  readonly niceness?: number
}

export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null }

export type Child = {
  readonly name: string
  readonly pid: number
  readonly log: string
  /** Resolves when the process has ended, wanted or not. */
  readonly exited: Promise<Exit>
  readonly running: () => boolean
  /** Asks it to stop, kills it when it has not after its seconds; resolves when it is gone. */
  readonly stop: () => Promise<void>
}

export type Children = {
  readonly start: (spec: ChildSpec) => Child
  /** Stops all that still run, the servers last; nothing can be started after that. */
  readonly stopAll: () => Promise<void>
}

/**
 * The processes one parent owns. Each gets a session of its own, so that Ctrl-C reaches only the
 * parent, which stops them in order; should the parent be killed, the keeper stops them; should both
 * be, the next run finds them in the ledger.
 */
export function ownChildren(ledgerFile: string): Children {
  const keeper = startKeeper()
  const ledger = ledgerIn(ledgerFile)
  const alive: { child: Child; stopLast: boolean }[] = []
  let closed = false

  const start = (spec: ChildSpec): Child => {
    if (closed) throw new TroubleError('正在停止，不再启动新的进程。(stopping)')
    const child = startChild(spec)
    const entry = { child, stopLast: spec.stopLast }
    alive.push(entry)
    if (child.running()) {
      keeper.began(child.pid, spec.stopWith)
      ledger.began(child.pid)
    }
    void child.exited.then(() => {
      alive.splice(alive.indexOf(entry), 1)
      keeper.ended(child.pid)
      ledger.ended(child.pid)
    })
    return child
  }

  const stopAll = async () => {
    closed = true
    for (const last of [false, true]) {
      const wave = alive.filter((one) => one.stopLast === last)
      await Promise.all(wave.map(({ child }) => child.stop()))
    }
    keeper.dismiss()
  }

  return { start, stopAll }
}

/** At once, since threads take over what holds when they begin. Where it is not allowed nothing is lost but order. */
function stepBack(pid: number, niceness: number): void {
  if (niceness === 0) return
  try {
    setPriority(pid, niceness)
    // Linux may share the processor out among sessions first: a process of its own session then goes behind nobody
    // but itself, unless its session steps back too.
    writeFileSync(`/proc/${pid}/autogroup`, String(niceness), { flag: 'r+' })
  } catch {
    // It may have ended already, or sessions are not told apart here.
  }
}

function startChild(spec: ChildSpec): Child {
  const { name, command, args, env, cwd, uid, gid, stopWith, stopSeconds, log } = spec
  mkdirSync(dirname(log), { recursive: true })
  const file = openSync(log, 'w')
  const child = spawn(command, args, {
    env,
    ...(cwd === undefined ? {} : { cwd }),
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
    detached: true,
    stdio: ['ignore', file, file],
  })
  closeSync(file)
  const pid = child.pid ?? 0
  if (pid > 0) stepBack(pid, spec.niceness ?? 0)
  let running = pid > 0
  const exited = new Promise<Exit>((resolve) => {
    const end = (exit: Exit) => {
      running = false
      resolve(exit)
    }
    child.once('exit', (code, signal) => end({ code, signal }))
    child.once('error', () => end({ code: 127, signal: null }))
  })
  const stop = async () => {
    if (!running) return
    child.kill(stopWith)
    const force = setTimeout(() => child.kill('SIGKILL'), stopSeconds * 1000)
    await exited
    clearTimeout(force)
  }
  return { name, pid, log, exited, running: () => running, stop }
}
