import type { z } from 'zod'
import type { BulkResult } from '../../commands/bulk/items.js'
import type { BulkEntry } from '../../commands/bulk/results.js'
import type { bulkItem } from '../../contracts/findings/bulk.js'
import type { Problem } from '../../contracts/problem.js'
import { type Audience, problemOf } from '../frame/problem.js'
import { faultOf } from '../frame/refusals.js'

/** What became of one finding, in the words in which the command alone would have been answered. */
export function presentBulkItem(
  { number, id, revision, result }: BulkEntry,
  to: Audience,
): z.input<typeof bulkItem> {
  const done = result?.outcome === 'done'
  const known = result && 'revision' in result ? result.revision : revision
  return {
    ...{ number, finding_id: id, revision: known },
    outcome: result && (done ? 'done' : 'refused'),
    state: done ? result.state : null,
    problem: result && problemOfResult(result, to),
  }
}

function problemOfResult(result: BulkResult, to: Audience): Problem | null {
  switch (result.outcome) {
    case 'done':
      return null
    case 'rejected': {
      const { code, field: pointer } = result
      return problemOf(to, code, pointer === null ? [] : [{ in: 'body', pointer, code }])
    }
    case 'stale':
      return problemOf(to, 'STALE')
    case 'failed': {
      const { code, fields } = result
      const foreseen = code !== 'VALIDATION_FAILED' && code !== 'INTERNAL'
      return problemOf(to, code, foreseen ? fields.map((one) => faultOf(code, one)) : [])
    }
  }
}
