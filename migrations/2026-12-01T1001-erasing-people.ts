import { type Kysely, sql } from 'kysely'

/** Where somebody may be named in words that are no event's: whatever people, mails and machines wrote. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  asset: ['name', 'platform', 'url'],
  calendar_version: ['source', 'reason', 'applied_because'],
  policy_version: ['reason'],
  consultation_line: ['category', 'title', 'problem', 'place', 'whom', 'words'],
  contact_fault: ['name', 'address', 'reason', 'cleared_because'],
  evidence: ['name'],
  hit: ['observation', 'url', 'account', 'decided_because'],
  mail: ['to_name', 'to_address', 'subject', 'text', 'html', 'last_error'],
  mail_attempt: ['reason'],
  notice: ['title', 'period', 'source_text', 'revoked_because'],
  service_account: ['name'],
  slip: ['addressee', 'text', 'reason'],
  finding: ['category', 'problem', 'sentence'],
}
const JSONS: Readonly<Record<string, readonly string[]>> = {
  finding: ['place'],
  hit_line: ['report'],
  operation: ['input', 'progress', 'result'],
  command_key: ['body'],
}
const LISTS: Readonly<Record<string, readonly string[]>> = { notice: ['basis'] }

/**
 * 清除人员信息. A person who has left is erased: row, mails, and their name, address and telephone wherever they stand.
 * The row stays without them, since the record names it by its id.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table person add column erased_at timestamptz(3),
      add constraint person_erased check (erased_at is null or (name = '已删除' and email is null
        and phone is null and issuer is null and status = 'disabled'))`.execute(db)
  await sql`
    create table erasure (
      id uuid primary key,
      office_id uuid not null references office (id),
      person_id uuid not null unique,
      at timestamptz(3) not null,
      erased_by uuid not null,
      signed_paper_id uuid,
      reason text not null,
      basis text not null,
      unique (office_id, id),
      foreign key (office_id, person_id) references person (office_id, id),
      foreign key (office_id, erased_by) references person (office_id, id),
      foreign key (office_id, signed_paper_id) references signed_paper (office_id, id)
    )`.execute(db)
  await sql`call fence('erasure', 'false')`.execute(db)
  await sql`grant select, insert on erasure to zhenggai_api, zhenggai_migrate`.execute(db)
  await sql`
    create trigger guard_history before update or delete on erasure
    for each row execute function guard_history()`.execute(db)
  await sql`
    create trigger guard_truncate before truncate on erasure
    for each statement execute function guard_history()`.execute(db)
  await masking(db)
  await naming(db)
  await erasing(db)
}

/** Fails while somebody is erased: they do not come back. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$ begin
      if exists (select from erasure) then raise exception 'somebody was erased'; end if;
    end $$`.execute(db)
  await sql`drop function erase_person, words_naming, masked_json, masked, holds`.execute(db)
  await sql`drop table erasure`.execute(db)
  await sql`alter table person drop column erased_at`.execute(db)
}

/** As many signs stand in place of words as they had: what points into a text still points to the same. */
async function masking(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function holds(words text, wanted text[]) returns boolean
    language sql immutable parallel safe set search_path = pg_catalog
    return exists (select from unnest(wanted) w
      where strpos(words, w) > 0 or strpos(words, btrim(to_json(w)::text, '"')) > 0)`.execute(db)
  await sql`
    create function masked(words text, wanted text[]) returns text
    language plpgsql immutable parallel safe set search_path = pg_catalog
    as $$
    declare w text;
    begin
      foreach w in array wanted loop
        words := replace(words, w, repeat('＊', char_length(w)));
      end loop;
      return words;
    end $$`.execute(db)
  await sql`
    create function masked_json(value json, wanted text[]) returns json
    language plpgsql immutable parallel safe set search_path = public, pg_temp
    as $$
    begin
      return case json_typeof(value)
        when 'string' then to_json(masked(value #>> '{}', wanted))
        when 'array' then (select ('[' || coalesce(string_agg(masked_json(e, wanted)::text, ',' order by n), '')
          || ']')::json from json_array_elements(value) with ordinality a (e, n))
        when 'object' then (select ('{' || coalesce(string_agg(to_json(k)::text || ':'
          || masked_json(v, wanted)::text, ',' order by n), '') || '}')::json
          from json_each(value) with ordinality o (k, v, n))
        else value end;
    end $$`.execute(db)
}

/**
 * By which words a person is found in texts. None that is also another's, nor one so short that it stands in others: such
 * texts are for people to judge.
 */
async function naming(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function words_naming(who uuid) returns text[]
    language sql stable set search_path = public, pg_temp
    as $$
      select array_remove(array[
        case when char_length(p.name) >= 2 and (p.name ~ '[^ -~]' or p.name ~ '[^ ] +[^ ]')
          and not exists (select from person o where o.office_id = p.office_id and o.id <> p.id
            and strpos(o.name, p.name) > 0) then p.name end,
        case when not exists (select from person o where o.office_id = p.office_id and o.id <> p.id
            and lower(o.email) = lower(p.email))
          and not exists (select from unit u where u.office_id = p.office_id
            and lower(u.mailbox) = lower(p.email)) then p.email end,
        case when char_length(p.phone) >= 7
          and not exists (select from person o where o.office_id = p.office_id and o.id <> p.id
            and o.phone = p.phone)
          and not exists (select from office f where f.id = p.office_id and f.duty_phone = p.phone)
          then p.phone end], null)
      from person p where p.id = who
    $$`.execute(db)
  await sql`revoke execute on function words_naming from public`.execute(db)
  await sql`grant execute on function words_naming to zhenggai_api`.execute(db)
}

/** With the rights of the owner, and nobody without their entry. The words go with `erase_words`. */
async function erasing(db: Kysely<unknown>): Promise<void> {
  const tables = [...new Set([...Object.keys(TEXTS), ...Object.keys(JSONS)])]
  const masks = tables.map(maskText).join('\n')
  await sql`
    create function erase_person(who uuid) returns void
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
    declare wanted text[];
    begin
      if not exists (select from erasure where person_id = who and office_id = app_office()) then
        raise exception 'nobody is erased without an entry' using errcode = 'insufficient_privilege';
      end if;
      wanted := words_naming(who);
      update mail set status = case status when 'queued' then 'failed' else status end,
        next_attempt_at = null, lease_until = null, claimed_by = null,
        to_name = '已删除', to_address = '已删除', last_error = null
        where office_id = app_office() and person_id = who;
      update mail_attempt a set reason = null from mail m
        where m.id = a.mail_id and m.office_id = app_office() and m.person_id = who;
      update contact_fault set name = '已删除', address = '已删除', reason = '已删除'
        where office_id = app_office() and person_id = who;
      update person set name = '已删除', email = null, phone = null, issuer = null, subject = null,
        status = 'disabled', courtesy_mail = false,
        erased_at = date_trunc('milliseconds', clock_timestamp())
        where id = who and office_id = app_office();
      if cardinality(wanted) > 0 then
        ${sql.raw(masks)}
      end if;
    end $$`.execute(db)
  await sql`revoke execute on function erase_person from public`.execute(db)
  await sql`grant execute on function erase_person to zhenggai_api`.execute(db)
}

function maskText(table: string): string {
  const [texts, jsons, lists] = [TEXTS, JSONS, LISTS].map((of) => of[table] ?? [])
  const kind = table === 'command_key' ? 'json' : 'jsonb'
  const set = [
    ...(texts ?? []).map((one) => `${one} = masked(${one}, wanted)`),
    ...(jsons ?? []).map((one) => `${one} = masked_json(${one}::json, wanted)::${kind}`),
    ...(lists ?? []).map(
      (one) =>
        `${one} = array(select masked(w, wanted) from unnest(${one}) with ordinality l (w, n) order by n)`,
    ),
  ]
  const held = [...(texts ?? []), ...(jsons ?? []), ...(lists ?? [])].map((one) => `${one}::text`)
  return `update ${table} set ${set.join(', ')}
    where office_id = app_office() and holds(concat_ws(' ', ${held.join(', ')}), wanted);`
}
