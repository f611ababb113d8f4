import { lockOffice, planOpening, takeOfficeActs } from '../../db/office-clock.js'
import { anyWaits } from '../../db/saying.js'
import { transaction } from '../../db/transaction.js'
import { wantSubjects } from '../../db/workflow-sync.js'
import { backToday } from '../../domain/clock/gather.js'
import { nextOpening } from '../../domain/hours.js'
import type { Deps } from '../deps.js'
import { openingRow } from './opening.js'
import type { Saying } from './what-may-be-said.js'

class StillWaiting extends Error {}

/**
 * Takes the acts of the office's clock that called for this saying, and plans the next opening. Only when nothing
 * that may be said waits any more: else they stay, false is answered, and whoever asks next begins again. So what a
 * killed worker had claimed is said by another, and nothing is forgotten with the workflow.
 */
export async function finishSaying(deps: Deps, saying: Saying): Promise<boolean> {
  const { office, rules, kinds, opening } = saying
  const missed = backToday(rules, office.now)
  const next = nextOpening(rules.calendar, rules.hours, office.now)
  const at = opening ? next : (missed ?? next)
  try {
    await transaction(deps.pool, async (tx) => {
      await lockOffice(tx, office.id)
      // Locks the rows first: a command that plans to the same minute has put its messages down before.
      await takeOfficeActs(tx, office.id, office.now)
      if (await anyWaits(tx, office.id, kinds)) throw new StillWaiting()
      await planOpening(tx, openingRow(deps, office, at))
      await wantSubjects(tx, [{ subject_id: office.id, office_id: office.id, kind: 'office' }])
    })
    return true
  } catch (error) {
    if (error instanceof StillWaiting) return false
    throw error
  }
}
