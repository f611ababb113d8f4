import { type Kysely, sql } from 'kysely'

/**
 * Nobody is administrator and auditor of an office on the same day: who gives rights does not audit the giving. Two
 * who give one person each one of them wait for each other. What was given before stays until somebody ends it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function guard_duties() returns trigger
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
    as $$
    begin
      if new.role not in ('admin', 'auditor') then
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
        where m.person_id = new.person_id and m.role in ('admin', 'auditor') and m.role <> new.role
          and m.from_on <= coalesce(new.until_on, 'infinity')
          and new.from_on <= coalesce(m.until_on, 'infinity'))
      then
        raise exception 'administrator and auditor at once'
          using errcode = 'exclusion_violation', constraint = 'membership_duties_apart';
      end if;
      return new;
    end
    $$`.execute(db)
  await sql`revoke execute on function guard_duties from public`.execute(db)
  await sql`
    create trigger guard_duties before insert or update on membership
    for each row execute function guard_duties()`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop trigger guard_duties on membership`.execute(db)
  await sql`drop function guard_duties`.execute(db)
}
