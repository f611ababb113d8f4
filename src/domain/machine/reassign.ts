import { dueOnReassign } from '../due.js'
import type { NewEvent, Texts } from '../events.js'
import { serviceDate } from '../hours.js'
import { reject, type Situation } from '../situation.js'
import { supportingUnits } from '../support.js'
import { UNITS_TURN } from '../vocabulary.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

/**
 * 调整责任单位: the finding is served on another unit, for which everything begins anew; the former one keeps what it
 * did. The reason stands in the record of each.
 */
export const reassign: CommandSpec<'reassign'> = {
  from: UNITS_TURN,
  needs: ({ finding }) => ['unit_id', ...textNeeds(finding, 'reason')],
  decide(situation, command) {
    const { finding, known } = situation
    const { unit_id, reason } = command
    if (!unit_id) return reject('FIELD_REQUIRED', '/unit_id')
    if (unit_id === finding.unit_id) return reject('NOTHING_TO_CHANGE', '/unit_id')
    if (!known.has(unit_id)) return reject('UNIT_REQUIRED', '/unit_id')
    const wrong = checkTexts(finding, command, { reason })
    if (wrong) return wrong
    const make = eventMaker('reassign', situation)
    return serveAnew(
      situation,
      make,
      { unit_id, why: 'reassigned' },
      recordedTexts(command, { reason }),
    )
  },
}

/** The end of one tenure and the beginning of the next, with the reason for both. */
export function serveAnew(
  { finding, now, rules }: Situation,
  make: ReturnType<typeof eventMaker>,
  { unit_id, why }: { unit_id: string; why: 'reassigned' | 'transferred' },
  texts: Texts | null,
): NewEvent[] {
  const service_date = serviceDate(rules.calendar, rules.hours, now)
  const served = { unit_id, served_at: now, service_date }
  const due = dueOnReassign(rules, { ...finding, ...served })
  // Whoever helped answers from now on; all others help another unit than the one they gave what they had.
  const helping = supportingUnits(finding)
  const helped = helping.includes(unit_id)
  return [
    ...(helped ? [make('support_ended', { unit_id })] : []),
    make('released', { unit_id: finding.unit_id, why }, texts),
    make('reassigned', { ...served, due }, texts),
    ...askedAnew(
      make,
      helping.filter((id) => id !== unit_id),
    ),
  ]
}

/** Units that help are asked again: what they gave was for another unit, or another cycle. */
export function askedAnew(
  make: ReturnType<typeof eventMaker>,
  unitIds: readonly string[],
): NewEvent[] {
  return unitIds.map((unit_id) => make('support_asked', { unit_id }))
}
