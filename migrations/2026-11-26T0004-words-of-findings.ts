import { type Kysely, sql } from 'kysely'

/**
 * Pairs of neighbouring characters of every problem, so that part of its words finds it without reading the table. A
 * table of its own: findings are rewritten with every command, their words hardly ever. Chinese has no spaces, and no
 * extension is asked of the server.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function bigrams(words text) returns text[]
    language sql immutable strict parallel safe
    return array(
      select distinct substr(lower(words), n, 2) from generate_series(1, char_length(words) - 1) n)`.execute(
    db,
  )
  await sql`
    create table finding_words (
      finding_id uuid primary key,
      office_id uuid not null references office (id),
      bigrams text[] not null,
      foreign key (office_id, finding_id) references finding (office_id, id) on delete cascade
    )`.execute(db)
  await sql`
    insert into finding_words (finding_id, office_id, bigrams)
    select id, office_id, bigrams(problem) from finding`.execute(db)
  await sql`create index finding_words_bigrams on finding_words using gin (bigrams)`.execute(db)

  await sql`
    create function keep_finding_words() returns trigger language plpgsql as $$
    begin
      insert into finding_words (finding_id, office_id, bigrams)
      values (new.id, new.office_id, bigrams(new.problem))
      on conflict (finding_id) do update set bigrams = excluded.bigrams;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger finding_words after insert or update of problem on finding
    for each row execute function keep_finding_words()`.execute(db)

  await sql`
    call fence('finding_words',
      'exists (select from finding f where f.id = finding_words.finding_id)')`.execute(db)
  // The fence would come before the index: what compares arrays may, for all the planner knows, tell what it saw. So the
  // rights of the owner look candidates up, and among them only what the fence of findings shows as well.
  await sql`
    create function findings_saying(words text, most integer) returns table (finding_id uuid)
    language sql stable security definer set search_path = public, pg_temp
    as $$
      select w.finding_id from finding_words w
      where w.office_id = (select app_office()) and w.bigrams @> bigrams(words)
        and ((select app_scope() in ('office', 'system')) or exists (
          select from finding f where f.id = w.finding_id and f.audience = 'unit'
            and ((select app_scope() = 'inspector') or ((select app_scope() = 'unit')
              and f.unit_id = any ((select app_units())::uuid[])))))
      limit most
    $$`.execute(db)
  await sql`revoke execute on function findings_saying from public`.execute(db)
  await sql`grant execute on function findings_saying to zhenggai_api, zhenggai_migrate`.execute(db)
  await sql`grant select, insert, update on finding_words to zhenggai_api, zhenggai_migrate`.execute(
    db,
  )
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop function findings_saying`.execute(db)
  await sql`drop trigger finding_words on finding`.execute(db)
  await sql`drop function keep_finding_words`.execute(db)
  await sql`drop table finding_words`.execute(db)
  await sql`drop function bigrams`.execute(db)
}
