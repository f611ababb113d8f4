import { type Kysely, sql } from 'kysely'

const OFFICE = `office_id = (select app_office()) and ((select app_scope() in ('office', 'system'))`
const OURS = `${OFFICE} or (select app_scope() = 'inspector'))`
const TOOLS = `office_id = (select app_office()) and (select app_scope() = 'tool')
  and (tool is null or tool = (select app_tool()))`

/**
 * 复测任务: one look at the object of a finding, asked of the office's inspection tools. Who has it is a lease by the clock
 * of the database; what was seen is an event of the finding, to which the task points. Units see nothing of it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table retest (
      id uuid primary key,
      office_id uuid not null references office (id),
      finding_id uuid not null,
      reason text not null check (reason in ('answer', 'lookback', 'asked')),
      round integer,
      lookback integer,
      tool text,
      opened_at timestamptz(3) not null,
      asked_by uuid,
      asked_because text,
      claim integer not null default 0,
      claimed_by uuid,
      claimed_at timestamptz(3),
      lease_until timestamptz(3),
      seq integer,
      reported_at timestamptz(3),
      screenshot text,
      cancelled_at timestamptz(3),
      cancelled_why text check (cancelled_why in ('superseded', 'settled', 'answered', 'by_hand')),
      cancelled_by uuid,
      cancelled_because text,
      status text not null generated always as (case
        when seq is not null then 'done'
        when cancelled_at is not null then 'cancelled'
        else 'open' end) stored,
      unique (office_id, id),
      constraint retest_asked check ((reason = 'asked') = (asked_by is not null)),
      constraint retest_claimed check ((claim > 0) = (claimed_by is not null)
        and (claimed_by is null) = (claimed_at is null) and (claimed_by is null) = (lease_until is null)),
      constraint retest_reported check ((seq is null) = (reported_at is null)
        and (seq is null or (claimed_by is not null and cancelled_at is null))),
      constraint retest_cancelled check ((cancelled_at is null) = (cancelled_why is null)
        and (cancelled_why is not distinct from 'by_hand') = (cancelled_by is not null)
        and (cancelled_by is null) = (cancelled_because is null)),
      foreign key (office_id, finding_id) references finding (office_id, id),
      foreign key (office_id, claimed_by) references service_account (office_id, id),
      foreign key (office_id, asked_by) references person (office_id, id),
      foreign key (office_id, cancelled_by) references person (office_id, id)
    )`.execute(db)
  // One look of a sort at a time: a second would be for the same thing.
  await sql`
    create unique index retest_open on retest (finding_id, reason) where status = 'open'`.execute(
    db,
  )
  await sql`create index retest_by_status on retest (office_id, status, id)`.execute(db)
  await sql`create index retest_of_finding on retest (finding_id, id)`.execute(db)
  await sql`call fence('retest', 'false')`.execute(db)
  await sql`
    alter policy api on retest using (${sql.raw(OURS)}) with check (${sql.raw(`${OFFICE})`)})`.execute(
    db,
  )
  await sql`
    create policy api_tool on retest to zhenggai_api
    using (${sql.raw(TOOLS)}) with check (${sql.raw(TOOLS)})`.execute(db)
  await sql`
    grant select, insert, update (claim, claimed_by, claimed_at, lease_until, seq, reported_at, screenshot,
      cancelled_at, cancelled_why, cancelled_by, cancelled_because) on retest to zhenggai_api`.execute(
    db,
  )
  await sql`
    grant select, insert, update (cancelled_at, cancelled_why) on retest to zhenggai_worker`.execute(
    db,
  )
  // Whether there is a tool that could look at all: the worker reads no accounts.
  await sql`
    create function has_tool(office uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
      select exists (select from public.service_account
        where office_id = office and kind = 'inspection_tool' and 'retests' = any (scopes))
    $$`.execute(db)
  await sql`revoke execute on function has_tool from public`.execute(db)
  await sql`grant execute on function has_tool to zhenggai_api, zhenggai_worker`.execute(db)
  await sql`grant select, insert, update, delete on retest to zhenggai_migrate`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop function has_tool`.execute(db)
  await sql`drop table retest`.execute(db)
}
