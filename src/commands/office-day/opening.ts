import { findOffice, type Office } from '../../db/office.js'
import {
  lockOffice,
  type Opening,
  officesWithoutOpening,
  planOpening,
} from '../../db/office-clock.js'
import { transaction } from '../../db/transaction.js'
import { wantSubjects } from '../../db/workflow-sync.js'
import { nextOpening } from '../../domain/hours.js'
import { type Instant, toEpoch } from '../../domain/instant.js'
import { localDateOf } from '../../domain/zone.js'
import type { Deps } from '../deps.js'
import { rulesKey } from '../rules.js'

/** The row of an opening; its step is its minute, since hours may change within a day. */
export function openingRow(
  deps: Pick<Deps, 'newId'>,
  office: Pick<Office, 'id' | 'zone'>,
  at: Instant,
): Opening {
  const date = localDateOf(office.zone, at)
  const step = Math.floor(toEpoch(at) / 60_000)
  return { id: deps.newId(), office_id: office.id, at, date, step }
}

/**
 * Sees to it that every office has exactly one opening ahead of it and a workflow to keep it: for new offices, and
 * for any whose clock was lost. Returns how many lacked one.
 */
export async function planMissingOpenings(deps: Deps): Promise<number> {
  const without = await officesWithoutOpening(deps.pool)
  for (const id of without) await planNextOpening(deps, id)
  return without.length
}

async function planNextOpening(deps: Deps, officeId: string): Promise<void> {
  const office = await findOffice(deps.pool, officeId)
  if (!office) return
  const { calendar, hours } = await deps.rules.of(deps.pool, rulesKey(office))
  await transaction(deps.pool, async (tx) => {
    await lockOffice(tx, officeId)
    await planOpening(tx, openingRow(deps, office, nextOpening(calendar, hours, office.now)))
    await wantSubjects(tx, [{ subject_id: officeId, office_id: officeId, kind: 'office' }])
  })
}
