import { type Column, headingOf } from '../../contracts/register/judged-lines.js'
import { ASSET_LIST, STATUS_WORDS, UNIT_LIST } from '../../contracts/register/lists.js'
import { cellOfNames } from '../../contracts/register/names-in-cell.js'
import type { Asset } from '../../db/asset.js'
import type { Unit } from '../../db/unit.js'
import { MEDIUM_LABELS } from '../../domain/labels.js'

/** The units as the table that `UNIT_LIST` reads, headings first. */
export function unitTable(units: readonly Unit[]): string[][] {
  const nameOf = namesOf(units)
  return tableOf(UNIT_LIST.columns, units, (unit) => ({
    name: unit.name,
    parent: nameOf(unit.parent_id),
    aliases: cellOfNames(unit.aliases),
    mailbox: unit.mailbox ?? '',
    office_head: unit.office_head?.name ?? '',
    office_head_address: unit.office_head?.address ?? '',
    status: STATUS_WORDS[unit.status],
  }))
}

/** The assets as the table that `ASSET_LIST` reads, headings first. */
export function assetTable(assets: readonly Asset[], units: readonly Unit[]): string[][] {
  const nameOf = namesOf(units)
  return tableOf(ASSET_LIST.columns, assets, (asset) => ({
    id: asset.id,
    unit: nameOf(asset.unit_id),
    medium: MEDIUM_LABELS[asset.medium],
    name: asset.name,
    aliases: cellOfNames(asset.aliases),
    platform: asset.platform ?? '',
    url: asset.url ?? '',
    operating_unit: nameOf(asset.operating_unit_id),
    status: STATUS_WORDS[asset.status],
  }))
}

function tableOf<Key extends string, Row>(
  columns: readonly Column<Key>[],
  rows: readonly Row[],
  cellsOf: (row: Row) => Readonly<Record<Key, string>>,
): string[][] {
  const headings = columns.map(({ key }) => headingOf(key, columns))
  const lines = rows.map((row) => {
    const cells = cellsOf(row)
    return columns.map(({ key }) => cells[key])
  })
  return [headings, ...lines]
}

function namesOf(units: readonly Unit[]): (id: string | null) => string {
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return (id) => (id === null ? '' : (names.get(id) ?? ''))
}
