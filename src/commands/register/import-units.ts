import { findOffice } from '../../db/office.js'
import { lockUnitTree } from '../../db/register-lock.js'
import { transaction } from '../../db/transaction.js'
import { insertUnits, listUnits, type Unit, updateUnits } from '../../db/unit.js'
import type { OfficeHead } from '../../domain/office-head.js'
import type { Deps } from '../deps.js'
import { CommandError } from '../errors.js'
import { noteByServer } from '../security-events.js'
import { type ImportProblem, type ImportReport, refusedImport } from './import-report.js'
import { notedReach } from './noted.js'
import { unitFinder } from './unit-names.js'

/** One line of a list of units; of what is absent the list says nothing, and what is entered stays. */
export interface UnitRow {
  line: number
  name: string
  /** By its name or alias, in the list or in the office. */
  parent?: string | null
  aliases?: readonly string[]
  mailbox?: string | null
  office_head?: OfficeHead | null
  status?: Unit['status']
}

/**
 * Enters or changes the units of a list as a whole, in one transaction of the migration role; units the list does not
 * name stay, and which come to stand elsewhere is recorded. Done twice it changes nothing the second time. Throws
 * CommandError NOT_FOUND for an unknown office.
 */
export function importUnits(
  { pool, newId }: Pick<Deps, 'pool' | 'newId'>,
  office_id: string,
  rows: readonly UnitRow[],
): Promise<ImportReport> {
  return transaction(pool, async (tx) => {
    const [, office, known] = await Promise.all([
      lockUnitTree(tx, office_id),
      findOffice(tx, office_id),
      listUnits(tx, office_id),
    ])
    if (!office) throw new CommandError('NOT_FOUND')
    const { units, problems } = merged(office_id, known, rows, newId)
    if (problems.length > 0) return refusedImport(problems)
    const old = new Map(known.map((unit) => [unit.id, unit]))
    const added = units.filter(({ id }) => !old.has(id))
    const changed = units.filter((unit) => {
      const before = old.get(unit.id)
      return before !== undefined && !isSame(before, unit)
    })
    const noted = [...added, ...changed].flatMap((unit) =>
      notedReach(old.get(unit.id) ?? null, unit),
    )
    await tx.commitWith([
      insertUnits(tx, added),
      updateUnits(tx, changed),
      noteByServer(tx, { newId }, office_id, noted),
    ])
    const unchanged = units.length - added.length - changed.length
    return { added: added.length, changed: changed.length, unchanged, problems: [] }
  })
}

function merged(
  office_id: string,
  known: readonly Unit[],
  rows: readonly UnitRow[],
  newId: () => string,
): { units: Unit[]; problems: ImportProblem[] } {
  const byName = new Map(known.map((unit) => [unit.name, unit]))
  const problems: ImportProblem[] = []
  const seen = new Set<string>()
  const begun = rows.map(({ line: _, parent: __, ...said }): Unit => {
    const before = byName.get(said.name)
    const nothing = { parent_id: null, mailbox: null, office_head: null, reads_below: false }
    const fresh = { id: newId(), office_id, ...nothing, status: 'open' } as const
    const aliases = [...(said.aliases ?? before?.aliases ?? [])]
    return { ...fresh, ...before, ...said, aliases }
  })
  const find = unitFinder([
    ...known.filter(({ name }) => !rows.some((row) => row.name === name)),
    ...begun,
  ])
  const units = rows.flatMap(({ line, name, parent }, index) => {
    if (seen.has(name)) problems.push({ line, column: 'name', fault: 'TWICE' })
    seen.add(name)
    const unit = begun[index]
    if (!unit || parent === undefined) return unit ? [unit] : []
    if (parent === null) return [{ ...unit, parent_id: null }]
    const found = find(parent)
    if ('fault' in found) problems.push({ line, column: 'parent', fault: found.fault })
    return [{ ...unit, parent_id: 'id' in found ? found.id : null }]
  })
  const parents = new Map([...known, ...units].map(({ id, parent_id }) => [id, parent_id]))
  for (const [index, unit] of units.entries()) {
    const { line = 0 } = rows[index] ?? {}
    if (isBelowItself(unit.id, parents)) {
      problems.push({ line, column: 'parent', fault: 'BELOW_ITSELF' })
    }
  }
  return { units, problems }
}

function isBelowItself(id: string, parents: ReadonlyMap<string, string | null>): boolean {
  const above = new Set<string>()
  let next = parents.get(id) ?? null
  while (next !== null && next !== id && !above.has(next)) {
    above.add(next)
    next = parents.get(next) ?? null
  }
  return next === id
}

function isSame(a: Unit, b: Unit): boolean {
  return (
    a.parent_id === b.parent_id &&
    a.mailbox === b.mailbox &&
    a.status === b.status &&
    a.office_head?.name === b.office_head?.name &&
    a.office_head?.address === b.office_head?.address &&
    a.aliases.length === b.aliases.length &&
    a.aliases.every((alias, index) => alias === b.aliases[index])
  )
}
