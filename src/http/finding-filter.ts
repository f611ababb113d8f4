import type { z } from 'zod'
import type { Principal } from '../commands/principal.js'
import type { findingFilter } from '../contracts/findings/bulk.js'
import type { FindingFilter } from '../db/finding-list.js'
import { ProblemError } from './frame/problem-error.js'

/**
 * The conditions of a request as the list has them, narrowed to the caller's `units` unless it names some. Throws
 * ROLE_NOT_ALLOWED where a unit asks what is waiting to be looked back at.
 */
export function filterOf(
  asked: z.output<typeof findingFilter>,
  { scope }: Pick<Principal, 'scope'>,
  units: readonly string[] | undefined,
): Omit<FindingFilter, 'office_id' | 'now'> {
  const { unit, notice, state, severity, indicator, asset, ...same } = asked
  // A unit that knew would repair for the day.
  if (scope === 'unit' && same.lookback === 'waiting') throw new ProblemError('ROLE_NOT_ALLOWED')
  return {
    ...same,
    unit_ids: unit ?? units,
    notice_id: notice,
    states: state,
    severities: severity,
    indicator_id: indicator,
    asset_id: asset,
  }
}
