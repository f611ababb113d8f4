import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { asyncLocalStorage, type Context } from '@temporalio/activity'
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker'
import { simpleParser } from 'mailparser'
import type { Test } from 'tap'
import { type Activities, type ActivityDeps, createActivities } from '../../src/activities/index.js'
import { planMissingOpenings } from '../../src/commands/office-day/opening.js'
import { type AdvanceTo, startAdvance } from '../../src/commands/rehearsal/advance.js'
import { findOperation, type Operation } from '../../src/db/operation.js'
import { openTemporal, type Temporal } from '../../src/engine/connection.js'
import { startSyncer } from '../../src/engine/syncer.js'
import { createWorker } from '../../src/engine/worker.js'
import type { Mailer } from '../../src/mail/mailer.js'
import { createMailer } from '../../src/mail/mailer.js'
import { newKey } from '../helpers/case.js'
import { fromRun } from '../helpers/environment.js'
import type { TestOffice } from '../helpers/office.js'

Runtime.install({ logger: new DefaultLogger('ERROR') })

export interface TestMail {
  to: string
  subject: string
  text: string
  date: string
}

export interface Alarm {
  message: string
  fields: object
}

/** An office with a worker and a syncer of its own on the real servers. */
export interface RunningOffice {
  temporal: Temporal
  taskQueue: string
  activities: Activities
  /** What the log was told. */
  alarms: Alarm[]
  wake: () => void
  mails(): Promise<TestMail[]>
  /** Moves the rehearsal's clock as its admin would, and waits until all stops were visited. */
  advance(target: AdvanceTo): Promise<Operation>
  stop(): Promise<void>
}

export interface RunWish {
  mailer?: Pick<Mailer, 'send'>
  /** The queue of a worker that went before. */
  taskQueue?: string
  /** How long one move of the rehearsal's clock may take; milliseconds. */
  patience?: number
}

/** What activities are given, mailing into a folder. */
export async function activityDeps(
  t: Test,
  office: TestOffice,
  more: Partial<ActivityDeps> = {},
): Promise<{ deps: ActivityDeps; alarms: Alarm[]; mails: () => Promise<TestMail[]> }> {
  const folder = await mkdtemp(join(tmpdir(), 'mails-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const alarms: Alarm[] = []
  const from = { name: '整改', address: 'office@example.com' }
  const mailer = createMailer({ smtp_url: null, folder, from })
  const alarm = (message: string, fields: object) => void alarms.push({ message, fields })
  const own = { mailer, mailsPerDay: 0, origin: null, wake: () => undefined, alarm }
  const deps = { ...office.worker, ...own, ...more }
  return { deps, alarms, mails: () => readMails(folder) }
}

/** Starts everything a real worker process runs, for one office. */
export async function runOffice(
  t: Test,
  office: TestOffice,
  { mailer, taskQueue = `test-${randomUUID()}`, patience = 60_000 }: RunWish = {},
): Promise<RunningOffice> {
  const address = { address: fromRun('TEST_TEMPORAL_ADDRESS'), namespace: 'default' }
  const temporal = openTemporal(address)
  const alarms: Alarm[] = []
  const alarm = (message: string, fields: object) => void alarms.push({ message, fields })
  const syncer = startSyncer({
    db: office.worker.pool,
    temporal,
    taskQueue,
    log: { info: alarm, error: alarm },
  })
  const { wake } = syncer
  const given = await activityDeps(t, office, { wake, alarm, ...(mailer ? { mailer } : {}) })
  const activities = createActivities(given.deps)
  const connection = await NativeConnection.connect(address)
  const worker = await createWorker({
    connection,
    namespace: 'default',
    activities,
    bundle: { codePath: fromRun('TEST_WORKFLOW_BUNDLE') },
    taskQueue,
    grace: 500,
  })
  const running = worker.run()
  let stopped = false
  const stop = async () => {
    if (stopped) return
    stopped = true
    await syncer.stop()
    worker.shutdown()
    await running
    await connection.close()
    await temporal.close()
  }
  // Before the pools of the office are closed: teardowns run in reverse.
  t.teardown(stop)
  await planMissingOpenings(office.worker)
  wake()
  return {
    temporal,
    taskQueue,
    activities,
    alarms,
    wake,
    mails: given.mails,
    stop,
    advance: (target) => advance(office, target, wake, patience),
  }
}

async function advance(
  office: TestOffice,
  target: AdvanceTo,
  wake: () => void,
  patience: number,
): Promise<Operation> {
  const principal = office.officer('admin')
  const { body } = await startAdvance(
    office.api,
    { principal, key: newKey(), target },
    (outcome) => ({
      status: 202,
      body: outcome,
      etag: null,
    }),
  )
  const outcome = body as { kind: string; operation: Operation; code?: string }
  if (outcome.kind !== 'started') throw new Error(`refused: ${outcome.code}`)
  wake()
  return until(async () => {
    const operation = await findOperation(office.worker.pool, outcome.operation.id)
    return operation?.status === 'running' ? null : operation
  }, patience)
}

/** Asks until there is an answer; throws when there is none in time. */
export async function until<T>(ask: () => Promise<T | null>, within = 10_000): Promise<T> {
  for (const end = Date.now() + within; Date.now() < end; await sleep(20)) {
    const found = await ask()
    if (found !== null) return found
  }
  throw new Error(`not within ${within} ms`)
}

async function readMails(folder: string): Promise<TestMail[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const mail = await simpleParser(await readFile(join(folder, name)))
      const to = Array.isArray(mail.to) ? '' : (mail.to?.value[0]?.address ?? '')
      const date = mail.date?.toISOString() ?? ''
      return { to, subject: mail.subject ?? '', text: mail.text ?? '', date }
    }),
  )
}

/** Runs something as a worker runs an activity, for tests that call activities themselves. */
export function inActivity<T>(work: () => Promise<T>): Promise<T> {
  const context = { heartbeat: () => undefined, cancellationSignal: new AbortController().signal }
  return asyncLocalStorage.run(context as unknown as Context, work)
}
