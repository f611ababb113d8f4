import { type Kysely, sql } from 'kysely'

const KINDS = [
  ...['login_refused', 'attempts_limited', 'step_up_asked', 'login_changed'],
  ...['role_given', 'role_changed', 'key_made', 'key_rotated', 'key_revoked'],
]

/**
 * What matters to safety: who was refused, who gave or took which right. Only ever added to, in the transaction of what
 * it tells of; read by an office's auditors and by nobody else. Whom no office knows belongs to none: all of them see it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table security_event (
      id uuid primary key,
      office_id uuid references office (id),
      at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
      kind text not null check (kind in (${sql.join(KINDS.map((kind) => sql.lit(kind)))})),
      result text not null check (result in ('done', 'refused')),
      person_id uuid,
      service_account_id uuid,
      address text,
      subject text,
      about uuid,
      detail jsonb not null default '{}',
      foreign key (office_id, person_id) references person (office_id, id),
      foreign key (office_id, service_account_id) references service_account (office_id, id)
    )`.execute(db)
  await sql`create index security_event_list on security_event (office_id, at desc, id desc)`.execute(
    db,
  )
  await sql`
    create function app_audits() returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
      select exists (
        select from public.membership m
        join public.office o on o.id = m.office_id
        cross join lateral (select (coalesce(o.standing_clock, now()) at time zone o.zone)::date) day (today)
        where m.person_id = public.app_person() and m.office_id = public.app_office()
          and m.role = 'auditor' and m.from_on <= day.today
          and (m.until_on is null or m.until_on >= day.today))
    $$`.execute(db)
  await sql`revoke execute on function app_audits from public`.execute(db)
  await sql`grant execute on function app_audits to zhenggai_api`.execute(db)
  await sql`alter table security_event enable row level security`.execute(db)
  await sql`alter table security_event force row level security`.execute(db)
  await sql`
    create policy api on security_event to zhenggai_api
    using ((select app_scope() = 'office') and (select app_audits())
      and (office_id = (select app_office()) or office_id is null))
    with check (office_id = (select app_office()) or office_id is null)`.execute(db)
  await sql`create policy worker on security_event to zhenggai_worker using (false)`.execute(db)
  await sql`
    create policy migrate on security_event to zhenggai_migrate using (true) with check (true)`.execute(
    db,
  )
  await sql`grant select, insert on security_event to zhenggai_api, zhenggai_migrate`.execute(db)
  await sql`
    create trigger guard_history before update or delete on security_event
    for each row execute function guard_history()`.execute(db)
  await sql`
    create trigger guard_truncate before truncate on security_event
    for each statement execute function guard_history()`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table security_event`.execute(db)
  await sql`drop function app_audits`.execute(db)
}
