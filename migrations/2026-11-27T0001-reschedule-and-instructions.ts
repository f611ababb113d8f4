import { type Kysely, sql } from 'kysely'

/** A due may be moved by the leader, and what leaders wrote is kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table finding_event drop constraint finding_event_type_check,
      add constraint finding_event_type_check check (type in (${list([...EVENTS, ...NEW_EVENTS])}))`.execute(
    db,
  )
  await sql`
    alter table message drop constraint message_kind_check,
      add constraint message_kind_check check (kind in (${list([...MESSAGES, 'rescheduled'])}))`.execute(
    db,
  )
}

/** Fails while such an event or message is there: what happened is not undone. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table finding_event drop constraint finding_event_type_check,
      add constraint finding_event_type_check check (type in (${list(EVENTS)}))`.execute(db)
  await sql`
    alter table message drop constraint message_kind_check,
      add constraint message_kind_check check (kind in (${list(MESSAGES)}))`.execute(db)
}

const NEW_EVENTS = ['rescheduled', 'instruction_recorded']
const EVENTS = [
  ...['drafted', 'issued', 'acknowledged', 'receipt_deemed', 'receipt_unproven', 'delegated'],
  ...[
    'takedown_reported',
    'progress_reported',
    'responded',
    'recalled',
    'review_begun',
    'accepted',
  ],
  ...['returned', 'closed', 'closed_unreported', 'reopened', 'withdrawn', 'corrected'],
  ...['retest_recorded', 'report_registered', 'report_exempted', 'contact_recorded', 'commented'],
  ...['reminded', 'fell_due', 'climbed', 'office_nagged'],
]
const MESSAGES = [
  ...['slice', 'reminder', 'fell_due', 'overdue', 'returned', 'accepted', 'closed', 'reopened'],
  ...['withdrawn', 'corrected', 'response_registered', 'slip_issued', 'slip_withdrawn'],
  ...['unit_comment', 'response_waits', 'decision_waits', 'delivery_unproven', 'third_return'],
  ...['slip_waits', 'office_comment', 'office_late'],
]

function list(words: readonly string[]) {
  return sql.join(words.map((word) => sql.lit(word)))
}
