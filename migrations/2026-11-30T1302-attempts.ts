import { type Kysely, sql } from 'kysely'

/**
 * How often something was tried of late, such as to get in from one address: counted for all processes together, by the
 * real clock. Lost with the server's memory, and no loss. What is an hour old is dropped with the next that is counted.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create unlogged table attempt_count (
      subject text primary key,
      since timestamptz(3) not null,
      hits integer not null
    )`.execute(db)
  await sql`create index attempt_count_since on attempt_count (since)`.execute(db)
  await sql`alter table attempt_count enable row level security`.execute(db)
  await sql`alter table attempt_count force row level security`.execute(db)
  await sql`create policy api on attempt_count to zhenggai_api using (false)`.execute(db)
  await sql`create policy worker on attempt_count to zhenggai_worker using (false)`.execute(db)
  await sql`
    create policy migrate on attempt_count to zhenggai_migrate using (true) with check (true)`.execute(
    db,
  )
  await sql`grant select on attempt_count to zhenggai_api`.execute(db)
  await sql`grant select, insert, update, delete on attempt_count to zhenggai_migrate`.execute(db)
  // A window begins with the first try and ends by itself; `left_ms` is until then.
  await sql`
    create function count_attempt(tried text, window_ms integer)
    returns table (hits integer, left_ms integer)
    language sql volatile security definer set search_path = pg_catalog, pg_temp
    as $$
      delete from public.attempt_count where subject in (
        select subject from public.attempt_count where since < clock_timestamp() - interval '1 hour'
        order by since limit 10 for update skip locked);
      insert into public.attempt_count as c (subject, since, hits) values (tried, clock_timestamp(), 1)
      on conflict (subject) do update set
        hits = case when c.since + window_ms * interval '1 ms' <= excluded.since then 1
          else c.hits + 1 end,
        since = case when c.since + window_ms * interval '1 ms' <= excluded.since
          then excluded.since else c.since end
      returning c.hits,
        greatest(0, ceil(window_ms - extract(epoch from clock_timestamp() - c.since) * 1000))::integer
    $$`.execute(db)
  await sql`revoke execute on function count_attempt from public`.execute(db)
  await sql`grant execute on function count_attempt to zhenggai_api`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop function count_attempt`.execute(db)
  await sql`drop table attempt_count`.execute(db)
}
