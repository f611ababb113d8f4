import { type Hit, lockHits, type OpenHitFilter, openHits } from '../../db/hit.js'
import type { Transaction } from '../../db/transaction.js'
import { MOST_CHOSEN, type OpenHitStatus } from '../../domain/hit.js'
import type { objectFinder } from '../../domain/hit-object.js'

const PAGE = 5_000

/** Of those that wait, all that are of a tool, a unit, an indicator. */
export interface HitQuery {
  status: OpenHitStatus
  tool?: string | undefined
  unit_id?: string | undefined
  indicator_id?: string | undefined
}

/** Hits somebody decides on together: named, or all that a query finds; `expected` null asks how many those are. */
export type HitChoice =
  | { by: 'ids'; ids: readonly string[] }
  | { by: 'query'; query: HitQuery; expected: number | null }

/** What was chosen: how many a query finds in all, and those that are decided on, locked, in the order of the choice. */
export type ChosenHits =
  | { kind: 'chosen'; matched: number; hits: readonly Hit[]; unknown: readonly string[] }
  | { kind: 'differs' }

type ObjectOf = ReturnType<typeof objectFinder>

/**
 * Locks the hits that are to be decided on. `differs` where a query finds others than whoever decides has seen: then
 * nothing may be decided. Without an expected count the first of them are shown, as many as may be decided on.
 */
export async function chooseHits(
  tx: Transaction,
  office_id: string,
  choice: HitChoice,
  objectOf: ObjectOf,
): Promise<ChosenHits> {
  if (choice.by === 'ids') {
    const hits = await inOrder(tx, choice.ids)
    const found = new Set(hits.map(({ id }) => id))
    const unknown = choice.ids.filter((id) => !found.has(id))
    return { kind: 'chosen', matched: hits.length, hits, unknown }
  }
  const { query, expected } = choice
  const { matched, ids } = await found(tx, office_id, query, objectOf)
  if (expected !== null && matched !== expected) return { kind: 'differs' }
  const hits = await inOrder(tx, ids)
  // Between the reading and the lock somebody may have decided, or the tool has looked again.
  const still = hits.filter(({ status }) => status === query.status)
  if (expected !== null && still.length !== expected) return { kind: 'differs' }
  return { kind: 'chosen', matched, hits: still, unknown: [] }
}

async function inOrder(tx: Transaction, ids: readonly string[]): Promise<Hit[]> {
  const locked = new Map((await lockHits(tx, ids)).map((hit) => [hit.id, hit]))
  return ids.flatMap((id) => locked.get(id) ?? [])
}

/** How many a query finds, and the first of them, the oldest before all: page by page, for there may be very many. */
async function found(
  tx: Transaction,
  office_id: string,
  { unit_id, ...rest }: HitQuery,
  objectOf: ObjectOf,
): Promise<{ matched: number; ids: string[] }> {
  const filter: OpenHitFilter = { office_id, ...rest }
  const ids: string[] = []
  let matched = 0
  for (let after: string | null = null; ; ) {
    const page = await openHits(tx, filter, { after, limit: PAGE })
    for (const hit of page) {
      if (unit_id !== undefined && objectOf(hit).unit_id !== unit_id) continue
      matched += 1
      if (ids.length < MOST_CHOSEN) ids.push(hit.id)
    }
    if (page.length < PAGE) return { matched, ids }
    after = page.at(-1)?.id ?? null
  }
}
