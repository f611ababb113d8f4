import { type Kysely, sql } from 'kysely'

/**
 * The ids of all offices with a running clock, for the watchdog, which acts for nobody: it runs with the rights of its
 * owner and answers nothing else.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function working_offices() returns table (office_id uuid)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$ select id from public.office where not rehearsal order by id $$`.execute(db)
  await sql`revoke execute on function working_offices from public`.execute(db)
  await sql`grant execute on function working_offices to zhenggai_api, zhenggai_worker`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop function working_offices`.execute(db)
}
