import { findCalendar } from '../../db/calendar.js'
import { findOffice } from '../../db/office.js'
import { findingsAhead } from '../../db/outlook.js'
import { listPolicies } from '../../db/policy.js'
import { setPrincipal } from '../../db/principal.js'
import { type Transaction, transaction } from '../../db/transaction.js'
import type { Calendar } from '../../domain/calendar.js'
import { type CalendarPreview, previewOf } from '../../domain/clock/preview.js'
import type { Finding } from '../../domain/finding.js'
import type { Instant } from '../../domain/instant.js'
import type { Deps } from '../deps.js'
import { CommandError } from '../errors.js'
import type { Principal } from '../principal.js'
import { situationsAhead } from '../situations-ahead.js'

/**
 * Which version is meant, of the one or the other. Findings keep the policy under which they were issued, so that a new one
 * moves nothing.
 */
export interface Previewed {
  calendar_version?: string | undefined
  policy_version?: string | undefined
}

/** What a version would move if it came into force now, the findings in order of their ids. */
export interface Preview {
  version: string
  /** The calendar in force. */
  current: string
  now: Instant
  looked_at: number
  findings: readonly (CalendarPreview & { finding: Finding })[]
}

/**
 * What a calendar or policy would move, as of one moment, without a lock and without writing; page by page, so that others
 * are answered between two. Throws CommandError UNKNOWN_REFERENCE (the version), NOT_FOUND.
 */
export function preview(
  deps: Pick<Deps, 'pool' | 'rules'>,
  principal: Principal,
  previewed: Previewed,
): Promise<Preview> {
  const look = async (tx: Transaction): Promise<Preview> => {
    await setPrincipal(tx, principal)
    const office = await findOffice(tx, principal.office_id)
    if (!office) throw new CommandError('NOT_FOUND')
    const calendar = await versionOf(tx, principal.office_id, previewed)
    const ahead = await findingsAhead(tx, principal.office_id)
    const found: Preview['findings'][number][] = []
    if (calendar) {
      for await (const page of situationsAhead(tx, deps, office, ahead.toSorted())) {
        for (const situation of page) {
          const moved = previewOf(situation, calendar)
          if (moved) found.push({ ...moved, finding: situation.finding })
        }
      }
    }
    return {
      version: previewed.calendar_version ?? previewed.policy_version ?? '',
      current: office.calendar_version_id,
      now: office.now,
      looked_at: ahead.length,
      findings: found,
    }
  }
  return transaction(deps.pool, look, { snapshot: true })
}

/** The calendar meant; null for a policy, which moves nothing. */
async function versionOf(
  tx: Transaction,
  officeId: string,
  previewed: Previewed,
): Promise<Calendar | null> {
  const { calendar_version, policy_version } = previewed
  if (calendar_version) {
    const version = await findCalendar(tx, officeId, calendar_version)
    if (!version) throw unknownVersion('/calendar_version')
    return version.calendar
  }
  const known = (await listPolicies(tx, officeId)).some(({ id }) => id === policy_version)
  if (!known) throw unknownVersion('/policy_version')
  return null
}

function unknownVersion(field: string): CommandError {
  return new CommandError('UNKNOWN_REFERENCE', null, [{ field, line: null }])
}
