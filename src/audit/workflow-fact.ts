/** What Temporal says of one workflow. */
export interface WorkflowFact {
  /** `RUNNING`, `COMPLETED` …, as the server names it; `NOT_FOUND` where it knows none. */
  status: string
  /** What a running workflow answers when asked; null where none runs. */
  waiting: WaitingFact | null
}

export interface WaitingFact {
  version: number
  state: string
  next: { kind: string; step: number; wake_at: number } | null
}

/** Asks Temporal about a workflow by its subject. */
export type LookAtWorkflow = (
  kind: 'finding' | 'office',
  subjectId: string,
) => Promise<WorkflowFact>
