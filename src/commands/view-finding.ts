import { findFinding } from '../db/finding.js'
import type { StoredFinding } from '../db/finding-row.js'
import { milestonesOf } from '../db/milestone.js'
import { findOffice } from '../db/office.js'
import { becomeSystem, setPrincipal } from '../db/principal.js'
import { surroundingsOf } from '../db/surroundings.js'
import { type Transaction, transaction } from '../db/transaction.js'
import { takeDue } from '../domain/clock/advance.js'
import { type AllowedAction, allowedActions } from '../domain/machine/allowed-actions.js'
import type { Situation } from '../domain/situation.js'
import type { Deps } from './deps.js'
import { CommandError } from './errors.js'
import { byFinding, situationOf } from './load-situation.js'
import { actorOn, type Principal } from './principal.js'

/** A finding as it stands now: what is due counts as taken, whether or not a worker has recorded it. */
export interface FindingView {
  stored: StoredFinding
  situation: Situation
  allowed: readonly AllowedAction[]
}

/**
 * Reads a finding with what the caller may do now, as of one moment, without a lock and without writing. Throws CommandError NOT_FOUND
 * (absent or not the caller's to see).
 */
export function viewFinding(deps: Deps, principal: Principal, id: string): Promise<FindingView> {
  const view = async (tx: Transaction): Promise<FindingView> => {
    const [, found, , office, rows, around] = await Promise.all([
      setPrincipal(tx, principal),
      findFinding(tx, id),
      becomeSystem(tx),
      findOffice(tx, principal.office_id),
      milestonesOf(tx, [id]),
      surroundingsOf(tx, [id]),
    ])
    if (!found || !office) throw new CommandError('NOT_FOUND')
    const loaded = { office, findings: [found], ...byFinding(rows, around) }
    const actor = actorOn(principal, found.finding)
    const acting = { actor, paper: null, known: new Set<string>() }
    const { situation } = takeDue(await situationOf(tx, deps.rules, loaded, found, acting))
    const stored = { ...found, finding: situation.finding }
    return { stored, situation, allowed: allowedActions(situation) }
  }
  return transaction(deps.pool, view, { snapshot: true })
}
