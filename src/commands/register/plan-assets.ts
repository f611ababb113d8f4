import type { Asset } from '../../db/asset.js'
import type { Unit } from '../../db/unit.js'
import { MOST_ALIASES } from '../../domain/matching/plain-name.js'
import type { Medium } from '../../domain/vocabulary.js'
import type { ImportFault, ImportProblem } from './import-report.js'
import { type Identity, knownAssets } from './known-assets.js'
import { withFormerName } from './renamed.js'
import { twinLines } from './twin-lines.js'
import { unitFinder } from './unit-names.js'

/**
 * One line of a list of what is inspected; of what the list has no column it says nothing, an empty cell is null. Aliases are
 * added to those that are known.
 */
export interface AssetRow {
  line: number
  /** Which asset it is, in a list that came out of the register. */
  id?: string
  unit: string
  medium: Medium
  name: string
  aliases?: string[]
  platform?: string | null
  url?: string | null
  operating_unit?: string | null
  status?: Asset['status']
}

/** What became of a line that was taken. */
export interface AssetLine {
  line: number
  asset_id: string
  result: 'added' | 'changed' | 'unchanged'
}

export type AssetFault = Extract<
  ImportFault,
  | 'UNKNOWN'
  | 'AMBIGUOUS'
  | 'TWICE'
  | 'TAKEN'
  | 'NO_SUCH_ASSET'
  | 'SEVERAL_ASSETS'
  | 'OTHER_UNITS_ASSET'
  | 'TOO_MANY_NAMES'
>

/** What a list makes of the assets; with any problem none of it is to be written. */
export interface AssetPlan {
  added: Asset[]
  changed: Asset[]
  lines: AssetLine[]
  problems: ImportProblem<AssetFault>[]
}

/** What a list is held against. */
export interface AssetRegister {
  office_id: string
  units: readonly Unit[]
  assets: readonly Asset[]
  newId: () => string
}

/**
 * Holds a list against the register. A line is the asset of its id; else the one of its unit, medium, platform and name; else,
 * but for a column, the open one of its unit that no other line is and that has its address on its platform: that was renamed.
 * What is another unit's is handed over by its id alone.
 */
export function planAssets(
  { office_id, units, assets, newId }: AssetRegister,
  rows: readonly AssetRow[],
): AssetPlan {
  const problems: ImportProblem<AssetFault>[] = []
  const placed = placedRows(rows, units, problems)
  const known = knownAssets(assets)
  const found = known.of(placed.map(({ identity }) => identity))
  const plan: AssetPlan = { added: [], changed: [], lines: [], problems }
  const onList = new Set(found.flatMap((one) => (one && 'id' in one ? [one.id] : [])))
  const twinOf = twinLines(assets.filter(({ id }) => !onList.has(id)))
  for (const [index, { row, said }] of placed.entries()) {
    const before = found[index] ?? null
    if (before !== null && 'fault' in before) {
      problems.push({ line: row.line, ...before })
      continue
    }
    const nothing = { aliases: [], platform: null, url: null, operating_unit_id: null }
    const fresh = { id: newId(), office_id, status: 'open', ...nothing } as const
    const names = withNames(before?.aliases ?? [], said)
    const listed: Asset = { ...fresh, ...before, ...said, aliases: names }
    const asset = before === null ? listed : withFormerName(before, listed)
    if (asset.aliases.length > MOST_ALIASES) {
      problems.push({ line: row.line, column: 'aliases', fault: 'TOO_MANY_NAMES' })
    }
    const twin = twinOf(before, asset)
    if (twin) problems.push({ line: row.line, column: 'name', fault: twin })
    const result = before === null ? 'added' : isSame(before, asset) ? 'unchanged' : 'changed'
    if (result !== 'unchanged') plan[result].push(asset)
    plan.lines.push({ line: row.line, asset_id: asset.id, result })
  }
  problems.sort((a, b) => a.line - b.line)
  return plan
}

type Said = Pick<Asset, 'unit_id' | 'medium' | 'name'> & Partial<Asset>

interface PlacedRow {
  row: AssetRow
  identity: Identity
  /** What the line says of its asset. */
  said: Said
}

/** The lines with their units; those whose units nobody knows are told. */
function placedRows(
  rows: readonly AssetRow[],
  units: readonly Unit[],
  problems: ImportProblem<AssetFault>[],
): PlacedRow[] {
  const find = unitFinder(units)
  const unitOf = (line: number, column: string, name: string): string | null => {
    const unit = find(name)
    if ('id' in unit) return unit.id
    problems.push({ line, column, fault: unit.fault === 'AMBIGUOUS' ? 'AMBIGUOUS' : 'UNKNOWN' })
    return null
  }
  return rows.flatMap((row): PlacedRow[] => {
    const { line, id, unit, operating_unit, ...rest } = row
    const unit_id = unitOf(line, 'unit', unit)
    const operated = operating_unit ? unitOf(line, 'operating_unit', operating_unit) : null
    if (unit_id === null || (operating_unit && operated === null)) return []
    const operator = operating_unit === undefined ? {} : { operating_unit_id: operated }
    const identity = { ...rest, unit_id, ...(id ? { id } : {}) }
    return [{ row, identity, said: { unit_id, ...rest, ...operator } }]
  })
}

/** Names a list does not have are no fewer for that: what an asset was called before stands in few lists. */
function withNames(known: readonly string[], { name, aliases = [] }: Said): string[] {
  const others = new Set(aliases.filter((alias) => alias !== name && !known.includes(alias)))
  return [...known, ...others]
}

const TOLD = [
  'unit_id',
  'operating_unit_id',
  'medium',
  'name',
  'platform',
  'url',
  'status',
] as const satisfies readonly (keyof Asset)[]

function isSame(a: Asset, b: Asset): boolean {
  const names = ({ aliases }: Asset) => JSON.stringify(aliases)
  return names(a) === names(b) && TOLD.every((field) => a[field] === b[field])
}
