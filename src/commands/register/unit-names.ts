import type { Unit } from '../../db/unit.js'
import type { ImportFault } from './import-report.js'

/** Finds units by what people call them: the name first, then an alias if it is only one unit's. */
export function unitFinder(units: readonly Pick<Unit, 'id' | 'name' | 'aliases'>[]) {
  const byName = new Map(units.map((unit) => [unit.name, unit.id]))
  const byAlias = new Map<string, Set<string>>()
  for (const { id, aliases } of units) {
    for (const alias of aliases) byAlias.set(alias, (byAlias.get(alias) ?? new Set()).add(id))
  }
  return (name: string): { id: string } | { fault: ImportFault } => {
    const named = byName.get(name)
    if (named) return { id: named }
    const [first, ...others] = byAlias.get(name) ?? []
    if (!first) return { fault: 'UNKNOWN' }
    return others.length === 0 ? { id: first } : { fault: 'AMBIGUOUS' }
  }
}
