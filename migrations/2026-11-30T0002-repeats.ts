import { type Kysely, sql } from 'kysely'

/** 重复出现: what of its unit's earlier findings a finding repeats, and the one it takes up after a look-back failed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table finding add column repeats jsonb, add column follows_id uuid,
      add foreign key (office_id, follows_id) references finding (office_id, id)`.execute(db)
  await sql`
    create index finding_follows on finding (follows_id) where follows_id is not null`.execute(db)
  await sql`
    create index finding_repeats on finding (office_id, due_sort, id) where repeats is not null`.execute(
    db,
  )
  // What is repeated is looked up when a notice is issued, for thousands of lines at once.
  await sql`
    create index finding_alike on finding (unit_id, indicator_id, served_at desc)
    where served_at is not null`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index finding_alike`.execute(db)
  await sql`alter table finding drop column repeats, drop column follows_id`.execute(db)
}
