import { findingPlaces } from '../../db/finding.js'
import type { Handle } from '../../db/handle.js'
import type { Hit } from '../../db/hit.js'
import { type HitOutcome, isOpenHit } from '../../domain/hit.js'
import type { ChosenHits } from './choose.js'

/** What became of one of the hits that were decided on together, and the line of a notice it is taken up in. */
export interface DecidedHit {
  hit_id: string
  outcome: HitOutcome
  notice_id: string | null
  finding_id: string | null
  number: number | null
}

const NOWHERE = { notice_id: null, finding_id: null, number: null }

/** Those of the chosen hits that cannot be decided on any more, each with why; all others are open. */
export async function decidedBefore(
  h: Handle,
  { hits, unknown }: Extract<ChosenHits, { kind: 'chosen' }>,
): Promise<{ open: readonly Hit[]; before: readonly DecidedHit[] }> {
  const open = hits.filter(({ status }) => isOpenHit(status))
  const closed = hits.filter(({ status }) => !isOpenHit(status))
  const taken = closed.flatMap(({ finding_id }) => finding_id ?? [])
  const places = taken.length === 0 ? [] : await findingPlaces(h, taken)
  const placeOf = new Map(places.map(({ id, ...place }) => [id, { finding_id: id, ...place }]))
  return {
    open,
    before: [
      ...closed.map(({ id, finding_id }): DecidedHit => {
        const place = finding_id === null ? undefined : placeOf.get(finding_id)
        const outcome = place ? 'taken_up_before' : 'dismissed_before'
        return { hit_id: id, outcome, ...(place ?? NOWHERE) }
      }),
      ...unknown.map((hit_id): DecidedHit => ({ hit_id, outcome: 'unknown', ...NOWHERE })),
    ],
  }
}
