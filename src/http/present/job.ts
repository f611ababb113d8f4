import type { z } from 'zod'
import type { job } from '../../contracts/long-jobs.js'
import type { Operation } from '../../db/operation.js'

/** A long job as it is shown. */
export function presentJob(stored: Operation): z.input<typeof job> {
  const { id, kind, status, progress, result, created_at, finished_at } = stored
  return {
    id,
    kind,
    status,
    progress: recordOf(progress),
    result: recordOf(result),
    created_at,
    finished_at,
  }
}

function recordOf(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null ? { ...value } : null
}
