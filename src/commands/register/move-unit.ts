import type { Handle } from '../../db/handle.js'
import { isBelow, lockUnitTree } from '../../db/register-lock.js'
import type { Unit } from '../../db/unit.js'
import { patched } from './change.js'

/** A unit with its changes, or `/parent_id` where it would come to stand below itself. */
export async function changedUnit(
  h: Handle,
  unit: Unit,
  given: Partial<Unit>,
): Promise<Unit | { wrong: string }> {
  const { parent_id } = given
  if (parent_id) {
    await lockUnitTree(h, unit.office_id)
    if (parent_id === unit.id || (await isBelow(h, unit.id, parent_id))) {
      return { wrong: '/parent_id' }
    }
  }
  return patched(unit, given)
}
