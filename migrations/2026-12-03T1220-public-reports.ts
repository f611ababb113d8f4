import { type Kysely, sql } from 'kysely'

/** 我为政府网站找错: a notice may be what the public reported; its findings have a window of their own, whoever they come to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table notice add column kind text not null default 'inspection'
      check (kind in ('inspection', 'public_report'))`.execute(db)
  await sql`alter table finding add column public_report boolean not null default false`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table finding drop column public_report`.execute(db)
  await sql`alter table notice drop column kind`.execute(db)
}
