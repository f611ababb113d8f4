import type { z } from 'zod'
import type { namedEvidence } from '../../contracts/findings/named-evidence.js'
import type { Evidence } from '../../db/evidence.js'

/**
 * The files a record names, in its order, by what the caller may open: the unit's own upload before another's of the
 * same content.
 */
export function presentNamedEvidence(
  hashes: readonly string[],
  unit_id: string | null,
  readable: readonly Evidence[],
): z.input<typeof namedEvidence>[] {
  return hashes.map((sha256) => {
    const same = readable.filter((file) => file.sha256 === sha256)
    const file = same.find((one) => one.unit_id === unit_id) ?? same[0]
    const { id = null, name = null, type = null, size = null, captured_on = null } = file ?? {}
    const metadata = file?.metadata ?? null
    return { sha256, id, name, type, size, captured_on, metadata }
  })
}
