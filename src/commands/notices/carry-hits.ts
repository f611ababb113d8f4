import type { StoredFinding } from '../../db/finding-row.js'
import type { TakenHit } from '../../db/hit.js'
import { CommandError } from '../errors.js'
import type { LineInput } from './draft-input.js'

/**
 * Which lines of a draft, by id, others take the place of: each of the new ones by its index. Throws CommandError
 * UNKNOWN_REFERENCE naming every line that replaces none of the draft.
 */
export function replacedBy(
  lines: readonly LineInput[],
  findings: readonly StoredFinding[],
): ReadonlyMap<string, number> {
  const drafts = new Set(findings.map(({ finding }) => finding.id))
  const replacing = lines.flatMap(({ replaces }, index) => (replaces ? [{ replaces, index }] : []))
  const unknown = replacing.filter(({ replaces }) => !drafts.has(replaces))
  if (unknown.length > 0) {
    const fields = unknown.map(({ index }) => {
      return { field: `/findings/${index}/replaces`, line: index + 1 }
    })
    throw new CommandError('UNKNOWN_REFERENCE', null, fields)
  }
  return new Map(replacing.map(({ replaces, index }) => [replaces, index]))
}

/** The hits of replaced lines as those of the lines that stand in their places. */
export function carried(
  hits: readonly TakenHit[],
  replaced: ReadonlyMap<string, number>,
  stored: readonly StoredFinding[],
): Pick<TakenHit, 'id' | 'finding_id'>[] {
  return hits.flatMap(({ id, finding_id }) => {
    const heir = stored[replaced.get(finding_id ?? '') ?? -1]
    return heir ? [{ id, finding_id: heir.finding.id }] : []
  })
}
