import { type Kysely, sql } from 'kysely'

/** 转办提醒. A unit's own, inner due has reminders of its own; a unit below is told what it is to work on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await words(
    db,
    [...EVENTS, 'delegate_reminded'],
    [...MESSAGES, 'delegation'],
    [...MILESTONES, 'remind_delegate'],
  )
}

/** Fails while such an event, message or milestone is there: what happened is not undone. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await words(db, EVENTS, MESSAGES, MILESTONES)
}

async function words(
  db: Kysely<unknown>,
  events: readonly string[],
  messages: readonly string[],
  milestones: readonly string[],
): Promise<void> {
  await sql`
    alter table finding_event drop constraint finding_event_type_check,
      add constraint finding_event_type_check check (type in (${list(events)}))`.execute(db)
  await sql`
    alter table message drop constraint message_kind_check,
      add constraint message_kind_check check (kind in (${list(messages)}))`.execute(db)
  await sql`
    alter table milestone drop constraint milestone_kind_check,
      add constraint milestone_kind_check check (kind in (${list(milestones)}))`.execute(db)
}

const EVENTS = [
  ...['drafted', 'issued', 'acknowledged', 'receipt_deemed', 'receipt_unproven'],
  ...['delegated', 'takedown_reported', 'progress_reported', 'responded', 'recalled'],
  ...['review_begun', 'accepted', 'plan_accepted', 'returned', 'closed'],
  ...['closed_unreported', 'lookbacks_planned', 'reopened', 'withdrawn', 'revoked'],
  ...['followed', 'corrected', 'released', 'reassigned', 'rescheduled'],
  ...['extension_requested', 'dispute_raised', 'transfer_requested', 'view_given'],
  ...['request_withdrawn', 'decision_proposed', 'request_decided', 'retest_recorded'],
  ...['report_registered', 'report_exempted', 'contact_recorded'],
  ...['instruction_recorded', 'commented', 'reminded', 'fell_due', 'climbed'],
  ...['office_nagged', 'progress_missed', 'lookback_opened', 'recalculated'],
]
const MESSAGES = [
  ...['slice', 'reminder', 'fell_due', 'overdue', 'progress_due', 'returned', 'accepted'],
  ...['plan_accepted', 'closed', 'reopened', 'withdrawn', 'corrected', 'released', 'rescheduled'],
  ...['request_decided', 'view_wanted', 'response_registered', 'slip_issued', 'slip_withdrawn'],
  ...['unit_comment', 'response_waits', 'request_waits', 'view_given', 'proposal_waits'],
  ...['decision_waits', 'delivery_unproven', 'third_return', 'slip_waits', 'office_comment'],
  ...['office_late', 'request_late', 'lookback_waits', 'seen_again', 'contact_failed'],
]
const MILESTONES = [
  ...['deem_received', 'remind', 'fall_due', 'climb', 'nag_office', 'progress_due'],
  ...['open_lookback', 'open_day', 'gather'],
]

function list(words: readonly string[]) {
  return sql.join(words.map((word) => sql.lit(word)))
}
