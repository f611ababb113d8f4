import type { Proof } from './checking/proofs.js'
import type { RetestRule, ReturnKind, Severity } from './vocabulary.js'

/** What an office may decide for itself; versioned, fixed at issue. Days are working days. */
export interface Policy {
  /** Reminders before the due; 0 is the due day itself, or the last working day before it. */
  reminder_offsets: readonly number[]
  /** Days to answer again after a return. */
  return_window: Readonly<Record<ReturnKind, number>>
  /** Days after the due on which rungs 1 to 5 are climbed. */
  rung_offsets: readonly [number, number, number, number, number]
  /** Days the office gives itself to review an answer or look again, to close, and to decide a request or on what was seen again. */
  review_days: number
  close_days: number
  decide_days: number
  /** What a unit may ask for of each tenure and cycle; beyond these extensions and calendar days the leader decides. */
  extensions: { readonly requests: number; readonly calendar_days: number }
  /** Disputes of a tenure and cycle, and the days after receipt in which one may be raised. */
  disputes: { readonly requests: number; readonly days: number }
  /** Days after the handler was nagged until the leader is told. */
  leader_after_days: number
  /** Receipt is deemed so many days after service, when delivery is proved. */
  deem_receipt_days: number
  /** Take down first within clock hours at any hour, report in writing within working days. */
  urgent: { readonly takedown_hours: number; readonly report_days: number }
  /** Days to answer where neither notice, finding, indicator nor severity says. */
  default_window_days: number
  /** Days to close what the public reported through 我为政府网站找错, at most, whatever the notice or the indicator says. */
  public_report_days: number
  severity_windows: Readonly<Partial<Record<Severity, number | undefined>>>
  /**
   * Calendar days after closing on which a finding is looked at again; where its indicator asks for updates, once, so many
   * days after one cycle of it, unless that is null.
   */
  lookback: { readonly days: readonly number[]; readonly after_cycle: number | null }
  /**
   * What is done with re-tests of an indicator by its id, and of all others. Tasks open by themselves only where the office has
   * an inspection tool.
   */
  retest: {
    readonly others: RetestRule
    readonly indicators: Readonly<Record<string, RetestRule>>
  }
  /** What proves that a problem of an indicator is fixed, by its id, where it is not as the catalogue says. */
  recipes: Readonly<Record<string, readonly Proof[]>>
  /** How long after it was last there the same problem counts as a repeat. */
  repeat_months: number
  /** Working days at most for what repeats the same problem, or one of the same kind, where neither notice nor finding says. */
  repeat_windows: { readonly problem: number | null; readonly kind: number | null }
  /** When the unit's stamped report must have arrived. */
  stamped_report: 'before_closing' | 'with_answer' | 'never'
  /** Whether only the signatory's word, or signature, counts as an answer. */
  respond_needs_signatory: boolean
  /** Whether units are told that the office judged, and not which of its handlers and reviewers did. */
  reviewers_masked: boolean
  /** Timers of reminders and rungs are spread over so many minutes; their legal instant is not. */
  spread_minutes: number
  /** How long messages wait during office hours to be said together. */
  gather_minutes: number
  /** The substantive return of a cycle at which the leader is told. */
  third_return: number
}

/** The defaults of time.md. */
export const DEFAULT_POLICY: Policy = {
  reminder_offsets: [-3, -1, 0],
  return_window: { substantive: 1, formal: 1 },
  rung_offsets: [1, 3, 5, 10, 15],
  review_days: 3,
  close_days: 2,
  decide_days: 2,
  extensions: { requests: 2, calendar_days: 30 },
  disputes: { requests: 2, days: 3 },
  leader_after_days: 2,
  deem_receipt_days: 2,
  urgent: { takedown_hours: 2, report_days: 1 },
  default_window_days: 10,
  public_report_days: 3,
  // Empty: the catalogue gives every fault a window of its own, and no source names one by severity alone.
  severity_windows: {},
  lookback: { days: [30, 90], after_cycle: 3 },
  retest: { others: 'shown', indicators: {} },
  recipes: {},
  repeat_months: 12,
  repeat_windows: { problem: null, kind: null },
  stamped_report: 'before_closing',
  respond_needs_signatory: false,
  reviewers_masked: false,
  spread_minutes: 85,
  gather_minutes: 10,
  third_return: 3,
}
