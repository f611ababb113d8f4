import { type Kysely, sql } from 'kysely'

/** What comes before a person's decision and after it, but for the hit being part of a finding. */
const status = (taken: string) => sql`
  alter table hit add column status text not null generated always as (case
    when decision is not null then decision
    ${sql.raw(taken)}
    when last_seen is null or gone_at > last_seen then 'gone_proposed'
    else 'waiting' end) stored`

/**
 * 采用线索. A hit is taken up by one finding at most; a draft that is deleted gives its hits back, whoever deletes it: its
 * reports and a person's decision are never touched by that.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table hit
      add column finding_id uuid,
      add column taken_up_at timestamptz(3),
      add column taken_up_by uuid,
      add constraint hit_taken_up check (finding_id is null
        or (decision is null and taken_up_at is not null and taken_up_by is not null)),
      add constraint hit_finding foreign key (office_id, finding_id)
        references finding (office_id, id) on delete set null (finding_id),
      add constraint hit_taker foreign key (office_id, taken_up_by)
        references person (office_id, id),
      drop column status`.execute(db)
  await status(`when finding_id is not null then 'taken_up'`).execute(db)
  await sql`create index hit_by_status on hit (office_id, status, id)`.execute(db)
  await sql`create index hit_of_finding on hit (finding_id) where finding_id is not null`.execute(
    db,
  )
  await sql`grant update (finding_id, taken_up_at, taken_up_by) on hit to zhenggai_api`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table hit drop column status, drop column finding_id, drop column taken_up_at,
      drop column taken_up_by`.execute(db)
  await status('').execute(db)
  await sql`create index hit_by_status on hit (office_id, status, id)`.execute(db)
}
