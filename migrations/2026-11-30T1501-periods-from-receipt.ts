import { type Kysely, sql } from 'kysely'

/** A notice may allow calendar days or hours from receipt; a bare number stays what it was, working days. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table finding alter column due_from_receipt type jsonb
      using to_jsonb(due_from_receipt)`.execute(db)
}

/** Loses what was allowed in calendar days or hours; what was allowed in working days stays. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table finding alter column due_from_receipt type integer
      using case jsonb_typeof(due_from_receipt) when 'number' then due_from_receipt::integer end`.execute(
    db,
  )
}
