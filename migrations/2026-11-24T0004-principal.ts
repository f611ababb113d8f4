import { type Kysely, sql } from 'kysely'

/**
 * Who a token's issuer and subject are, in every office: asked before any principal is set, so it runs with the
 * rights of its owner and answers nothing but this one person's own rows. A membership's last day counts.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function principal_of(token_issuer text, token_subject text)
    returns table (person_id uuid, name text, office_id uuid, office_name text, rehearsal boolean,
      memberships jsonb)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
      select p.id, p.name, o.id, o.name, o.rehearsal, coalesce((
        select jsonb_agg(jsonb_build_object('role', m.role, 'unit_id', m.unit_id) order by m.role, m.unit_id)
        from public.membership m
        where m.person_id = p.id and m.from_on <= day.today
          and (m.until_on is null or m.until_on >= day.today)
      ), '[]')
      from public.person p
      join public.office o on o.id = p.office_id
      cross join lateral (select (coalesce(o.standing_clock, now()) at time zone o.zone)::date) day (today)
      where p.issuer = token_issuer and p.subject = token_subject and p.status = 'active'
      order by o.name, o.id
    $$`.execute(db)
  await sql`revoke execute on function principal_of from public`.execute(db)
  await sql`grant execute on function principal_of to zhenggai_api, zhenggai_worker`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop function principal_of`.execute(db)
}
