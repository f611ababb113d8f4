import { type Kysely, sql } from 'kysely'

/** 主送、抄送和正文 of a slip, as whoever signs it has them; without them it goes to its unit with the usual words. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table slip add column addressee text, add column copies text[] not null default '{}',
      add column text text`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table slip drop column addressee, drop column copies, drop column text`.execute(
    db,
  )
}
