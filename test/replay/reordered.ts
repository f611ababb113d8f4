import { proxyActivities, workflowInfo } from '@temporalio/workflow'
import type { Activities } from '../../src/activities/index.js'
import { findingLifecycle as lived } from '../../workflows/finding-lifecycle.js'
import {
  type FindingView,
  type OfficeView,
  type OperationView,
  subjectOf,
} from '../../workflows/messages.js'
import { officeDay as kept } from '../../workflows/office-day.js'
import { operation as worked } from '../../workflows/operation.js'

const activities = proxyActivities<Activities>({ startToCloseTimeout: 5_000 })

/** What somebody might write without `patched()`: it has its say before it waits. Open runs cannot go on with it. */
export async function findingLifecycle(first: FindingView): Promise<void> {
  await activities.sayWhatWaits(subjectOf(workflowInfo().workflowId))
  await lived(first)
}

/** The same for the day of an office: it says what waits before it opens. */
export async function officeDay(first: OfficeView): Promise<void> {
  await activities.sayWhatWaits(subjectOf(workflowInfo().workflowId))
  await kept(first)
}

/** And for a long job: it catches its office up before the first page. */
export async function operation(first: OperationView): Promise<void> {
  await activities.catchUpOffice(subjectOf(workflowInfo().workflowId))
  await worked(first)
}
