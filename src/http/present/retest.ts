import type { z } from 'zod'
import type { retest, retestObject, retestSight } from '../../contracts/retests.js'
import type { Retest, RetestObject, Sight } from '../../db/retest.js'
import { recipeFor } from '../../domain/checking/recipes.js'
import { OFFLINE_WORDS, placeOf } from './finding.js'

/** A task with what is to be looked at, and what was seen where it is done; without words where they are on paper only. */
export function presentRetest(task: Retest, object: RetestObject): z.input<typeof retest> {
  const { office_id: _, clock: __, result, observed_at, reported_at, seq, ...shown } = task
  const { seen, screenshot, ...known } = shown
  const done = result !== null && observed_at !== null && reported_at !== null && seq !== null
  const offline = object.handling === 'offline'
  const said = offline ? { seen: null, screenshot: null } : { seen, screenshot }
  return {
    ...known,
    ...(offline ? { asked_because: null, cancelled_because: null } : {}),
    object: presentObject(object),
    outcome: done ? { result, observed_at, reported_at, seq, ...said } : null,
  }
}

function presentObject({
  finding_id: _,
  handling,
  notice_number,
  number,
  medium,
  place,
  recipes,
  ...named
}: RetestObject): z.input<typeof retestObject> {
  const shown = { notice_number, number, medium }
  if (handling !== 'offline') {
    const proves = [...recipeFor({ recipes }, named.indicator_id).proofs]
    return { ...shown, ...named, place: placeOf(place), proves }
  }
  const nothing = { indicator_id: null, place: null, asset: null, platform: null, url: null }
  return { ...shown, ...nothing, problem: OFFLINE_WORDS, proves: [] }
}

/** What was seen, of the finding the caller asked about; null where nothing was. */
export function presentSight(sight: Sight | null): z.input<typeof retestSight> | null {
  if (!sight) return null
  const { result, observed_at, seen, screenshot, round } = sight
  return { result, observed_at, seen, screenshot, round }
}
