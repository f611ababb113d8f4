import { type Asset, insertAssets, listAssets, updateAssets } from '../../db/asset.js'
import { findOffice } from '../../db/office.js'
import { transaction } from '../../db/transaction.js'
import { listUnits } from '../../db/unit.js'
import type { Medium } from '../../domain/vocabulary.js'
import type { Deps } from '../deps.js'
import { CommandError } from '../errors.js'
import { type ImportProblem, type ImportReport, refusedImport } from './import-report.js'
import { unitFinder } from './unit-names.js'

/** One line of a list of what is inspected. */
export interface AssetRow {
  line: number
  unit: string
  operating_unit: string | null
  medium: Medium
  name: string
  platform: string | null
  url: string | null
}

/**
 * Enters or changes the assets of a list as a whole, in one transaction of the migration role. Assets are the same
 * when unit, medium, name and platform are. Throws CommandError NOT_FOUND for an unknown office.
 */
export function importAssets(
  { pool, newId }: Pick<Deps, 'pool' | 'newId'>,
  office_id: string,
  rows: readonly AssetRow[],
): Promise<ImportReport> {
  return transaction(pool, async (tx) => {
    const [office, units, known] = await Promise.all([
      findOffice(tx, office_id),
      listUnits(tx, office_id),
      listAssets(tx, office_id),
    ])
    if (!office) throw new CommandError('NOT_FOUND')
    const find = unitFinder(units)
    const before = new Map(known.map((asset) => [identityOf(asset), asset]))
    const seen = new Set<string>()
    const problems: ImportProblem[] = []
    const assets: Asset[] = []
    for (const { line, unit, operating_unit, ...said } of rows) {
      const owner = find(unit)
      const operator = operating_unit === null ? { id: null } : find(operating_unit)
      if ('fault' in owner) problems.push({ line, column: 'unit', fault: owner.fault })
      if ('fault' in operator) {
        problems.push({ line, column: 'operating_unit', fault: operator.fault })
      }
      if ('fault' in owner || 'fault' in operator) continue
      const place = { unit_id: owner.id, operating_unit_id: operator.id }
      const identity = identityOf({ ...said, ...place })
      if (seen.has(identity)) problems.push({ line, column: 'name', fault: 'TWICE' })
      seen.add(identity)
      const fresh = { id: newId(), office_id, status: 'open' as const }
      assets.push({ ...fresh, ...before.get(identity), ...said, ...place })
    }
    if (problems.length > 0) return refusedImport(problems)
    const added = assets.filter((asset) => !before.has(identityOf(asset)))
    const changed = assets.filter((asset) => {
      const old = before.get(identityOf(asset))
      return old !== undefined && !isSame(old, asset)
    })
    await tx.commitWith([insertAssets(tx, added), updateAssets(tx, changed)])
    const unchanged = assets.length - added.length - changed.length
    return { added: added.length, changed: changed.length, unchanged, problems: [] }
  })
}

function identityOf({
  unit_id,
  medium,
  name,
  platform,
}: Omit<Asset, 'id' | 'office_id' | 'url' | 'status'>) {
  return JSON.stringify([unit_id, medium, name, platform])
}

function isSame(a: Asset, b: Asset): boolean {
  return a.url === b.url && a.operating_unit_id === b.operating_unit_id
}
