import { type Kysely, sql } from 'kysely'

/**
 * Who holds a claimed mail, messages that could not be put into words, the mail a message went out with, and which of
 * Temporal's stores was told.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table mail add column claimed_by uuid`.execute(db)
  await sql`create index message_mail on message (mail_id) where mail_id is not null`.execute(db)
  await sql`
    alter table message drop constraint message_status_check,
      add constraint message_status_check
        check (status in ('waiting', 'claimed', 'said', 'dropped', 'parked'))`.execute(db)
  await sql`create index message_parked on message (office_id) where status = 'parked'`.execute(db)
  // Offices look each morning for what units owe; the rows are few beside all that was ever found.
  await sql`
    create index finding_owing on finding (office_id, unit_id, due_at)
    where state in ('notified', 'rectifying', 'returned', 'ongoing')`.execute(db)

  // One row a namespace; which one it was is told by an id that a new store does not have.
  await sql`
    create table workflow_store (
      namespace text primary key,
      store_id text not null,
      told_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp())
    )`.execute(db)
  await sql`alter table workflow_store enable row level security`.execute(db)
  await sql`alter table workflow_store force row level security`.execute(db)
  await sql`create policy api on workflow_store to zhenggai_api using (false)`.execute(db)
  await sql`
    create policy worker on workflow_store to zhenggai_worker using (true) with check (true)`.execute(
    db,
  )
  await sql`
    create policy migrate on workflow_store to zhenggai_migrate using (true) with check (true)`.execute(
    db,
  )
  await sql`grant select on workflow_store to zhenggai_api`.execute(db)
  await sql`grant select, insert, update on workflow_store to zhenggai_worker`.execute(db)
  await sql`grant select, insert, update, delete on workflow_store to zhenggai_migrate`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table workflow_store`.execute(db)
  await sql`drop index finding_owing, message_parked, message_mail`.execute(db)
  await sql`update message set status = 'dropped' where status = 'parked'`.execute(db)
  await sql`
    alter table message drop constraint message_status_check,
      add constraint message_status_check
        check (status in ('waiting', 'claimed', 'said', 'dropped'))`.execute(db)
  await sql`alter table mail drop column claimed_by`.execute(db)
}
