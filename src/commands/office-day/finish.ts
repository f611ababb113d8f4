import { lockGathering, planGather } from '../../db/gather.js'
import { lockOffice, planOpening, takeOfficeActs } from '../../db/office-clock.js'
import { anyWaits, cameLater } from '../../db/saying.js'
import { transaction } from '../../db/transaction.js'
import { wantSubjects } from '../../db/workflow-sync.js'
import { backToday, gatherAt } from '../../domain/clock/gather.js'
import { nextOpening } from '../../domain/hours.js'
import { WITHIN_MINUTES } from '../../domain/saying.js'
import type { Deps } from '../deps.js'
import { openingRow } from './opening.js'
import { type Saying, toSayOf } from './what-may-be-said.js'

class StillWaiting extends Error {}

/**
 * Takes the acts of the office's clock that called for this saying, and plans the next opening. Only when nothing
 * that was to be said waits any more: else they stay, false is answered, and whoever asks next begins again. So what a
 * killed worker had claimed is said by another, and nothing is forgotten with the workflow. What came in meanwhile
 * is gathered anew.
 */
export async function finishSaying(deps: Deps, saying: Saying): Promise<boolean> {
  const { office, rules, opening } = saying
  const toSay = toSayOf(saying)
  const missed = backToday(rules, office.now)
  const next = nextOpening(rules.calendar, rules.hours, office.now)
  const at = opening ? next : (missed ?? next)
  try {
    await transaction(deps.pool, async (tx) => {
      await lockOffice(tx, office.id)
      // Waits for commands that are planning a gather: their messages are there before the acts are taken.
      await lockGathering(tx, office.id)
      await takeOfficeActs(tx, office.id, office.now)
      if (await anyWaits(tx, toSay)) throw new StillWaiting()
      const later = await cameLater(tx, { ...toSay, kinds: WITHIN_MINUTES })
      // What is said at once may have relied on an act taken just now; all else has one of its own ahead.
      const gather = later && gatherAt(rules, office.now, later.urgent)
      if (gather === office.now) {
        await planGather(tx, { id: deps.newId(), office_id: office.id, at: gather })
      }
      await planOpening(tx, openingRow(deps, office, at))
      await wantSubjects(tx, [{ subject_id: office.id, office_id: office.id, kind: 'office' }])
    })
    return true
  } catch (error) {
    if (error instanceof StillWaiting) return false
    throw error
  }
}
