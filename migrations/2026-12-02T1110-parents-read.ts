import { type Kysely, sql } from 'kysely'

/**
 * 上级单位可看下级. Where the office says so of a unit, its people read what the units below it read, on every level; only in
 * transactions that can write nothing, so that whatever is shown so is changed by nobody.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table unit add column reads_below boolean not null default false`.execute(db)
  // With the rights of the owner, since a unit sees no other: of the tree it tells which are below, and only to whom of
  // the unit above holds a role there today.
  await sql`
    create function units_read(office uuid, person uuid, own uuid[]) returns uuid[]
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
      with recursive below (id) as (
        select c.id
        from public.unit p
        join public.office o on o.id = p.office_id
        cross join lateral (select (coalesce(o.standing_clock, now()) at time zone o.zone)::date) day (today)
        join public.unit c on c.parent_id = p.id
        where p.office_id = office and p.id = any (own) and p.reads_below
          and exists (select from public.membership m
            where m.person_id = person and m.unit_id = p.id and m.from_on <= day.today
              and (m.until_on is null or m.until_on >= day.today))
        union
        select c.id from below b join public.unit c on c.parent_id = b.id
      )
      select case when current_setting('transaction_read_only') = 'on'
        then own || array (select id from below where id <> all (own) order by id)
        else own end
    $$`.execute(db)
  await sql`revoke execute on function units_read from public`.execute(db)
  await sql`grant execute on function units_read to zhenggai_api`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop function units_read`.execute(db)
  await sql`alter table unit drop column reads_below`.execute(db)
}
