import { type Kysely, sql } from 'kysely'

/** When the cycle of a finding began: its service, or its last reopening. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table finding add column cycle_since timestamptz(3)`.execute(db)
  await sql`
    update finding f set cycle_since = coalesce(
      (select max(e.effective_at) from finding_event e
       where e.finding_id = f.id and e.type = 'reopened'), f.served_at)`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table finding drop column cycle_since`.execute(db)
}
