import { type Kysely, sql } from 'kysely'

/**
 * No unit is given two assets of one kind, platform and name, of which no list could say which it means. Two who give one
 * name wait for each other. Such as there are already stay until somebody renames one. Asked after each statement, so that two
 * may exchange their names.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index asset_name on asset (unit_id, name)`.execute(db)
  await sql`
    create function guard_asset_name() returns trigger
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
    as $$
    begin
      if tg_op = 'UPDATE' and new.unit_id = old.unit_id and new.medium = old.medium and new.name = old.name
        and new.platform is not distinct from old.platform
      then
        return null;
      end if;
      -- One for the whole office: a list of thousands would take more locks than there are.
      perform pg_advisory_xact_lock(hashtextextended('names of assets ' || new.office_id::text, 0));
      if exists (
        select from public.asset a
        where a.unit_id = new.unit_id and a.name = new.name and a.medium = new.medium
          and a.platform is not distinct from new.platform and a.id <> new.id)
      then
        raise exception 'an asset of the unit has this name'
          using errcode = 'unique_violation', constraint = 'asset_name';
      end if;
      return null;
    end
    $$`.execute(db)
  await sql`revoke execute on function guard_asset_name from public`.execute(db)
  await sql`
    create trigger guard_asset_name after insert or update of unit_id, medium, name, platform on asset
    for each row execute function guard_asset_name()`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop trigger guard_asset_name on asset`.execute(db)
  await sql`drop function guard_asset_name`.execute(db)
  await sql`drop index asset_name`.execute(db)
}
