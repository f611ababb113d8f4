import { TypedSearchAttributes } from '@temporalio/common'
import {
  ADVANCED,
  type AnyView,
  type SubjectKind,
  TASK_QUEUE,
  WORKFLOWS,
  workflowId,
} from '../../workflows/messages.js'
import type { Temporal } from './connection.js'
import { searchAttributes } from './search-attributes.js'

/** One workflow and what it is to be told. */
export interface News {
  kind: SubjectKind
  office_id: string
  subject_id: string
  notice_id: string | null
  unit_id: string | null
  /** A code for operators: a finding's severity. */
  label: string | null
  view: AnyView
}

/**
 * Signals the subject's workflow with its view and starts it where none runs. A view told twice or late changes
 * nothing there. Rejects with what the server said; nothing is retried here.
 */
export async function tell(
  temporal: Temporal,
  { kind, office_id, subject_id, notice_id, unit_id, label, view }: News,
  taskQueue: string = TASK_QUEUE,
): Promise<void> {
  await temporal.call(({ workflow }) =>
    workflow.signalWithStart(WORKFLOWS[kind], {
      workflowId: workflowId(kind, office_id, subject_id),
      taskQueue,
      signal: ADVANCED,
      signalArgs: [view],
      args: [view],
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      workflowTaskTimeout: 10_000,
      typedSearchAttributes: new TypedSearchAttributes(
        searchAttributes({ office: office_id, notice: notice_id, unit: unit_id, kind: label }),
      ),
    }),
  )
}
