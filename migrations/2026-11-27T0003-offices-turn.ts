import { type Kysely, sql } from 'kysely'

/** What waits for the office, in the order of the list: two states have no common order in the index of states. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index finding_offices_turn on finding (office_id, due_sort, id)
    where state in ('responded', 'verified')`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index finding_offices_turn`.execute(db)
}
