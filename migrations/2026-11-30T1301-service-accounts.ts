import { type Kysely, sql } from 'kysely'

const OURS = `office_id = (select app_office()) and (select app_scope() = 'tool')`
const ITS_OWN = 'tool = (select app_tool())'

/** What the scope of a tool reads and writes, beside what other scopes do: its own imports and how far they are. */
const FENCES: Readonly<Record<string, { sees: string; writes: string }>> = {
  office: { sees: `id = (select app_office()) and (select app_scope() = 'tool')`, writes: 'false' },
  hit_import: { sees: `${OURS} and ${ITS_OWN}`, writes: `${OURS} and ${ITS_OWN}` },
  hit_line: {
    sees: `${OURS} and exists (select from hit_import i where i.id = hit_line.import_id and i.${ITS_OWN})`,
    writes: `${OURS} and exists (select from hit_import i where i.id = hit_line.import_id and i.${ITS_OWN})`,
  },
  operation: {
    sees: `${OURS} and kind = 'import_hits' and exists (select from hit_import i
      where i.id = operation.id and i.${ITS_OWN})`,
    writes: 'false',
  },
}

/**
 * Machines that call: a unit's portal, which acts for people of that unit, and an inspection tool, which sends what it
 * found. Of a key nothing is kept but its hash.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table service_account (
      id uuid primary key,
      office_id uuid not null references office (id),
      kind text not null check (kind in ('portal', 'inspection_tool')),
      name text not null,
      unit_id uuid,
      tool text,
      created_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
      created_by uuid not null,
      unique (office_id, id),
      unique (office_id, name),
      constraint service_account_portal check ((kind = 'portal') = (unit_id is not null)),
      constraint service_account_tool check ((kind = 'inspection_tool') = (tool is not null)),
      foreign key (office_id, unit_id) references unit (office_id, id),
      foreign key (office_id, created_by) references person (office_id, id)
    )`.execute(db)
  // Of the real clock, also in a rehearsal: a key opens today's door.
  await sql`
    create table api_key (
      id uuid primary key,
      office_id uuid not null references office (id),
      service_account_id uuid not null,
      hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
      hint text not null,
      created_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
      created_by uuid not null,
      expires_at timestamptz(3) not null,
      revoked_at timestamptz(3),
      revoked_by uuid,
      last_used_at timestamptz(3),
      unique (office_id, id),
      constraint api_key_ends check (expires_at <= created_at + interval '367 days'),
      constraint api_key_revoked check ((revoked_at is null) = (revoked_by is null)),
      foreign key (office_id, service_account_id) references service_account (office_id, id),
      foreign key (office_id, created_by) references person (office_id, id),
      foreign key (office_id, revoked_by) references person (office_id, id)
    )`.execute(db)
  await sql`create index api_key_of_account on api_key (service_account_id)`.execute(db)
  await sql`
    alter table finding_event add column service_account_id uuid,
      add constraint finding_event_service_account_fkey
        foreign key (office_id, service_account_id) references service_account (office_id, id)`.execute(
    db,
  )
  for (const table of ['service_account', 'api_key']) {
    await sql`call fence(${sql.lit(table)}, 'false')`.execute(db)
  }
  await sql`grant select, insert on service_account, api_key to zhenggai_api`.execute(db)
  await sql`grant update (expires_at, revoked_at, revoked_by) on api_key to zhenggai_api`.execute(
    db,
  )
  await sql`grant select, insert, update, delete on service_account, api_key
    to zhenggai_migrate`.execute(db)
  await holders(db)
  await tools(db)
}

/** Asked before any principal is set, with the rights of their owner; each answers about one key or account alone. */
async function holders(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function account_of_key(key_hash text)
    returns table (id uuid, kind text, name text, unit_id uuid, tool text, office_id uuid,
      office_name text, rehearsal boolean, key_id uuid, expires_at timestamptz)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
      select a.id, a.kind, a.name, a.unit_id, a.tool, o.id, o.name, o.rehearsal, k.id, k.expires_at
      from public.api_key k
      join public.service_account a on a.id = k.service_account_id
      join public.office o on o.id = a.office_id
      left join public.unit u on u.id = a.unit_id
      where k.hash = key_hash and k.revoked_at is null and k.expires_at > now()
        and (a.unit_id is null or u.status = 'open')
    $$`.execute(db)
  // Whom a portal may act for: today's people of its unit, as that and as nothing else they may be.
  await sql`
    create function person_of_account(account uuid, named text)
    returns table (person_id uuid, name text, office_id uuid, office_name text, rehearsal boolean,
      memberships jsonb)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
      select p.id, p.name, o.id, o.name, o.rehearsal,
        jsonb_agg(jsonb_build_object('role', m.role, 'unit_id', m.unit_id) order by m.role)
      from public.service_account a
      join public.office o on o.id = a.office_id
      cross join lateral (select (coalesce(o.standing_clock, now()) at time zone o.zone)::date) day (today)
      join public.membership m on m.unit_id = a.unit_id and m.from_on <= day.today
        and (m.until_on is null or m.until_on >= day.today)
      join public.person p on p.id = m.person_id and p.status = 'active'
      where a.id = account and a.kind = 'portal' and (p.id::text = named or p.subject = named)
      group by p.id, o.id
      order by p.id
    $$`.execute(db)
  await sql`
    create function touch_api_key(used uuid) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp
    as $$
      update public.api_key set last_used_at = date_trunc('milliseconds', clock_timestamp())
      where id = used and (last_used_at is null or last_used_at < clock_timestamp() - interval '1 minute')
    $$`.execute(db)
  await forApi(db, ['account_of_key', 'person_of_account', 'touch_api_key'])
}

async function forApi(db: Kysely<unknown>, functions: readonly string[]): Promise<void> {
  for (const one of functions) {
    await sql`revoke execute on function ${sql.table(one)} from public`.execute(db)
    await sql`grant execute on function ${sql.table(one)} to zhenggai_api`.execute(db)
  }
}

async function tools(db: Kysely<unknown>): Promise<void> {
  // The caller is the account itself, whose row its own scope does not show.
  await sql`
    create function app_tool() returns text
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
      select tool from public.service_account
      where id = public.app_person() and office_id = public.app_office()
    $$`.execute(db)
  await forApi(db, ['app_tool'])
  for (const [table, { sees, writes }] of Object.entries(FENCES)) {
    await sql`
      create policy api_tool on ${sql.table(table)} to zhenggai_api
      using (${sql.raw(sees)}) with check (${sql.raw(writes)})`.execute(db)
  }
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of Object.keys(FENCES)) {
    await sql`drop policy api_tool on ${sql.table(table)}`.execute(db)
  }
  await sql`drop function app_tool, touch_api_key, person_of_account, account_of_key`.execute(db)
  await sql`alter table finding_event drop column service_account_id`.execute(db)
  await sql`drop table api_key, service_account`.execute(db)
}
