import t from 'tap'
import { OPERATIONS } from '../../src/domain/clock-view.js'
import { DUE_RULE_LABELS } from '../../src/domain/due-labels.js'
import { blankFinding, DUE_RULES } from '../../src/domain/finding.js'
import { DEFAULT_POLICY } from '../../src/domain/policy.js'
import { SYSTEM, SYSTEM_ACTOR } from '../../src/domain/situation.js'

t.test('an office decides nothing for itself: the defaults of time.md', async (t) => {
  t.strictSame(DEFAULT_POLICY, {
    reminder_offsets: [-3, -1, 0],
    return_window: { substantive: 1, formal: 1 },
    rung_offsets: [1, 3, 5, 10, 15],
    ...{ review_days: 3, close_days: 2, decide_days: 2, leader_after_days: 2 },
    extensions: { requests: 2, calendar_days: 30 },
    disputes: { requests: 2, days: 3 },
    deem_receipt_days: 2,
    urgent: { takedown_hours: 2, report_days: 1 },
    public_report_days: 3,
    ...{ default_window_days: 10, severity_windows: {}, repeat_months: 12 },
    repeat_windows: { problem: null, kind: null },
    // Ours too: tasks open by themselves where there is a tool, and propose nothing.
    retest: { others: 'shown', indicators: {} },
    // The catalogue's recipes.
    recipes: {},
    lookback: { days: [30, 90], after_cycle: 3 },
    ...{ stamped_report: 'before_closing', respond_needs_signatory: false },
    // Ours: a unit is told who judged, unless the office says otherwise.
    reviewers_masked: false,
    // Ours, for load and for saying things together; no source names them.
    ...{ spread_minutes: 85, gather_minutes: 10, third_return: 3 },
  })
})

t.test('nothing has happened to a finding the fold starts from', async (t) => {
  const ids = { id: 'f', office_id: 'o', notice_id: 'n', number: 7, policy_version: 'p1' }
  const { seq, revision, tenure, cycle, cycle_plan, plan, last_plan, ...rest } = blankFinding(ids)
  t.strictSame(
    { seq, revision, tenure, plan, last_plan },
    {
      ...{ seq: 0, revision: 0, tenure: 0, plan: 0, last_plan: 0 },
    },
  )
  t.strictSame({ cycle, cycle_plan }, { cycle: 1, cycle_plan: 1 })
  const said = Object.entries(rest).filter(([, value]) => value !== null && value !== false)
  t.strictSame(Object.fromEntries(said), {
    ...ids,
    ...{ state: 'draft', severity: 'deduction', handling: 'normal', fixed: 'unknown' },
    ...{ reported: 'no', rung: 0, rung_base: 0, highest_rung: 0 },
    ...{ rounds: 0, returns: 0, formal_returns: 0 },
    ...{ requests: 0, extensions: 0, extension_days: 0, disputes: 0, transfers: 0 },
  })
  const open = Object.entries(rest).flatMap(([field, value]) => (value === null ? [field] : []))
  t.strictSame(open.toSorted(), [
    ...['asset_id', 'closed_at', 'contact_at', 'cycle_since', 'delegated_to', 'dispute', 'due'],
    ...['due_from_receipt', 'extension', 'fell_due_plan', 'fix_steps', 'followed_by'],
    ...['indicator_id', 'issued_by'],
    ...['late_from', 'lookback', 'lookbacks', 'original_due'],
    ...[
      'progress',
      'progress_at',
      'received_at',
      'repeats',
      'retest',
      'round',
      'served_at',
      'service_date',
    ],
    ...['supports', 'taken_down_at', 'transfer', 'turn_since', 'unit_id'],
  ])
})

t.test('every rule of a due has its words, and every long job its name', async (t) => {
  t.strictSame([...DUE_RULES].toSorted(), Object.keys(DUE_RULE_LABELS).toSorted())
  t.strictSame(OPERATIONS, [
    ...['send_mail', 'advance_rehearsal', 'apply_calendar', 'import_hits', 'bulk'],
  ])
})

t.test('the clock is nobody, and acts in no role but its own', async (t) => {
  t.strictSame(SYSTEM_ACTOR, { person_id: null, roles: ['system'] })
  t.strictSame(SYSTEM, { person_id: null, role: 'system', signed_paper_id: null })
})
