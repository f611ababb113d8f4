import { loadCalendar } from '../db/calendar.js'
import type { Handle } from '../db/handle.js'
import type { Office } from '../db/office.js'
import { loadPolicy } from '../db/policy.js'
import type { Calendar } from '../domain/calendar.js'
import type { OfficeHours } from '../domain/hours.js'
import type { Policy } from '../domain/policy.js'
import type { Rules } from '../domain/rules.js'

/** What says which rules hold: the office's hours and calendar as they stand, a policy by its version. */
export interface RulesKey {
  hours: OfficeHours
  calendar_version: string
  policy_version: string
}

/** The key of an office's rules as they stand, under a given policy or its own current one. */
export function rulesKey(office: Office, policy_version = office.policy_version_id): RulesKey {
  return { hours: office.hours, calendar_version: office.calendar_version_id, policy_version }
}

/** Versions never change once written, so each is read from the database once per process. */
export interface RulesCache {
  /** The rules, read through the handle where a version is not known yet; throws when there is no such version. */
  of(handle: Handle, key: RulesKey): Promise<Rules>
}

/** An empty cache. A process holds one; a failed read is not remembered. */
export function createRulesCache(): RulesCache {
  const calendars = new Map<string, Calendar>()
  const policies = new Map<string, Policy>()
  return {
    async of(handle, { hours, calendar_version, policy_version }) {
      const calendar =
        calendars.get(calendar_version) ?? (await loadCalendar(handle, calendar_version))
      const policy = policies.get(policy_version) ?? (await loadPolicy(handle, policy_version))
      calendars.set(calendar_version, calendar)
      policies.set(policy_version, policy)
      return { hours, calendar, policy }
    },
  }
}
