import { type Kysely, sql } from 'kysely'

const OLD_ROLES = [
  ...['unit.reporter', 'unit.signatory', 'office.handler', 'office.reviewer', 'office.leader'],
  ...['inspector', 'auditor', 'admin'],
]

/**
 * 三权分立. Who gives roles, who keeps keys, logins and how long things stay, and who audits both are three people: nobody
 * is two of them on the same day. What only the second may do the database refuses the API in anybody else's name. It does
 * not keep the first from entering another account of theirs as a new person and making that the second: that is recorded
 * as what matters to safety, for the third to see.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table membership drop constraint membership_role_check,
      add constraint membership_role_check check (role in (${list([...OLD_ROLES, 'security'])}))`.execute(
    db,
  )
  await events(db, [...OLD_ROLES, 'security', 'system'])
  await guardDuties(db, ['admin', 'security', 'auditor'])
  await sql`
    create function app_secures() returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
      select exists (
        select from public.membership m
        join public.office o on o.id = m.office_id
        cross join lateral (select (coalesce(o.standing_clock, now()) at time zone o.zone)::date) day (today)
        where m.person_id = public.app_person() and m.office_id = public.app_office()
          and m.role = 'security' and m.from_on <= day.today
          and (m.until_on is null or m.until_on >= day.today))
    $$`.execute(db)
  await sql`revoke execute on function app_secures from public`.execute(db)
  await sql`grant execute on function app_secures to zhenggai_api`.execute(db)
  // What runs with the rights of the owner (a key was used, a person is erased) is fenced by itself.
  await sql`
    create function guard_security() returns trigger
    language plpgsql volatile set search_path = pg_catalog, pg_temp
    as $$
    begin
      -- Asked in a step of its own: nobody else may so much as call the function.
      if current_user = 'zhenggai_api' then
        if not public.app_secures() then
          raise exception '% is the security administrator''s', tg_table_name
            using errcode = 'insufficient_privilege';
        end if;
      end if;
      return new;
    end
    $$`.execute(db)
  await sql`revoke execute on function guard_security from public`.execute(db)
  for (const table of ['service_account', 'api_key']) {
    await sql`
      create trigger guard_security before insert or update on ${sql.table(table)}
      for each row execute function guard_security()`.execute(db)
  }
  // Nobody may change a version, whoever they are.
  await sql`
    create trigger guard_security before insert on retention_version
    for each row execute function guard_security()`.execute(db)
  await sql`
    create trigger guard_security before update on person
    for each row when (old.issuer is distinct from new.issuer
      or old.subject is distinct from new.subject or old.status is distinct from new.status)
    execute function guard_security()`.execute(db)
}

/** Who holds the role keeps it, though it opens nothing before. */
export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['service_account', 'api_key', 'retention_version', 'person']) {
    await sql`drop trigger guard_security on ${sql.table(table)}`.execute(db)
  }
  await sql`drop function guard_security`.execute(db)
  await sql`drop function app_secures`.execute(db)
  await guardDuties(db, ['admin', 'auditor'])
  await events(db, [...OLD_ROLES, 'system'])
  await sql`
    alter table membership drop constraint membership_role_check,
      add constraint membership_role_check check (role in (${list(OLD_ROLES)})) not valid`.execute(
    db,
  )
}

async function events(db: Kysely<unknown>, roles: readonly string[]): Promise<void> {
  await sql`
    alter table finding_event drop constraint finding_event_actor_role_check,
      add constraint finding_event_actor_role_check check (actor_role in (${list(roles)}))`.execute(
    db,
  )
}

/** Two who give one person each another of these roles wait for each other. */
async function guardDuties(db: Kysely<unknown>, apart: readonly string[]): Promise<void> {
  await sql`
    create or replace function guard_duties() returns trigger
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
    as $$
    begin
      if new.role not in (${list(apart)}) then
        return new;
      end if;
      -- A shorter time is never refused: it is how two such roles are parted.
      if tg_op = 'UPDATE' and new.person_id = old.person_id and new.role = old.role
        and new.from_on >= old.from_on and new.until_on <= coalesce(old.until_on, 'infinity')
      then
        return new;
      end if;
      perform pg_advisory_xact_lock(hashtextextended('duties of ' || new.person_id::text, 0));
      if exists (
        select from public.membership m
        where m.person_id = new.person_id and m.role in (${list(apart)}) and m.role <> new.role
          and m.from_on <= coalesce(new.until_on, 'infinity')
          and new.from_on <= coalesce(m.until_on, 'infinity'))
      then
        raise exception 'two duties at once'
          using errcode = 'exclusion_violation', constraint = 'membership_duties_apart';
      end if;
      return new;
    end
    $$`.execute(db)
}

function list(words: readonly string[]) {
  return sql.join(words.map((word) => sql.lit(word)))
}
