import { insertAssets, lockAssets, updateAssets } from '../../db/asset.js'
import type { Handle } from '../../db/handle.js'
import { findOffice } from '../../db/office.js'
import { lockUnitTree } from '../../db/register-lock.js'
import { transaction } from '../../db/transaction.js'
import { listUnits } from '../../db/unit.js'
import type { Deps } from '../deps.js'
import { CommandError } from '../errors.js'
import { type Answer, type KeyUse, once } from '../once.js'
import type { Principal } from '../principal.js'
import { type ImportReport, refusedImport } from './import-report.js'
import { type AssetPlan, type AssetRow, planAssets } from './plan-assets.js'

/**
 * Enters or changes the assets of a list as a whole, in one transaction of the migration role. Done twice it changes nothing
 * the second time. Throws CommandError NOT_FOUND for an unknown office.
 */
export function importAssets(
  { pool, newId }: Pick<Deps, 'pool' | 'newId'>,
  office_id: string,
  rows: readonly AssetRow[],
): Promise<ImportReport> {
  return transaction(pool, async (tx) => {
    const plan = planAssets({ ...(await registerOf(tx, office_id)), office_id, newId }, rows)
    const { added, changed, problems } = plan
    if (problems.length > 0) return refusedImport(problems)
    await tx.commitWith(written(tx, plan))
    const unchanged = rows.length - added.length - changed.length
    return { added: added.length, changed: changed.length, unchanged, problems: [] }
  })
}

export interface AssetListRequest {
  principal: Principal
  key: KeyUse | null
  rows: readonly AssetRow[]
}

/**
 * The same for somebody of the office, who is told what became of each line. Throws CommandError NOT_FOUND, LOCKED,
 * KEY_REUSED, ALREADY_EXISTS (a name entered meanwhile).
 */
export function enterAssets(
  deps: Deps,
  { principal, key, rows }: AssetListRequest,
  present: (plan: AssetPlan) => Answer,
): Promise<Answer> {
  const { office_id } = principal
  return once(deps, principal, key, {
    load: (tx) => registerOf(tx, office_id),
    act(tx, register) {
      const plan = planAssets({ ...register, office_id, newId: deps.newId }, rows)
      const answer = present(plan)
      return { answer, writes: plan.problems.length > 0 ? [] : written(tx, plan) }
    },
  })
}

/** What a list is held against. Two lists go one after the other, or both would enter what neither finds. */
async function registerOf(h: Handle, office_id: string) {
  const [, office, units, assets] = await Promise.all([
    lockUnitTree(h, office_id),
    findOffice(h, office_id),
    listUnits(h, office_id),
    lockAssets(h, office_id),
  ])
  if (!office) throw new CommandError('NOT_FOUND')
  return { units, assets }
}

/** Names are given up before others take them. */
function written(h: Handle, { added, changed }: AssetPlan): Promise<unknown>[] {
  return [updateAssets(h, changed), insertAssets(h, added)]
}
