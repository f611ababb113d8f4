import { type Kysely, sql } from 'kysely'

/** On which day's quota of its office a mail was last sent; null before it is, and again when no server took it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table mail add column counted_on date`.execute(db)
  await sql`
    create index mail_of_day on mail (office_id, counted_on) where counted_on is not null`.execute(
    db,
  )
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table mail drop column counted_on`.execute(db)
}
