import { countLate, type LateWork, workingOffices } from '../db/late-work.js'
import { findOffice } from '../db/office.js'
import { setPrincipal } from '../db/principal.js'
import { transaction } from '../db/transaction.js'
import { halfDayBefore, lastOpening } from '../domain/hours.js'
import { plusMs } from '../domain/instant.js'
import { WITHIN_MINUTES } from '../domain/saying.js'
import type { Deps } from './deps.js'
import { rulesKey } from './rules.js'

/** How late a milestone may be taken before somebody should hear of it. */
const PATIENCE_MS = 5 * 60_000

/**
 * What the clocks of all real offices should have done and have not: milestones more than five minutes late, and
 * messages and mails unsent half a working day after they should have gone: what waits for an opening is not late before
 * it. Read from the rows, so it does not depend on any worker being alive. Throws DatabaseError.
 */
export async function lateWork(deps: Pick<Deps, 'pool' | 'rules'>): Promise<LateWork> {
  const all = { milestones: 0, messages: 0 }
  for (const id of await workingOffices(deps.pool)) {
    const { milestones, messages } = await lateIn(deps, id)
    all.milestones += milestones
    all.messages += messages
  }
  return all
}

function lateIn(deps: Pick<Deps, 'pool' | 'rules'>, officeId: string): Promise<LateWork> {
  return transaction(deps.pool, async (tx) => {
    const clock = { office_id: officeId, scope: 'system', units: [], person_id: null } as const
    const [, office] = await Promise.all([setPrincipal(tx, clock), findOffice(tx, officeId)])
    if (!office) return { milestones: 0, messages: 0 }
    const { calendar, hours } = await deps.rules.of(tx, rulesKey(office))
    const halfDay = halfDayBefore(calendar, hours, office.now)
    return countLate(tx, officeId, {
      wokenBefore: plusMs(office.now, -PATIENCE_MS),
      soon: { kinds: WITHIN_MINUTES, before: halfDay },
      openedBefore: lastOpening(calendar, hours, halfDay),
    })
  })
}
