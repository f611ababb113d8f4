import { type Kysely, sql } from 'kysely'

/** Calendars as versions: who made one and why, and who brought it into force; what it moved is an event of its finding. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table calendar_version add column created_by uuid, add column reason text,
      add column applied_at timestamptz(3), add column applied_by uuid, add column applied_because text,
      add constraint calendar_reason check ((created_by is null) = (reason is null)),
      add constraint calendar_applied check ((applied_at is null) = (applied_by is null)
        and (applied_at is null) = (applied_because is null)),
      add foreign key (office_id, created_by) references person (office_id, id),
      add foreign key (office_id, applied_by) references person (office_id, id)`.execute(db)
  await sql`
    grant update (applied_at, applied_by, applied_because) on calendar_version to zhenggai_api`.execute(
    db,
  )
  await events(db, [...EVENTS, 'recalculated'])
}

/** Fails while a new calendar has moved a finding: what happened is not undone. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await events(db, EVENTS)
  await sql`
    revoke update (applied_at, applied_by, applied_because) on calendar_version from zhenggai_api`.execute(
    db,
  )
  await sql`
    alter table calendar_version drop column created_by, drop column reason,
      drop column applied_at, drop column applied_by, drop column applied_because`.execute(db)
}

async function events(db: Kysely<unknown>, words: readonly string[]): Promise<void> {
  const list = sql.join(words.map((word) => sql.lit(word)))
  await sql`
    alter table finding_event drop constraint finding_event_type_check,
      add constraint finding_event_type_check check (type in (${list}))`.execute(db)
}

const EVENTS = [
  ...['drafted', 'issued', 'acknowledged', 'receipt_deemed', 'receipt_unproven', 'delegated'],
  ...['takedown_reported', 'progress_reported', 'responded', 'recalled', 'review_begun'],
  ...['accepted', 'plan_accepted', 'returned', 'closed', 'closed_unreported'],
  ...['lookbacks_planned', 'reopened', 'withdrawn', 'revoked', 'followed', 'corrected'],
  ...['released', 'reassigned', 'rescheduled', 'extension_requested', 'dispute_raised'],
  ...['transfer_requested', 'view_given', 'request_withdrawn', 'decision_proposed'],
  ...['request_decided', 'retest_recorded', 'report_registered', 'report_exempted'],
  ...['contact_recorded', 'instruction_recorded', 'commented', 'reminded', 'fell_due', 'climbed'],
  ...['office_nagged', 'progress_missed', 'lookback_opened'],
]
