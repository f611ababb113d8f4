import { type Kysely, sql } from 'kysely'

/** Somebody of a unit may do without mail that nobody has to get. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table person add column courtesy_mail boolean not null default true`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table person drop column courtesy_mail`.execute(db)
}
