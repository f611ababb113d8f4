import type { EventData, NewEvent } from '../events.js'
import type { Finding } from '../finding.js'
import { looksBack } from '../lookback.js'
import { type Change, type Fold, newPlan } from './fold.js'

const lookbacks_planned: Fold<'lookbacks_planned'> = (_finding, { on }) => ({ lookbacks: on })

/** It is the office's turn to look; one that was opened before and never answered is overtaken. */
const lookback_opened: Fold<'lookback_opened'> = (finding, data, { effective_at }) => ({
  ...newPlan(finding),
  turn_since: effective_at,
  lookback: { number: data.number, opened_at: effective_at, from: data.from },
})

/** There is another finding to look at from now on. */
const followed: Fold<'followed'> = (_finding, { by }) => ({
  lookbacks: null,
  seen_again: false,
  followed_by: by,
})

/**
 * What the newest re-test of a closed finding says of it: a fail hands it to the office to decide; a pass answers the
 * look-back that waits, unless it was seen before its day.
 */
export function seenSince(
  finding: Finding,
  retest: EventData['retest_recorded'],
  { effective_at }: NewEvent,
): Change {
  const { result, observed_at } = retest
  if (result === 'inconclusive' || !looksBack(finding, retest)) return {}
  if (result === 'fail' && finding.seen_again) return {}
  if (result === 'fail') {
    return { ...newPlan(finding), turn_since: effective_at, seen_again: true, lookback: null }
  }
  const { lookback } = finding
  return {
    seen_again: false,
    lookback: lookback && observed_at < lookback.from ? lookback : null,
  }
}

/** What comes after a closing. */
export const looking_back = { lookbacks_planned, lookback_opened, followed }
