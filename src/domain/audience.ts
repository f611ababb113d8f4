import type { NewEvent } from './events.js'
import type { Finding } from './finding.js'
import type { Audience, EventType } from './vocabulary.js'

/**
 * Events that stay inside the office whatever they say: its own limits, its doubts about delivery, its drafts, what
 * its leaders wrote, whose data it erased, when it will look again and what takes up what it saw. What a new calendar moved is the
 * unit's where it moved its due.
 */
const OFFICE_ONLY: readonly EventType[] = [
  'drafted',
  'redrafted',
  'receipt_unproven',
  'office_nagged',
  'contact_recorded',
  'instruction_recorded',
  'words_erased',
  'decision_proposed',
  'view_given',
  'lookbacks_planned',
  'lookback_opened',
  'followed',
]

/**
 * Who may read an event: the unit of its tenure too, or the office alone. Nothing of a draft reaches a unit, and no
 * rung that waits for a signature: of that the unit reads when the slip is issued.
 */
export function audienceOf(finding: Pick<Finding, 'served_at'>, event: NewEvent): Audience {
  if (finding.served_at === null) return 'office'
  if (event.type === 'commented') return event.data.audience
  if (event.type === 'climbed' && event.data.rung > 1) return 'office'
  if (event.type === 'recalculated' && event.data.due === null) return 'office'
  return OFFICE_ONLY.includes(event.type) ? 'office' : 'unit'
}
