import { PROBLEM_CHARACTERS, SUPPORTING_UNITS } from '../finding-line.js'
import { type Rejection, reject } from '../situation.js'
import { SEVERITIES } from '../vocabulary.js'
import type { DraftedLine, LineFields, MergedFields } from './draft-edit.js'

/** Lines in the order of their numbers: others are merged into the first. */
export function inOrder<L extends { finding: { number: number } }>(lines: readonly L[]): L[] {
  return lines.toSorted((a, b) => a.finding.number - b.finding.number)
}

/**
 * What several lines of one unit say together, where nobody says otherwise: all their problems, the gravest severity, the earliest
 * due, everybody who is to help, the finding they take up again; an object and a place they agree in. A severity they differ in is
 * to be confirmed anew.
 */
export function mergedFields(lines: readonly DraftedLine[]): MergedFields {
  const severities = lines.map(({ finding }) => finding.severity)
  const agree = new Set(severities).size === 1
  const [soonest] = lines
    .flatMap(({ line }) =>
      line.own_due_date ? [{ date: line.own_due_date, time: line.own_due_time }] : [],
    )
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const problems = new Set(lines.map(({ line }) => line.problem.trim().replace(/[。；;]+$/, '')))
  const assets = new Set(lines.map(({ finding }) => finding.asset_id))
  const places = new Set(lines.map(({ line }) => line.place))
  const helping = lines.flatMap(({ line }) => line.supporting_unit_ids)
  return {
    problem: [...problems].filter((one) => one !== '').join('；') || undefined,
    severity: SEVERITIES.find((one) => severities.includes(one)),
    severity_confirmed: agree && lines.every(({ line }) => line.severity_confirmed),
    own_due: soonest ?? null,
    supporting_unit_ids: [...new Set(helping)],
    follows_id: lines.find(({ line }) => line.follows_id !== null)?.line.follows_id ?? null,
    urgent: lines.some(({ finding }) => finding.urgent),
    ...(assets.size > 1 ? { asset_id: null } : {}),
    ...(places.size > 1 ? { place: null } : {}),
  }
}

/**
 * Whether lines may become one: of one unit, handled alike, all issued or all withheld, of which none takes up another finding
 * again than the rest. What differs there was decided line by line, and one decision would be lost without a word.
 */
export function canBeMerged(lines: readonly DraftedLine[]): boolean {
  const apart = (of: (one: DraftedLine) => string | null) => new Set(lines.map(of)).size > 1
  const followed = new Set(lines.flatMap(({ line }) => line.follows_id ?? []))
  return !(
    apart(({ finding }) => finding.unit_id) ||
    apart(({ finding }) => finding.handling) ||
    apart(({ line }) => line.dispatch) ||
    followed.size > 1
  )
}

/**
 * FIELD_REQUIRED where only a person can say what the merged line is to be: its due, where some lines have one of their own and
 * others the notice's, whichever is earlier; its problem or its helpers, where all of them are more than a line holds. `at` is where the
 * fields stand.
 */
export function refusedMerge(
  lines: readonly DraftedLine[],
  given: LineFields,
  at: string,
): Rejection | null {
  const own = lines.filter(({ line }) => line.own_due_date !== null)
  const mixed = own.length > 0 && own.length < lines.length
  if (mixed && given.own_due === undefined) return reject('FIELD_REQUIRED', `${at}/own_due`)
  const { problem, supporting_unit_ids } = { ...mergedFields(lines), ...given }
  if (Array.from(problem ?? '').length > PROBLEM_CHARACTERS)
    return reject('FIELD_REQUIRED', `${at}/problem`)
  return (supporting_unit_ids ?? []).length > SUPPORTING_UNITS
    ? reject('FIELD_REQUIRED', `${at}/supporting_unit_ids`)
    : null
}

/** By day, then by time; without one it is the whole day. */
function keyOf({ date, time }: { date: string; time: string | null }): string {
  return `${date} ${time ?? '24:00'}`
}
