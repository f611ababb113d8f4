import { type Kysely, sql } from 'kysely'

/** Counts what many have done since a process last told, in one statement; answers with everybody's counts so far. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function count_attempts(subjects text[], more integer[], window_ms integer)
    returns table (subject text, hits integer, left_ms integer)
    language sql volatile security definer set search_path = pg_catalog, pg_temp
    as $$
      insert into public.attempt_count as c (subject, since, hits)
      select one, clock_timestamp(), n from unnest(subjects, more) as given (one, n) order by one
      on conflict on constraint attempt_count_pkey do update set
        hits = case when c.since + window_ms * interval '1 ms' <= excluded.since then excluded.hits
          else c.hits + excluded.hits end,
        since = case when c.since + window_ms * interval '1 ms' <= excluded.since
          then excluded.since else c.since end
      returning c.subject, c.hits,
        greatest(0, ceil(window_ms - extract(epoch from clock_timestamp() - c.since) * 1000))::integer
    $$`.execute(db)
  await sql`revoke execute on function count_attempts from public`.execute(db)
  await sql`grant execute on function count_attempts to zhenggai_api`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop function count_attempts`.execute(db)
}
