import { proxyActivities, workflowInfo } from '@temporalio/workflow'
import type { Activities } from '../../src/activities/index.js'
import { findingLifecycle as lived } from '../../workflows/finding-lifecycle.js'
import { type FindingView, subjectOf } from '../../workflows/messages.js'

const { catchUp } = proxyActivities<Pick<Activities, 'catchUp'>>({ startToCloseTimeout: 5_000 })

/** What somebody might write without `patched()`: it catches up before it waits. Open runs cannot go on with it. */
export async function findingLifecycle(first: FindingView): Promise<void> {
  await catchUp(subjectOf(workflowInfo().workflowId))
  await lived(first)
}
