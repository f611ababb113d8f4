import { type Kysely, sql } from 'kysely'

/**
 * 联系方式失效. A mail that comes back names an address at which nobody is reached: kept once while it stands, told to the
 * office and to the unit's other contacts. What that mail had proved of a slice no longer counts.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table contact_fault (
      id uuid primary key,
      office_id uuid not null references office (id),
      unit_id uuid,
      person_id uuid,
      name text not null,
      address text not null,
      how text not null check (how in ('refused', 'bounced', 'gave_up')),
      reason text not null,
      mail_id uuid not null,
      found_at timestamptz(3) not null,
      cleared_at timestamptz(3),
      cleared_by uuid,
      cleared_because text,
      unique (office_id, id),
      constraint contact_fault_whole check ((cleared_at is null) = (cleared_by is null)
        and (cleared_at is null) = (cleared_because is null)),
      foreign key (office_id, unit_id) references unit (office_id, id),
      foreign key (office_id, person_id) references person (office_id, id),
      foreign key (office_id, mail_id) references mail (office_id, id),
      foreign key (office_id, cleared_by) references person (office_id, id)
    )`.execute(db)
  await sql`
    create unique index contact_fault_once on contact_fault (office_id, unit_id, lower(address))
      nulls not distinct where cleared_at is null`.execute(db)
  await sql`
    create index contact_fault_list on contact_fault (office_id, found_at desc, id desc)`.execute(
    db,
  )
  await sql`call fence('contact_fault', 'unit_id = any ((select app_units())::uuid[])')`.execute(db)
  await sql`
    grant select, insert, update (cleared_at, cleared_by, cleared_because) on contact_fault
      to zhenggai_api`.execute(db)
  await sql`grant select, insert on contact_fault to zhenggai_worker`.execute(db)
  await sql`grant select, insert, update on contact_fault to zhenggai_migrate`.execute(db)
  await sql`
    alter table mail drop constraint mail_status_check,
      add constraint mail_status_check
        check (status in ('queued', 'sent', 'failed', 'refused', 'bounced'))`.execute(db)
  await sql`
    alter table mail_attempt drop constraint mail_attempt_outcome_check,
      add constraint mail_attempt_outcome_check
        check (outcome in ('accepted', 'deferred', 'refused', 'bounced'))`.execute(db)
  await sql`grant update (${MAIL}) on mail to zhenggai_api`.execute(db)
  await sql`grant insert on mail_attempt to zhenggai_api`.execute(db)
  await sql`
    alter table slice_proof add column mail_id uuid, add column refuted_at timestamptz(3),
      drop constraint slice_proof_pkey,
      add constraint slice_proof_once
        unique nulls not distinct (notice_id, unit_id, at, how, mail_id),
      add foreign key (office_id, mail_id) references mail (office_id, id)`.execute(db)
  await sql`
    create index slice_proof_mail on slice_proof (mail_id) where mail_id is not null`.execute(db)
  await sql`grant update (refuted_at) on slice_proof to zhenggai_api`.execute(db)
  await sql`
    alter table message add column contact_fault_id uuid,
      add foreign key (office_id, contact_fault_id) references contact_fault (office_id, id),
      drop constraint message_subject, add constraint message_subject
        check (coalesce(finding_id, slip_id, contact_fault_id, notice_id) is not null)`.execute(db)
  await once(db, 'finding_id, slip_id, contact_fault_id, notice_id')
  await words(db, [...MESSAGES, 'contact_failed'])
}

/** Fails while a mail has come back: what happened is not undone. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await words(db, MESSAGES)
  await once(db, 'finding_id, slip_id, notice_id')
  await sql`
    alter table message drop constraint message_subject, drop column contact_fault_id,
      add constraint message_subject
        check (coalesce(finding_id, slip_id, notice_id) is not null)`.execute(db)
  await sql`drop table contact_fault`.execute(db)
  await sql`
    delete from slice_proof a using slice_proof b where a.ctid > b.ctid
      and (a.notice_id, a.unit_id, a.at, a.how) = (b.notice_id, b.unit_id, b.at, b.how)`.execute(db)
  await sql`
    alter table slice_proof drop constraint slice_proof_once, drop column mail_id,
      drop column refuted_at, add primary key (notice_id, unit_id, at, how)`.execute(db)
  await sql`revoke update (${MAIL}) on mail from zhenggai_api`.execute(db)
  await sql`revoke insert on mail_attempt from zhenggai_api`.execute(db)
  await sql`
    alter table mail_attempt drop constraint mail_attempt_outcome_check,
      add constraint mail_attempt_outcome_check
        check (outcome in ('accepted', 'deferred', 'refused'))`.execute(db)
  await sql`
    alter table mail drop constraint mail_status_check,
      add constraint mail_status_check
        check (status in ('queued', 'sent', 'failed', 'refused'))`.execute(db)
}

/** Said once or not at all: by subject, unit, cause and recipient. */
async function once(db: Kysely<unknown>, subject: string): Promise<void> {
  await sql`drop index message_once`.execute(db)
  await sql`
    create unique index message_once on message
      (coalesce(${sql.raw(subject)}), unit_id, cause, recipient) nulls not distinct`.execute(db)
}

async function words(db: Kysely<unknown>, messages: readonly string[]): Promise<void> {
  await sql`
    alter table message drop constraint message_kind_check,
      add constraint message_kind_check check (kind in (${list(messages)}))`.execute(db)
}

const MAIL = sql.raw('status, attempts, last_error, next_attempt_at, lease_until, claimed_by')
const MESSAGES = [
  ...['slice', 'reminder', 'fell_due', 'overdue', 'progress_due', 'returned', 'accepted'],
  ...['plan_accepted', 'closed', 'reopened', 'withdrawn', 'corrected', 'released', 'rescheduled'],
  ...['request_decided', 'view_wanted', 'response_registered', 'slip_issued', 'slip_withdrawn'],
  ...['unit_comment', 'response_waits', 'request_waits', 'view_given', 'proposal_waits'],
  ...['decision_waits', 'delivery_unproven', 'third_return', 'slip_waits', 'office_comment'],
  ...['office_late', 'request_late', 'lookback_waits', 'seen_again'],
]

function list(words: readonly string[]) {
  return sql.join(words.map((word) => sql.lit(word)))
}
