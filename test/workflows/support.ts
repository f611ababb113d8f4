import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Connection, WorkflowClient, type WorkflowHandle } from '@temporalio/client'
import { DefaultLogger, NativeConnection, Runtime, type Worker } from '@temporalio/worker'
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

const NAMES = [
  'catchUp',
  'catchUpOffice',
  'sayWhatWaits',
  'sendMails',
  'advancePage',
  'sendPage',
  'recalculatePage',
  'importPage',
  'bulkPage',
] as const satisfies readonly (keyof Activities)[]

export interface Stage {
  client: WorkflowClient
  worker: Worker
  taskQueue: string
  /** Starts a workflow for a new subject, with activities of its own; those not given fail. */
  start(
    type: string,
    view: AnyView,
    activities?: Partial<Activities>,
    options?: { skipping?: boolean },
  ): Promise<WorkflowHandle>
}

/** A queue of this test file's own on the real server, with a worker for it. */
export async function stage(t: Pick<Test, 'teardown'>): Promise<Stage> {
  const address = fromRun('TEST_TEMPORAL_ADDRESS')
  const connection = await Connection.connect({ address })
  const native = await NativeConnection.connect({ address })
  const client = new WorkflowClient({ connection })
  const skipping = new SkippingClient({ connection })
  const taskQueue = `test-${randomUUID()}`
  const given = new Map<string, Partial<Activities>>()
  const handles: WorkflowHandle[] = []
  const worker = await createWorker({
    connection: native,
    namespace: 'default',
    activities: dispatching(given),
    bundle: { codePath: fromRun('TEST_WORKFLOW_BUNDLE') },
    taskQueue,
    grace: 1_000,
  })
  const running = worker.run()
  t.teardown(async () => {
    await Promise.allSettled(handles.map((handle) => handle.terminate('the test is over')))
    worker.shutdown()
    await running
    await native.close()
    await connection.close()
  })
  return {
    client,
    worker,
    taskQueue,
    async start(type, view, activities = {}, { skipping: skips = false } = {}) {
      const subject = randomUUID()
      given.set(subject, activities)
      const handle = await (skips ? skipping : client).start(type, {
        workflowId: `test:${subject}`,
        taskQueue,
        args: [view],
        workflowTaskTimeout: 5_000,
      })
      handles.push(handle)
      return handle
    },
  }
}

/** Every activity is asked of the workflow's own. */
function dispatching(given: ReadonlyMap<string, Partial<Activities>>): Activities {
  const entries = NAMES.map((name) => [
    name,
    async (subject: string): Promise<unknown> => {
      const own = given.get(subject)?.[name]
      if (!own) throw new Error(`the test gave ${subject} no activity ${name}`)
      return own(subject)
    },
  ])
  return Object.fromEntries(entries) as Activities
}

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
