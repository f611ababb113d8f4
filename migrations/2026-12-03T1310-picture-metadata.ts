import { type Kysely, sql } from 'kysely'

/** What a picture says beside what it shows; null where nobody has looked, as of all that is there already. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table evidence add column metadata text[]
      check (metadata <@ array['place', 'time', 'device', 'person', 'unread'])`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table evidence drop column metadata`.execute(db)
}
