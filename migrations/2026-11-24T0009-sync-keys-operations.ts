import { type Kysely, sql } from 'kysely'

/** What Temporal still has to be told, the answers given to keys, and long jobs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create sequence workflow_version as bigint`.execute(db)
  await sql`
    create table workflow_sync (
      subject_id uuid primary key,
      office_id uuid not null references office (id),
      kind text not null check (kind in ('finding', 'office', 'operation')),
      wanted bigint not null default nextval('workflow_version'),
      told bigint not null default 0,
      lease_until timestamptz(3)
    )`.execute(db)
  await sql`create index workflow_sync_wanted on workflow_sync (wanted) where wanted > told`.execute(
    db,
  )

  await sql`
    create table command_key (
      office_id uuid not null references office (id),
      principal_id uuid not null,
      key text not null,
      fingerprint text not null,
      status integer not null,
      -- json, not jsonb: the stored answer keeps its field order, so a replay is the same to the byte
      body json,
      etag text,
      location text,
      created_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
      primary key (principal_id, key)
    )`.execute(db)
  await sql`create index command_key_age on command_key (created_at)`.execute(db)

  await sql`
    create table operation (
      id uuid primary key,
      office_id uuid not null references office (id),
      kind text not null,
      status text not null default 'running'
        check (status in ('running', 'done', 'failed', 'cancelled')),
      input jsonb not null,
      progress jsonb,
      result jsonb,
      requested_by uuid,
      created_at timestamptz(3) not null,
      finished_at timestamptz(3),
      unique (office_id, id),
      constraint operation_finished check ((status = 'running') = (finished_at is null)),
      foreign key (office_id, requested_by) references person (office_id, id)
    )`.execute(db)
  await sql`create index operation_list on operation (office_id, created_at desc, id desc)`.execute(
    db,
  )
  await sql`create index operation_running on operation (id) where status = 'running'`.execute(db)

  await sql`call fence('workflow_sync', 'false')`.execute(db)
  await sql`call fence('operation', 'false')`.execute(db)
  await fenceKeys(db)
  await sql`grant usage on sequence workflow_version to zhenggai_api`.execute(db)
  await sql`grant usage, select, update on sequence workflow_version
    to zhenggai_worker, zhenggai_migrate`.execute(db)
  await sql`grant select, insert, update on workflow_sync, command_key, operation
    to zhenggai_api, zhenggai_worker`.execute(db)
  await sql`grant delete on command_key to zhenggai_worker`.execute(db)
  await sql`grant select, insert, update, delete on workflow_sync, command_key, operation
    to zhenggai_migrate`.execute(db)
}

/** A key belongs to whoever sent it, in every scope: nobody reads another's stored answer. */
async function fenceKeys(db: Kysely<unknown>): Promise<void> {
  await sql`alter table command_key enable row level security`.execute(db)
  await sql`alter table command_key force row level security`.execute(db)
  await sql`
    create policy api on command_key to zhenggai_api
    using (office_id = (select app_office()) and principal_id = (select app_person()))
    with check (office_id = (select app_office()) and principal_id = (select app_person()))`.execute(
    db,
  )
  await sql`create policy worker on command_key to zhenggai_worker using (true) with check (true)`.execute(
    db,
  )
  await sql`create policy migrate on command_key to zhenggai_migrate using (true) with check (true)`.execute(
    db,
  )
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table operation, command_key, workflow_sync`.execute(db)
  await sql`drop sequence workflow_version`.execute(db)
}
