import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { DefaultLogger, Runtime } from '@temporalio/worker'
import type { Test } from 'tap'
import { statement } from '../../src/db/handle.js'
import { openTemporal, type Temporal } from '../../src/engine/connection.js'
import type { Log } from '../../src/engine/log.js'
import { type Syncer, type SyncerOptions, startSyncer } from '../../src/engine/syncer.js'
import { type SubjectKind, workflowId } from '../../workflows/messages.js'
import { fromRun } from '../helpers/environment.js'
import type { TestOffice } from '../helpers/office.js'

Runtime.install({ logger: new DefaultLogger('ERROR') })

export const NAMESPACE = 'default'

/** A client of the real server, closed with the test. */
export function temporalOf(t: Test, address = fromRun('TEST_TEMPORAL_ADDRESS')): Temporal {
  const temporal = openTemporal({ address, namespace: NAMESPACE })
  t.teardown(() => temporal.close())
  return temporal
}

export interface TestLog extends Log {
  lines: string[]
}

export function testLog(): TestLog {
  const lines: string[] = []
  const write = (message: string) => void lines.push(message)
  return { lines, info: write, error: write }
}

/** A syncer of the office's database on a queue nobody works on; stopped with the test. */
export function syncerOf(
  t: Test,
  office: TestOffice,
  temporal: Temporal,
  more: Partial<SyncerOptions> = {},
): Syncer & { log: TestLog; stopped(): Promise<void> } {
  const log = testLog()
  const options = { db: office.worker.pool, temporal, log, taskQueue: queue(), poll: 50, ...more }
  const syncer = startSyncer(options)
  let ended: Promise<void> | null = null
  const stopped = () => (ended ??= syncer.stop())
  t.teardown(stopped)
  return { ...syncer, log, stopped }
}

/** A task queue nobody else has. */
export function queue(): string {
  return `test-${randomUUID()}`
}

export interface Row {
  subject_id: string
  kind: SubjectKind
  wanted: number
  told: number
}

const ROWS = statement<Row>(
  'select subject_id, kind, wanted, told from workflow_sync order by wanted',
)

/** What is wanted and told of everything. */
export function syncRows(office: TestOffice): Promise<Row[]> {
  return office.owner.run(ROWS())
}

/** Waits until nothing is wanted that is not told. */
export async function allTold(office: TestOffice, within = 15_000): Promise<Row[]> {
  for (const end = Date.now() + within; Date.now() < end; await sleep(20)) {
    const rows = await syncRows(office)
    if (rows.every(({ wanted, told }) => told >= wanted)) return rows
  }
  throw new Error('not all were told in time')
}

/** The views a workflow was signalled with, by version; empty for one the server does not know. */
export async function signalsOf(
  temporal: Temporal,
  kind: SubjectKind,
  officeId: string,
  subjectId: string,
): Promise<number[]> {
  const history = await temporal.call(({ workflow }) =>
    workflow.getHandle(workflowId(kind, officeId, subjectId)).fetchHistory(),
  )
  return (history.events ?? []).flatMap(({ workflowExecutionSignaledEventAttributes: signal }) => {
    const data = signal?.input?.payloads?.[0]?.data
    if (!data) return []
    const view = JSON.parse(Buffer.from(data).toString()) as { version: number }
    return [view.version]
  })
}

/** A way to the server that can be cut and mended. */
export interface Line {
  address: string
  cut(): Promise<void>
  mend(): Promise<void>
}

export async function lineTo(t: Test, target: string): Promise<Line> {
  const [host = '', port = ''] = target.split(':')
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(port), host)
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('close', () => open.delete(socket))
      socket.on('error', () => [near, far].forEach((one) => one.destroy()))
    }
    near.pipe(far)
    far.pipe(near)
  })
  const listen = (on: number) =>
    new Promise<void>((resolve) => server.listen(on, '127.0.0.1', () => resolve()))
  const cut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of open) socket.destroy()
    })
  await listen(0)
  const { port: own } = server.address() as AddressInfo
  t.teardown(() => (server.listening ? cut() : undefined))
  return { address: `127.0.0.1:${own}`, cut, mend: () => listen(own) }
}
