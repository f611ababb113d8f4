import { type Kysely, sql } from 'kysely'

const RULE = `office_id = (select app_office()) and ((select app_scope() in ('office', 'system'))`
const UNIT = `or ((select app_scope() = 'unit') and (false))`
const OURS = sql.raw(`${RULE} or (select app_scope() = 'inspector'))`)

/**
 * 监测线索. What an inspection tool reports is staged line by line before it is answered for, then taken page by page:
 * every sighting is kept once, and a hit is what all of its sightings together say. Units see nothing of it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table hit (
      id uuid primary key,
      office_id uuid not null references office (id),
      tool text not null,
      tool_hit_id text not null,
      url text,
      account text,
      screenshot text,
      indicator_id text,
      observation text not null,
      first_seen timestamptz(3),
      last_seen timestamptz(3),
      gone_at timestamptz(3),
      times_seen integer not null,
      created_at timestamptz(3) not null,
      decision text check (decision in ('dismissed')),
      decided_at timestamptz(3),
      decided_by uuid,
      decided_because text,
      status text not null generated always as (case
        when decision is not null then decision
        when last_seen is null or gone_at > last_seen then 'gone_proposed'
        else 'waiting' end) stored,
      unique (office_id, id),
      unique (office_id, tool, tool_hit_id),
      constraint hit_somewhere check (coalesce(url, account) is not null),
      constraint hit_seen check (coalesce(last_seen, gone_at) is not null
        and (first_seen is null) = (last_seen is null) and (times_seen > 0) = (last_seen is not null)),
      constraint hit_decided check ((decision is null) = (decided_at is null)
        and (decision is null) = (decided_by is null)
        and (decision is null) = (decided_because is null)),
      foreign key (office_id, decided_by) references person (office_id, id)
    )`.execute(db)
  await sql`create index hit_by_status on hit (office_id, status, id)`.execute(db)
  await sql`
    create table hit_sighting (
      hit_id uuid not null,
      captured_at timestamptz(3) not null,
      gone boolean not null,
      office_id uuid not null,
      primary key (hit_id, captured_at, gone),
      foreign key (office_id, hit_id) references hit (office_id, id)
    )`.execute(db)
  await sql`
    create table hit_import (
      id uuid primary key,
      office_id uuid not null references office (id),
      tool text not null,
      begun_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
      lines integer,
      unique (office_id, id)
    )`.execute(db)
  await sql`
    create index hit_import_unstarted on hit_import (office_id) where lines is null`.execute(db)
  await sql`
    create table hit_line (
      import_id uuid not null,
      number integer not null,
      office_id uuid not null,
      tool_hit_id text,
      report jsonb,
      result text check (result in ('new', 'seen_again', 'unchanged', 'gone', 'invalid')),
      hit_id uuid,
      fault_field text,
      fault_code text,
      primary key (import_id, number),
      constraint hit_line_fault check ((fault_field is null) = (fault_code is null)),
      foreign key (office_id, import_id) references hit_import (office_id, id) on delete cascade,
      foreign key (office_id, hit_id) references hit (office_id, id)
    )`.execute(db)
  for (const table of ['hit', 'hit_sighting', 'hit_import', 'hit_line']) {
    await sql`call fence(${sql.lit(table)}, 'false')`.execute(db)
    await sql`alter policy api on ${sql.table(table)} using (${OURS}) with check (${OURS})`.execute(
      db,
    )
    await sql`grant select, insert, update, delete on ${sql.table(table)}
      to zhenggai_migrate`.execute(db)
  }
  await grant(db)
  // Whoever inspects follows how far their own kind of job is, and no other.
  await sql`
    alter policy api on operation using (${sql.raw(
      `${RULE} ${UNIT} or ((select app_scope() = 'inspector') and kind = 'import_hits'))`,
    )})`.execute(db)
}

async function grant(db: Kysely<unknown>): Promise<void> {
  await sql`grant select, update (decision, decided_at, decided_by, decided_because) on hit
    to zhenggai_api`.execute(db)
  await sql`grant select on hit_sighting to zhenggai_api`.execute(db)
  await sql`grant select, insert, update (lines), delete on hit_import to zhenggai_api`.execute(db)
  await sql`grant select, insert on hit_line to zhenggai_api`.execute(db)
  // What a person has decided no report can take back.
  await sql`grant select, insert, update (url, account, screenshot, indicator_id, observation, first_seen,
    last_seen, gone_at, times_seen) on hit to zhenggai_worker`.execute(db)
  await sql`grant select, insert on hit_sighting to zhenggai_worker`.execute(db)
  await sql`grant select on hit_import to zhenggai_worker`.execute(db)
  await sql`grant select, update (report, result, hit_id, fault_field, fault_code) on hit_line
    to zhenggai_worker`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter policy api on operation using (${sql.raw(`${RULE} ${UNIT})`)})`.execute(db)
  await sql`drop table hit_line, hit_import, hit_sighting, hit`.execute(db)
}
