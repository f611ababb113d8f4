import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { poll } from './ports.js'
import { commandLine } from './processes.js'

type Entry = { readonly pid: number; readonly command: string }

/** The processes of one parent, written down so that a later run can stop what was left behind. */
export type Ledger = {
  readonly began: (pid: number) => void
  readonly ended: (pid: number) => void
}

const GRACE_MS = 4_000

/** Keeps the ledger in a file; it is gone when no process is left. */
export function ledgerIn(file: string): Ledger {
  const entries = new Map<number, Entry>()
  const write = () => {
    mkdirSync(dirname(file), { recursive: true })
    if (entries.size === 0) rmSync(file, { force: true })
    else writeFileSync(file, JSON.stringify([...entries.values()]))
  }
  return {
    began(pid) {
      entries.set(pid, { pid, command: commandLine(pid) })
      write()
    },
    ended(pid) {
      entries.delete(pid)
      write()
    },
  }
}

/**
 * Stops what an earlier run wrote down and could not stop itself, because it and its keeper were
 * both killed. Ids are reused: only a process that still has the very command line is touched.
 */
export async function stopLeftovers(file: string): Promise<void> {
  const lost = read(file).filter(isThere)
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    for (const entry of lost.filter(isThere)) process.kill(entry.pid, signal)
    await poll(async () => (lost.some(isThere) ? undefined : true), GRACE_MS)
  }
  rmSync(file, { force: true })
}

function isThere({ pid, command }: Entry): boolean {
  return command !== '' && commandLine(pid) === command
}

function read(file: string): readonly Entry[] {
  try {
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Entry[]) : []
  } catch {
    return []
  }
}
