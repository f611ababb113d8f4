import { type Kysely, sql } from 'kysely'

/** 补充和撤销通报: a notice keeps its number whatever becomes of it; whoever could read it still can. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table notice drop constraint notice_status_check,
      add constraint notice_status_check
        check (status in ('draft', 'issued', 'supplemented', 'revoked')),
      add column supplements_id uuid, add column revoked_at timestamptz(3),
      add column revoked_because text, add column revoked_by uuid, add column revoked_paper_id uuid,
      add constraint notice_revoked check ((status = 'revoked')
        = (revoked_at is not null and revoked_because is not null and revoked_by is not null)),
      add foreign key (office_id, revoked_by) references person (office_id, id),
      add foreign key (office_id, revoked_paper_id) references signed_paper (office_id, id),
      add foreign key (office_id, supplements_id) references notice (office_id, id)`.execute(db)
  await sql`alter table finding add column revoked boolean not null default false,
    add column followed_by uuid, add foreign key (office_id, followed_by) references finding (office_id, id)`.execute(
    db,
  )
  await sql`alter table finding alter column revoked drop default`.execute(db)
  // A draft line that is deleted is looked for among what was followed.
  await sql`
    create index finding_followed_by on finding (followed_by) where followed_by is not null`.execute(
    db,
  )
  await known(db, `status <> 'draft'`)
  await events(db, [...EVENTS, 'revoked', 'followed'])
}

/** Fails while a notice is supplemented or revoked: what happened is not undone. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await events(db, EVENTS)
  await known(db, `status = 'issued'`)
  await sql`alter table finding drop column revoked, drop column followed_by`.execute(db)
  await sql`
    alter table notice drop column supplements_id, drop column revoked_at, drop column revoked_because,
      drop column revoked_by, drop column revoked_paper_id,
      drop constraint notice_status_check,
      add constraint notice_status_check check (status in ('draft', 'issued'))`.execute(db)
}

/** Which notices are out: their numbers are taken, and units with a slice and inspectors read them. */
async function known(db: Kysely<unknown>, out: string): Promise<void> {
  await sql`drop index notice_number`.execute(db)
  await sql`
    create unique index notice_number on notice (office_id, number) where ${sql.raw(out)}`.execute(
    db,
  )
  await sql`
    alter policy api on notice using (office_id = (select app_office()) and (
      (select app_scope() in ('office', 'system'))
      or ((select app_scope() = 'unit') and (${sql.raw(out)} and exists (select from slice s
        where s.notice_id = notice.id and s.unit_id = any ((select app_units())::uuid[]))))
      or ((select app_scope() = 'inspector') and (${sql.raw(out)}))
    ))`.execute(db)
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
  ...['lookbacks_planned', 'reopened', 'withdrawn', 'corrected', 'released', 'reassigned'],
  ...['rescheduled', 'extension_requested', 'dispute_raised', 'transfer_requested'],
  ...['view_given', 'request_withdrawn', 'decision_proposed', 'request_decided'],
  ...['retest_recorded', 'report_registered', 'report_exempted', 'contact_recorded'],
  ...['instruction_recorded', 'commented', 'reminded', 'fell_due', 'climbed', 'office_nagged'],
  ...['progress_missed', 'lookback_opened'],
]
