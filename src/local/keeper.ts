import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export type Keeper = {
  readonly began: (pid: number, stopWith: NodeJS.Signals) => void
  readonly ended: (pid: number) => void
  /** Sends the keeper away; it stops first whatever was begun and has not ended. */
  readonly dismiss: () => void
}

const PROGRAM = fileURLToPath(new URL('keeper-program.mjs', import.meta.url))

/**
 * Starts the process that outlives this one and stops its children (see keeper-program.mjs). It never keeps
 * this process alive.
 */
export function startKeeper(): Keeper {
  const keeper = spawn(process.execPath, [PROGRAM], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  keeper.unref()
  // A keeper that died early is no reason to stop: it only matters when this process dies as well.
  keeper.on('error', () => undefined)
  keeper.stdin.on('error', () => undefined)
  const tell = (line: string) => {
    if (keeper.stdin.writable) keeper.stdin.write(`${line}\n`)
  }
  return {
    began: (pid, stopWith) => tell(`+${pid} ${stopWith}`),
    ended: (pid) => tell(`-${pid}`),
    dismiss: () => keeper.stdin.end(),
  }
}
