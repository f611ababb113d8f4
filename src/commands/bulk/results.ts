import { readAnswers } from '../../db/command-key.js'
import type { Handle } from '../../db/handle.js'
import { findOperation, type Operation } from '../../db/operation.js'
import { type BulkInput, type BulkItem, type BulkResult, itemKey } from './items.js'

/** A finding of an operation, and what became of it: null before its turn, and where that is no longer kept. */
export interface BulkEntry extends BulkItem {
  number: number
  result: BulkResult | null
}

/** The operation with the entries that follow the one of this number, in the order in which they are done. */
export interface BulkPage {
  operation: Operation
  matched: number
  entries: readonly BulkEntry[]
}

/** What became of each finding, to whoever asked for it; null where the operation is another's, or of another kind. */
export async function bulkEntries(
  h: Handle,
  { id, person_id }: { id: string; person_id: string },
  { after, limit }: { after: number; limit: number },
): Promise<BulkPage | null> {
  const operation = await findOperation(h, id)
  if (operation?.kind !== 'bulk' || operation.requested_by !== person_id) return null
  const { items } = operation.input as BulkInput
  const shown = items.slice(after, after + limit)
  const keys = shown.map(([finding]) => itemKey(id, finding))
  const kept = await readAnswers(h, person_id, keys)
  return {
    operation,
    matched: items.length,
    entries: shown.map(([finding, revision], index) => ({
      ...{ number: after + index + 1, id: finding, revision },
      result: (kept.get(itemKey(id, finding)) as BulkResult | undefined) ?? null,
    })),
  }
}
