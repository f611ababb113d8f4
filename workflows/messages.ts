import type { FindingView, OfficeView, OperationView } from '../src/domain/clock-view.js'

export type {
  ClockView,
  FindingView,
  MilestoneView,
  OfficeView,
  OperationKind,
  OperationView,
} from '../src/domain/clock-view.js'

/** The one queue on which workers take workflow and activity tasks. */
export const TASK_QUEUE = 'zhenggai'

/** Whom a workflow belongs to, as `workflow_sync` names it, and the workflow that lives for it. */
export const WORKFLOWS = {
  finding: 'findingLifecycle',
  office: 'officeDay',
  operation: 'operation',
} as const
export type SubjectKind = keyof typeof WORKFLOWS
export type AnyView = FindingView | OfficeView | OperationView

/** Signal with a newer view: the only news a workflow gets. */
export const ADVANCED = 'advanced'
/** Signal that asks for a fresh history; sent by operators and tests, never needed. */
export const RENEW = 'renew'
/** Query for what the workflow knows and waits for. */
export const WAITING = 'waiting'

/** The answer to `WAITING`: the adopted version, and the instant for which its timer is set, if any. */
export interface Waiting {
  version: number
  state: string
  settled: boolean
  next: { kind: string; step: number; wake_at: number } | null
}

/** The workflow of a finding. */
export function findingWorkflowId(officeId: string, findingId: string): string {
  return `finding:${officeId}:${findingId}`
}

/** The workflow of an office's day. */
export function officeWorkflowId(officeId: string): string {
  return `office:${officeId}`
}

/** The workflow of a long job. */
export function operationWorkflowId(operationId: string): string {
  return `operation:${operationId}`
}

/** The id of any subject's workflow. */
export function workflowId(kind: SubjectKind, officeId: string, subjectId: string): string {
  switch (kind) {
    case 'finding':
      return findingWorkflowId(officeId, subjectId)
    case 'office':
      return officeWorkflowId(officeId)
    case 'operation':
      return operationWorkflowId(subjectId)
  }
}

/** The finding, office or operation a workflow lives for, read back from its id. */
export function subjectOf(workflowId: string): string {
  return workflowId.slice(workflowId.lastIndexOf(':') + 1)
}
