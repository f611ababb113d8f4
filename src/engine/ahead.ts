import {
  type SubjectKind,
  subjectOf,
  WAITING,
  type Waiting,
  WORKFLOWS,
} from '../../workflows/messages.js'
import type { Handle } from '../db/handle.js'
import { knownVersions } from '../db/workflow-repair.js'
import type { Temporal } from './connection.js'

/** A running workflow that was told of something the database does not know (any more). */
export interface Ahead {
  kind: SubjectKind
  subject_id: string
  /** What the workflow was told last, and what the database would tell; null where it knows no such subject. */
  version: number
  wanted: number | null
}

export interface AheadReport {
  running: number
  ahead: readonly Ahead[]
  /** Workflows that gave no answer in time: no worker runs, or none could be asked. */
  silent: number
}

const LANES = 20
const LIST_MS = 600_000
const KINDS = Object.keys(WORKFLOWS) as SubjectKind[]

/**
 * Asks every running finding's and office's workflow which version it was told, and compares with the database: one
 * that knows a newer version saw a commit that a restored database has lost. To be asked before versions leap ahead.
 * Needs a worker that answers; rejects when the server cannot be reached.
 */
export async function workflowsAhead(db: Handle, temporal: Temporal): Promise<AheadReport> {
  const ids = await runningIds(temporal)
  const known = await knownVersions(db, ids.map(subjectOf))
  const ahead: Ahead[] = []
  let silent = 0
  const queue = ids.flatMap((id) => {
    const kind = KINDS.find((one) => id.startsWith(`${one}:`))
    return kind === undefined || kind === 'operation' ? [] : [{ id, kind }]
  })
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { id, kind } = next
      const subject_id = subjectOf(id)
      const wanted = known.get(subject_id) ?? null
      const told = await versionOf(temporal, id)
      if (told === null) silent += 1
      else if (wanted === null || told > wanted) {
        ahead.push({ kind, subject_id, version: told, wanted })
      }
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return { running: ids.length, ahead, silent }
}

function runningIds(temporal: Temporal): Promise<string[]> {
  return temporal.call(async ({ workflow }) => {
    const ids: string[] = []
    for await (const { workflowId } of workflow.list({ query: "ExecutionStatus = 'Running'" })) {
      ids.push(workflowId)
    }
    return ids
  }, LIST_MS)
}

async function versionOf(temporal: Temporal, id: string): Promise<number | null> {
  try {
    const { version } = await temporal.call(({ workflow }) =>
      workflow.getHandle(id).query<Waiting>(WAITING),
    )
    return version
  } catch {
    return null
  }
}
