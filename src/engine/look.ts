import { WorkflowNotFoundError } from '@temporalio/client'
import { type SubjectKind, WAITING, type Waiting, workflowId } from '../../workflows/messages.js'
import type { Temporal } from './connection.js'

/** What the server says of a workflow, and what the workflow itself answers while it runs. */
export interface WorkflowLook {
  /** `RUNNING`, `COMPLETED` …; `NOT_FOUND` where the server knows none. */
  status: string
  waiting: Waiting | null
}

/** Looks at the newest run of a subject's workflow without touching it. */
export async function lookAtWorkflow(
  temporal: Temporal,
  kind: SubjectKind,
  officeId: string,
  subjectId: string,
): Promise<WorkflowLook> {
  try {
    return await temporal.call(async ({ workflow }) => {
      const handle = workflow.getHandle(workflowId(kind, officeId, subjectId))
      const { status } = await handle.describe()
      const waiting = status.name === 'RUNNING' ? await handle.query<Waiting>(WAITING) : null
      return { status: status.name, waiting }
    })
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { status: 'NOT_FOUND', waiting: null }
    throw error
  }
}
