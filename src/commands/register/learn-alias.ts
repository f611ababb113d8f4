import type { Handle } from '../../db/handle.js'
import { lockUnitTree } from '../../db/register-lock.js'
import { listUnits, type Unit } from '../../db/unit.js'
import { MOST_ALIASES } from '../../domain/matching/plain-name.js'

/**
 * A unit with one more name it is called by; `/alias` where that is another unit's name or alias already, `/aliases` where
 * it has as many as it may.
 */
export async function withAlias(
  h: Handle,
  unit: Unit,
  alias: string,
): Promise<Unit | { wrong: string }> {
  await lockUnitTree(h, unit.office_id)
  const units = await listUnits(h, unit.office_id)
  const isCalled = ({ name, aliases }: Unit) => name === alias || aliases.includes(alias)
  if (units.some((other) => other.id !== unit.id && isCalled(other))) return { wrong: '/alias' }
  if (isCalled(unit)) return unit
  if (unit.aliases.length >= MOST_ALIASES) return { wrong: '/aliases' }
  return { ...unit, aliases: [...unit.aliases, alias] }
}
