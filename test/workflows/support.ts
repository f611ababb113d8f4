import { randomUUID } from 'node:crypto'
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
import { ADVANCED, type AnyView, RENEW, WAITING, type Waiting } from '../../workflows/messages.js'
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

/** How often each type of event occurs in a run's history. */
export async function eventsOf(handle: WorkflowHandle): Promise<Map<string, number>> {
  const { events = [] } = await handle.fetchHistory()
  const counts = new Map<string, number>()
  for (const { eventType } of events ?? []) {
    const name = String(eventType)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}
