import { type Kysely, sql } from 'kysely'

/** Calendars and policies: versions are added, never changed, so every stored due can be computed again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table calendar_version (
      id uuid primary key,
      office_id uuid not null references office (id) deferrable initially deferred,
      source text not null,
      created_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
      unique (office_id, id)
    )`.execute(db)
  await sql`
    create table calendar_day (
      office_id uuid not null,
      version_id uuid not null,
      date date not null,
      kind text not null check (kind in ('holiday', 'workday')),
      name text not null,
      primary key (version_id, date),
      foreign key (office_id, version_id) references calendar_version (office_id, id)
    )`.execute(db)
  await sql`
    create table calendar_year (
      office_id uuid not null,
      version_id uuid not null,
      year integer not null check (year between 1900 and 9999),
      primary key (version_id, year),
      foreign key (office_id, version_id) references calendar_version (office_id, id)
    )`.execute(db)
  await sql`
    create table policy_version (
      id uuid primary key,
      office_id uuid not null references office (id) deferrable initially deferred,
      policy jsonb not null,
      created_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
      unique (office_id, id)
    )`.execute(db)

  // An office and its first versions refer to each other: checked at commit.
  await sql`
    alter table office add constraint office_calendar foreign key (id, calendar_version_id)
    references calendar_version (office_id, id) deferrable initially deferred`.execute(db)
  await sql`
    alter table office add constraint office_policy foreign key (id, policy_version_id)
    references policy_version (office_id, id) deferrable initially deferred`.execute(db)

  await sql`call fence('calendar_version', 'true')`.execute(db)
  await sql`call fence('calendar_day', 'true')`.execute(db)
  await sql`call fence('calendar_year', 'true')`.execute(db)
  await sql`call fence('policy_version', 'true')`.execute(db)
  await sql`grant select, insert on calendar_version, calendar_day, calendar_year, policy_version
    to zhenggai_api, zhenggai_worker`.execute(db)
  await sql`grant select, insert, update, delete
    on calendar_version, calendar_day, calendar_year, policy_version to zhenggai_migrate`.execute(
    db,
  )
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table office drop constraint office_calendar, drop constraint office_policy`.execute(
    db,
  )
  await sql`drop table policy_version, calendar_year, calendar_day, calendar_version`.execute(db)
}
