import type { WorkflowHandle } from '@temporalio/client'
import type { Stage } from '../workflows/support.js'

/** Lives through one shape of a workflow's life and leaves it with its history; the run may have ended. */
export type Scenario = (stage: Stage) => Promise<WorkflowHandle>
