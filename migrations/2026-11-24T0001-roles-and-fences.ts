import { type Kysely, sql } from 'kysely'

/**
 * The three group roles, the transaction's principal as functions, and the procedure that fences a table.
 * Roles belong to the whole cluster and other databases may use them, so `down` leaves them in place.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$
    declare wanted text;
    begin
      foreach wanted in array array['zhenggai_api', 'zhenggai_worker', 'zhenggai_migrate'] loop
        begin
          if not exists (select from pg_roles where rolname = wanted) then
            execute format('create role %I nologin', wanted);
          end if;
        exception when duplicate_object or unique_violation then
          null; -- another database of this cluster was migrated at the same moment
        end;
        if not pg_has_role(current_user, wanted, 'usage') then
          execute format('grant %I to %I', wanted, current_user);
        end if;
      end loop;
    end $$`.execute(db)

  await sql`revoke create on schema public from public`.execute(db)
  await sql`grant usage on schema public to zhenggai_api, zhenggai_worker, zhenggai_migrate`.execute(
    db,
  )

  // A setting nobody made reads as null, so a forgotten principal matches no row.
  await sql`
    create function app_office() returns uuid language sql stable parallel safe
    return nullif(current_setting('app.office', true), '')::uuid`.execute(db)
  await sql`
    create function app_scope() returns text language sql stable parallel safe
    return nullif(current_setting('app.scope', true), '')`.execute(db)
  await sql`
    create function app_units() returns uuid[] language sql stable parallel safe
    return nullif(current_setting('app.units', true), '')::uuid[]`.execute(db)
  await sql`
    create function app_person() returns uuid language sql stable parallel safe
    return nullif(current_setting('app.person', true), '')::uuid`.execute(db)

  // One rule for all tables: the office's scopes see and write their office's rows; a unit's scope sees the rows
  // its condition admits. Settings stand in sub-selects so that they are read once per statement, not per row; the
  // scope's comparisons stand inside, since the planner takes a flag for even odds and a comparison for rare.
  // A unit may lock a row it sees (commands begin under the caller) but the check refuses its writes.
  await sql`
    create procedure fence(fenced regclass, unit_sees text, unit_writes text default 'false')
    language plpgsql as $$
    declare
      rule constant text := 'office_id = (select app_office())'
        ' and ((select app_scope() in (''office'', ''system''))'
        ' or ((select app_scope() = ''unit'') and (%s)))';
    begin
      execute format('alter table %s enable row level security', fenced);
      execute format('alter table %s force row level security', fenced);
      execute format('create policy api on %s to zhenggai_api using (%s) with check (%s)',
        fenced, format(rule, unit_sees), format(rule, unit_writes));
      execute format('create policy worker on %s to zhenggai_worker using (true) with check (true)', fenced);
      execute format('create policy migrate on %s to zhenggai_migrate using (true) with check (true)', fenced);
    end $$`.execute(db)
  await sql`revoke execute on procedure fence from public`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop procedure fence`.execute(db)
  await sql`drop function app_office, app_scope, app_units, app_person`.execute(db)
  await sql`revoke usage on schema public from zhenggai_api, zhenggai_worker, zhenggai_migrate`.execute(
    db,
  )
}
