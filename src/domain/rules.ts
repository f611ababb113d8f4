import type { Calendar } from './calendar.js'
import type { OfficeHours } from './hours.js'
import type { Policy } from './policy.js'

/** Everything an office may decide about time, as data: no rule reads a clock or a setting. */
export interface Rules {
  calendar: Calendar
  hours: OfficeHours
  policy: Policy
}
