import { listEvents, type StoredEvent } from '../db/event.js'
import { findFinding } from '../db/finding.js'
import type { StoredFinding } from '../db/finding-row.js'
import type { Handle } from '../db/handle.js'
import { milestonesOf } from '../db/milestone.js'
import { findOffice } from '../db/office.js'
import { becomeSystem, setPrincipal } from '../db/principal.js'
import { surroundingsOf } from '../db/surroundings.js'
import { type Transaction, transaction } from '../db/transaction.js'
import { takeDue } from '../domain/clock/advance.js'
import type { Finding } from '../domain/finding.js'
import { type AllowedAction, allowedActions } from '../domain/machine/allowed-actions.js'
import { type Dues, recordedDues, sameDues } from '../domain/recorded-dues.js'
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

/** A finding with the dues that its whole record leads to, whoever may read how much of that. */
export interface DeadlineView extends FindingView {
  recorded: Dues
  /** False where the row does not say what its record does: then somebody has to look. */
  follows: boolean
}

/**
 * Reads a finding with what the caller may do now, as of one moment, without a lock and without writing. Throws CommandError NOT_FOUND
 * (absent or not the caller's to see).
 */
export function viewFinding(deps: Deps, principal: Principal, id: string): Promise<FindingView> {
  const view = async (tx: Transaction) => (await read(tx, deps, principal, id)).view
  return transaction(deps.pool, view, { snapshot: true })
}

/** Reads a finding, and its dues once more from its record, all as of one moment. Throws CommandError NOT_FOUND as `viewFinding`. */
export function viewDeadline(deps: Deps, principal: Principal, id: string): Promise<DeadlineView> {
  const view = async (tx: Transaction): Promise<DeadlineView> => {
    const { view, row, record } = await read(tx, deps, principal, id, listEvents)
    const recorded = recordedDues(row, record)
    return { ...view, recorded, follows: sameDues(recorded, row) }
  }
  return transaction(deps.pool, view, { snapshot: true })
}

/** The finding as it stands now, its row as it is stored, and where it is asked for its record. */
async function read(
  tx: Transaction,
  deps: Deps,
  principal: Principal,
  id: string,
  recordOf: (h: Handle, id: string) => Promise<StoredEvent[]> = async () => [],
): Promise<{ view: FindingView; row: Finding; record: readonly StoredEvent[] }> {
  const [, found, , office, rows, around, record] = await Promise.all([
    setPrincipal(tx, principal),
    findFinding(tx, id),
    becomeSystem(tx),
    findOffice(tx, principal.office_id),
    milestonesOf(tx, [id]),
    surroundingsOf(tx, [id]),
    recordOf(tx, id),
  ])
  if (!found || !office) throw new CommandError('NOT_FOUND')
  const loaded = { office, findings: [found], ...byFinding(rows, around) }
  const actor = actorOn(principal, found.finding)
  const acting = { actor, paper: null, known: new Set<string>() }
  const { situation } = takeDue(await situationOf(tx, deps.rules, loaded, found, acting))
  const stored = { ...found, finding: situation.finding }
  const view = { stored, situation, allowed: allowedActions(situation) }
  return { view, row: found.finding, record }
}
