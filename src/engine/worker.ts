import type { NativeConnection, WorkflowBundleOption } from '@temporalio/worker'
import { Worker } from '@temporalio/worker'
import { TASK_QUEUE } from '../../workflows/messages.js'
import type { Activities } from '../activities/index.js'
import { createWorkflowSlots } from './workflow-slots.js'

export interface WorkerOptions {
  connection: NativeConnection
  namespace: string
  activities: Activities
  bundle: WorkflowBundleOption
  /** Another queue for tests. */
  taskQueue?: string
  /** How long work under way may go on after a shutdown was asked for; milliseconds. */
  grace?: number
  /** Whether waking workflows has to wait for something more urgent. */
  heldBack?: () => boolean
}

/**
 * How long a workflow may compute in one go. The library breaks it off by ending the script, which Node does not survive
 * (its stack of async hooks is left corrupted), so that with the library's 5 s a machine that stood still for so long
 * would lose the worker. It names no such option among those it takes, but takes it.
 */
const UNCOMMON = { isolateExecutionTimeout: '120s' } as const

/**
 * A worker for all workflows and activities. With a sticky time-out of seconds the workflows of a killed worker
 * go on elsewhere at once; the cache holds what a city has open.
 */
export function createWorker({
  connection,
  namespace,
  activities,
  bundle,
  taskQueue = TASK_QUEUE,
  grace = 20_000,
  heldBack = () => false,
}: WorkerOptions): Promise<Worker> {
  return Worker.create({
    ...UNCOMMON,
    connection,
    namespace,
    taskQueue,
    activities: { ...activities },
    workflowBundle: bundle,
    stickyQueueScheduleToStartTimeout: 2_000,
    maxCachedWorkflows: 2_000,
    workflowThreadPoolSize: 1,
    tuner: {
      // One thread works on them: what waits in here, not with the server, uses up its time and is begun again for nothing.
      workflowTaskSlotSupplier: createWorkflowSlots({ most: 10, heldBack }),
      activityTaskSlotSupplier: { type: 'fixed-size', numSlots: 40 },
      localActivityTaskSlotSupplier: { type: 'fixed-size', numSlots: 1 },
      nexusTaskSlotSupplier: { type: 'fixed-size', numSlots: 1 },
    },
    shutdownGraceTime: grace,
    // A cancelled page of work hears of it with its next heartbeat.
    maxHeartbeatThrottleInterval: 1_000,
  })
}
