import { type Kysely, sql } from 'kysely'

/** When a workflow was last wanted: while much waits to be told, what may still change is told a moment later, once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table workflow_sync
    add column wanted_at timestamptz(3) not null default clock_timestamp()`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table workflow_sync drop column wanted_at`.execute(db)
}
