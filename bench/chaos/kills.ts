import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { poll } from '../../src/local/ports.js'
import { withClient } from '../../src/local/postgres-client.js'
import { armed, type Failpoint, type StormFailpoint } from '../harness/failpoints.js'
import type { Service } from '../harness/service.js'
import type { Stand } from '../harness/stand.js'

/** What was done to the processes, counted by kind; a failpoint counts only where the process died at it. */
export const KINDS = [
  'api',
  'worker',
  'postgres',
  'postgres-backend',
  'temporal',
  'before-begin',
  'after-commit-before-reply',
  'in-catch-up',
  'after-signal-before-told',
  'mail-accepted-before-marked',
  'freeze',
  'terminate',
] as const
export type Kind = (typeof KINDS)[number]

/** Counts what happened. */
export type Count = (kind: Kind) => void

const FAILPOINT_MS = 150_000
/**
 * Mails go out in a few pages now and then, and one timer takes what is due on fifty findings: to either worker, so that
 * a second one may be long in coming.
 */
const SELDOM: ReadonlySet<StormFailpoint> = new Set(['mail-accepted-before-marked', 'in-catch-up'])
const RESTART_MS = 120_000

/** Kills a process at once and starts it again. */
export async function killAndRestart(
  service: Service,
  kind: Kind,
  record: Count,
  more: Record<string, string> = {},
): Promise<void> {
  if (service.running()) {
    await service.kill()
    record(kind)
  }
  await startAgain(service, more)
}

/** Starts a service, several times where what its predecessor left behind still holds its place. */
export async function startAgain(service: Service, more: Record<string, string> = {}) {
  let failure: unknown = null
  const started = await poll(
    () =>
      service.start(more).catch((error: unknown) => {
        failure = error
        return undefined
      }),
    RESTART_MS,
    300,
  )
  if (!started) throw failure
}

/**
 * Starts a service so that it dies at a moment of its own work, and waits for that; a service that runs is killed
 * first, one that never comes to the moment at the end, or as soon as `enough` resolves. Nothing runs under the name
 * afterwards.
 */
export async function dieAt(
  service: Service,
  failpoint: StormFailpoint,
  kind: 'api' | 'worker',
  count: Count,
  enough: Promise<null> = new Promise(() => undefined),
): Promise<void> {
  const nth = SELDOM.has(failpoint) ? 1 : 1 + Math.floor(Math.random() * 3)
  await killAndRestart(service, kind, count, armed(failpoint, nth))
  const { exited, log } = service.now()
  const exit = await Promise.race([exited, sleep(FAILPOINT_MS, null, { ref: false }), enough])
  if (exit?.signal === 'SIGKILL' && hasSaid(log, failpoint)) count(failpoint)
  if (!service.running()) return
  await service.kill()
  count(kind)
}

/** Whether the log of a process ends with the failpoint at which it died. */
export function hasSaid(log: string, failpoint: Failpoint): boolean {
  return readFileSync(log, 'utf8').includes(`{"failpoint":"${failpoint}"`)
}

/** Kills one backend that serves one of our processes; Postgres then recovers by itself. */
export async function killBackend(stand: Stand, record: Count): Promise<void> {
  await withClient({ connectionString: stand.superuser('postgres') }, async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity where application_name like 'zhenggai-%'
       order by state = 'active' desc, random()`,
    )
    const killed = rows.find(({ pid }) => kills(pid))
    if (!killed) return
    stand.diary.note({ name: 'postgres-backend', what: 'SIGKILL', pid: killed.pid })
    record('postgres-backend')
  })
}

/** Kills a process; false where it has ended by itself since it was seen. */
function kills(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
    throw error
  }
}

/** Asks a process to stop, under load, and starts another in its place. Throws when it did not end well. */
export async function terminateAndRestart(service: Service, record: Count): Promise<void> {
  const { code, signal } = await service.terminate()
  if (code !== 0) throw new Error(`${service.name} ended with ${code ?? signal} when told to stop`)
  record('terminate')
  await startAgain(service)
}

/** Starts whatever does not run, the servers first. */
export async function bringUp({ postgres, temporal, apis, workers }: Stand): Promise<void> {
  for (const service of [postgres, temporal, ...apis, ...workers]) {
    if (!service.running()) await startAgain(service)
  }
}

/** The processes that came up and ended neither by a kill nor in order. */
export function diedByThemselves({ diary }: Pick<Stand, 'diary'>): string[] {
  return diary.entries
    .filter(({ what, signal, code }) => what === 'ended' && signal !== 'SIGKILL' && code !== 0)
    .map(({ name, signal, code }) => `${name} ended by itself with ${signal ?? code}`)
}
