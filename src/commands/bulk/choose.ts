import { revisionsOf } from '../../db/finding.js'
import { type FindingFilter, findingsFound, planForValues } from '../../db/finding-list.js'
import { findOffice } from '../../db/office.js'
import type { Transaction } from '../../db/transaction.js'
import { MOST_IN_BULK } from '../../domain/bulk.js'
import { CommandError } from '../errors.js'
import type { BulkItem } from './items.js'

/** Findings that are sent a command together: named, or all that a filter finds; `expected` null asks how many those are. */
export type BulkChoice =
  | { by: 'ids'; items: readonly BulkItem[] }
  | { by: 'filter'; filter: Omit<FindingFilter, 'office_id' | 'now'>; expected: number | null }

/** What was chosen, in the order in which it is done; `matched` also counts what is beyond a thousand. */
export type Chosen =
  | { kind: 'chosen'; matched: number; items: readonly BulkItem[] }
  | { kind: 'differs'; matched: number }

/**
 * Chooses as the caller sees findings. What is named is done as it is named, be it there or not. By a filter each has the
 * revision it is found with: what changes before its turn is refused like anything that is stale.
 */
export async function chooseFindings(
  tx: Transaction,
  office_id: string,
  choice: BulkChoice,
): Promise<Chosen> {
  if (choice.by === 'ids') {
    return { kind: 'chosen', matched: choice.items.length, items: choice.items }
  }
  const { filter, expected } = choice
  const [office] = await Promise.all([findOffice(tx, office_id), planForValues(tx)])
  if (!office) throw new CommandError('NOT_FOUND')
  const whole = { ...filter, office_id, now: office.now }
  const { matched, found } = await findingsFound(tx, whole, MOST_IN_BULK)
  if (expected !== null && matched !== expected) return { kind: 'differs', matched }
  return { kind: 'chosen', matched, items: found }
}

/** Of what was named the findings the caller sees, as they are now: what a dry run shows. */
export async function nowOf(tx: Transaction, items: readonly BulkItem[]): Promise<BulkItem[]> {
  const now = await revisionsOf(
    tx,
    items.map(({ id }) => id),
  )
  return items.flatMap(({ id }) => {
    const revision = now.get(id)
    return revision === undefined ? [] : { id, revision }
  })
}
