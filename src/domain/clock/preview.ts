import type { Calendar } from '../calendar.js'
import type { Due } from '../finding.js'
import type { Instant, LocalDate } from '../instant.js'
import { isLive, type Milestone } from '../milestone.js'
import { type Situation, SYSTEM } from '../situation.js'
import type { MilestoneKind } from '../vocabulary.js'
import { advance, takeDue } from './advance.js'
import { calendarMoves } from './recalculate.js'

/** What another calendar would move of one finding; an act of the clock that comes or goes has no other instant. */
export interface CalendarPreview {
  /** The day as which its service counts, from which receipt is deemed. */
  service_date: { from: LocalDate; to: LocalDate } | null
  due: { from: Due; to: Due } | null
  milestones: readonly {
    kind: MilestoneKind
    step: number
    from: Instant | null
    to: Instant | null
  }[]
}

/** What bringing the calendar into force now would move of a finding; null where nothing. */
export function previewOf(situation: Situation, calendar: Calendar): CalendarPreview | null {
  const caught = takeDue(situation).situation
  const before = { ...caught, rules: { ...caught.rules, calendar } }
  const data = calendarMoves(before)
  if (!data) return null
  const event = { type: 'recalculated', data, texts: null, actor: SYSTEM } as const
  const after = advance(before, { ...event, effective_at: before.now })
  const { due: from, service_date } = caught.finding
  return {
    service_date:
      service_date && data.service_date ? { from: service_date, to: data.service_date } : null,
    due: from && data.due ? { from, to: data.due } : null,
    milestones: movesBetween(caught.milestones, after.milestones),
  }
}

function movesBetween(
  before: readonly Milestone[],
  after: readonly Milestone[],
): CalendarPreview['milestones'] {
  const [was, is] = [ahead(before), ahead(after)]
  const keys = [...new Set([...was.keys(), ...is.keys()])]
  return keys.flatMap((key) => {
    const one = was.get(key) ?? is.get(key)
    const [from, to] = [was.get(key)?.at ?? null, is.get(key)?.at ?? null]
    return one && from !== to ? [{ kind: one.kind, step: one.step, from, to }] : []
  })
}

/** What the clock has ahead, held back or not. */
function ahead(rows: readonly Milestone[]): Map<string, Milestone> {
  const open = rows.filter((row) => isLive(row) || row.outcome === 'held')
  return new Map(open.map((row) => [`${row.kind}/${row.step}`, row]))
}
