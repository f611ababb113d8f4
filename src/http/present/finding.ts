import type { z } from 'zod'
import type { Principal } from '../../commands/principal.js'
import type { finding, findingSummary } from '../../contracts/findings/finding.js'
import type { StoredFinding } from '../../db/finding-row.js'
import type { Due, Repeats } from '../../domain/finding.js'
import type { Instant } from '../../domain/instant.js'
import { isOverdue } from '../../domain/overdue.js'
import type { Situation } from '../../domain/situation.js'
import { supportDue } from '../../domain/support.js'

type Summary = z.input<typeof findingSummary>

/** What stands in place of the words of a finding that is handled on paper only. */
export const OFFLINE_WORDS = '线下保密渠道处置'

/** A finding as it stands in a list, at the office's `now`. */
export function presentSummary(stored: StoredFinding, now: Instant): Summary {
  const { finding: f, line, handler_id } = stored
  const offline = f.handling === 'offline'
  return {
    id: f.id,
    notice_id: f.notice_id,
    number: f.number,
    state: f.state,
    revision: f.revision,
    unit_id: f.unit_id,
    asset_id: f.asset_id,
    indicator_id: f.indicator_id,
    severity: f.severity,
    handling: f.handling,
    urgent: f.urgent,
    repeats: presentRepeats(f.repeats),
    category: offline ? '' : line.category,
    problem: offline ? OFFLINE_WORDS : line.problem,
    medium: line.medium,
    place: offline ? null : placeOf(line.place),
    handler_id,
    dispatched: line.dispatch === 'unit',
    due: presentDue(f.due),
    original_due: presentDue(f.original_due),
    overdue: isOverdue(f, now),
    rung: f.rung,
    highest_rung: f.highest_rung,
    fixed: f.fixed,
    reported: f.reported,
    rounds: f.rounds,
    returns: f.returns,
    formal_returns: f.formal_returns,
    closed_at: f.closed_at,
    unreported: f.unreported,
    revoked: f.revoked,
    seen_again: f.seen_again,
  }
}

/** A finding as its page shows it; a unit is not told when it will be looked at again. */
export function presentFinding(
  stored: StoredFinding,
  { now, rules }: Pick<Situation, 'now' | 'rules'>,
  { scope }: Pick<Principal, 'scope'>,
): z.input<typeof finding> {
  const { finding: f, line } = stored
  const told = scope !== 'unit'
  return {
    ...presentSummary(stored, now),
    sentence: f.handling === 'offline' ? null : line.sentence,
    tenure: f.tenure,
    cycle: f.cycle,
    served_at: f.served_at,
    service_date: f.service_date,
    received_at: f.received_at,
    receipt_deemed: f.receipt_deemed,
    taken_down_at: f.taken_down_at,
    delegated_to: f.delegated_to && {
      ...f.delegated_to,
      done_at: f.delegated_to.done_at ?? null,
    },
    supports: (f.supports ?? []).map((support) => ({
      ...support,
      due_date: support.ended ? null : supportDue(f, support, rules),
    })),
    progress: f.progress,
    progress_at: f.progress_at,
    fix_steps: f.fix_steps && [...f.fix_steps],
    round: f.round && {
      number: f.round.number,
      result: f.round.result,
      submitted_by: [...f.round.submitted_by],
      effective_at: f.round.effective_at,
      working_days_late: f.round.working_days_late,
      review_begun: f.round.review_begun,
    },
    retest: f.retest,
    extension: f.extension && {
      id: f.extension.id,
      asked_at: f.extension.asked_at,
      new_date: f.extension.due.date,
    },
    dispute: f.dispute && {
      id: f.dispute.id,
      asked_at: f.dispute.asked_at,
      pauses: f.dispute.pauses,
    },
    transfer: f.transfer && {
      id: f.transfer.id,
      asked_at: f.transfer.asked_at,
      pauses: f.transfer.pauses,
      target_unit_id: f.transfer.target_unit_id,
    },
    lookbacks: told && f.lookbacks ? [...f.lookbacks] : null,
    lookback: told ? f.lookback : null,
    followed_by: told ? f.followed_by : null,
    // Whose turn it is after a closing is the office's alone to know.
    turn_since: told || f.closed_at === null ? f.turn_since : f.closed_at,
  }
}

/** A due date as it is shown. */
export function presentDue(due: Due | null) {
  if (due === null) return null
  const { at, date, time, provisional, basis } = due
  return { at, date, time, provisional, rule: basis.rule }
}

/** What a finding repeats, as it is shown. */
export function presentRepeats(repeats: Repeats | null) {
  return repeats && { problem: [...repeats.problem], kind: [...repeats.kind] }
}

/** The place is text; a column of JSON could hold anything. */
export function placeOf(place: unknown): string | null {
  return typeof place === 'string' ? place : null
}
