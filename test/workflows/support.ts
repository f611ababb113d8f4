import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  Connection,
  WorkflowClient,
  type WorkflowHandle,
  type WorkflowStartOptions,
} from '@temporalio/client'
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker'
import type { Test } from 'tap'
import type { Activities } from '../../src/activities/index.js'
import { createWorker } from '../../src/engine/worker.js'
import {
  ADVANCED,
  type AnyView,
  type FindingView,
  RENEW,
  WAITING,
  type Waiting,
} from '../../workflows/messages.js'
import { fromRun } from '../helpers/environment.js'

Runtime.install({ logger: new DefaultLogger('ERROR') })

/** Lets the server skip the time in which a workflow only waits. */
class SkippingClient extends WorkflowClient {
  protected override async createStartWorkflowRequest(
    ...input: Parameters<WorkflowClient['createStartWorkflowRequest']>
  ): ReturnType<WorkflowClient['createStartWorkflowRequest']> {
    const request = await super.createStartWorkflowRequest(...input)
    return { ...request, timeSkippingConfig: { enabled: true } }
  }
}

const missing = (name: string) => async (): Promise<never> => {
  throw new Error(`the test gave no activity ${name}`)
}

export interface Stage {
  client: WorkflowClient
  skipping: WorkflowClient
  taskQueue: string
  /** Starts a worker for the stage's queue; it ends with the test or when told to. */
  worker(activities: Partial<Activities>): Promise<{ stop(): Promise<void> }>
  /** Starts a workflow for a new subject. */
  start(type: string, view: AnyView, options?: StartOptions): Promise<WorkflowHandle>
}
type StartOptions = Partial<WorkflowStartOptions> & { skipping?: boolean }

/** A queue of this test's own on the real server, with clients for it. */
export async function stage(t: Test): Promise<Stage> {
  const address = fromRun('TEST_TEMPORAL_ADDRESS')
  const connection = await Connection.connect({ address })
  const native = await NativeConnection.connect({ address })
  const client = new WorkflowClient({ connection })
  const skipping = new SkippingClient({ connection })
  const taskQueue = `test-${randomUUID()}`
  const ends: (() => Promise<void>)[] = []
  t.teardown(async () => {
    for (const end of ends.toReversed()) await end()
    await native.close()
    await connection.close()
  })
  return {
    client,
    skipping,
    taskQueue,
    async worker(given) {
      const names = [
        'catchUp',
        'catchUpOffice',
        'sayWhatWaits',
        'sendMails',
        'advancePage',
        'sendPage',
      ]
      const all = Object.fromEntries(names.map((name) => [name, missing(name)]))
      const worker = await createWorker({
        connection: native,
        namespace: 'default',
        activities: { ...(all as unknown as Activities), ...given },
        bundle: { codePath: fromRun('TEST_WORKFLOW_BUNDLE') },
        taskQueue,
        grace: 1_000,
      })
      const running = worker.run()
      const stop = async () => {
        if (worker.getState() === 'RUNNING') worker.shutdown()
        await running
      }
      ends.push(stop)
      return { stop }
    },
    async start(type, view, { skipping: skips = false, ...options } = {}) {
      const handle = await (skips ? skipping : client).start(type, {
        workflowId: `test:${randomUUID()}`,
        taskQueue,
        args: [view],
        workflowTaskTimeout: 5_000,
        ...options,
      })
      ends.push(() => handle.terminate('the test is over').then(nothing, nothing))
      return handle
    },
  }
}

function nothing(): void {}

/** Tells a workflow a view. */
export async function told(handle: WorkflowHandle, view: AnyView): Promise<void> {
  await handle.signal(ADVANCED, view)
}

/** Asks a workflow for a fresh history. */
export async function renewed(handle: WorkflowHandle): Promise<void> {
  await handle.signal(RENEW)
}

/** What a workflow knows and waits for. */
export function waiting(handle: WorkflowHandle): Promise<Waiting> {
  return handle.query<Waiting>(WAITING)
}

/** How many timers a run has started, cancelled and seen fire. */
export async function timersOf(handle: WorkflowHandle) {
  const { events } = await handle.fetchHistory()
  const count = (
    field:
      | 'timerStartedEventAttributes'
      | 'timerCanceledEventAttributes'
      | 'timerFiredEventAttributes',
  ) => (events ?? []).filter((event) => event[field]).length
  return {
    started: count('timerStartedEventAttributes'),
    cancelled: count('timerCanceledEventAttributes'),
    fired: count('timerFiredEventAttributes'),
  }
}

const MINUTE = 60_000

/** A finding's view with milestones so many milliseconds from now, for tests of the timer alone. */
export function findingView(
  version: number,
  ahead: readonly number[],
  more: Partial<FindingView> = {},
  from = Date.now(),
): FindingView {
  const milestones = ahead.map((ms, step) => ({
    kind: 'remind' as const,
    step,
    at: from + ms - MINUTE,
    wake_at: from + ms,
  }))
  const clock = { schema: 1, version, settled: false, milestones, standing_clock: null } as const
  return { ...clock, state: 'rectifying', ...more }
}

/** A view of a rehearsal standing at an instant, with milestones at others. */
export function standingView(
  version: number,
  standing_clock: number,
  at: readonly number[],
): FindingView {
  const milestones = at.map((instant, step) => ({
    kind: 'remind' as const,
    step,
    at: instant,
    wake_at: instant + 60 * MINUTE,
  }))
  return { ...findingView(version, []), standing_clock, milestones }
}

/** Waits until something holds; throws when it does not within ten seconds. */
export async function until(holds: () => Promise<boolean | undefined>): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(20)) {
    if (await holds()) return
  }
  throw new Error('not within ten seconds')
}
