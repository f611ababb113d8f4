import { type Kysely, sql } from 'kysely'

/** Files under their hash, and what a leader or signatory signed on paper. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table evidence (
      id uuid primary key,
      office_id uuid not null references office (id),
      unit_id uuid,
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      size bigint not null check (size >= 0),
      type text not null,
      name text not null,
      captured_on date,
      uploaded_by uuid not null,
      uploaded_at timestamptz(3) not null,
      scan_state text not null default 'unscanned'
        check (scan_state in ('pending', 'clean', 'infected', 'unscanned')),
      unique (office_id, id),
      foreign key (office_id, unit_id) references unit (office_id, id),
      foreign key (office_id, uploaded_by) references person (office_id, id)
    )`.execute(db)
  await sql`create index evidence_hash on evidence (office_id, sha256)`.execute(db)
  await sql`
    create table signed_paper (
      id uuid primary key,
      office_id uuid not null references office (id),
      unit_id uuid,
      signer_id uuid not null,
      signed_on date not null,
      paper_number text,
      evidence_id uuid,
      entered_by uuid not null,
      created_at timestamptz(3) not null,
      unique (office_id, id),
      foreign key (office_id, unit_id) references unit (office_id, id),
      foreign key (office_id, signer_id) references person (office_id, id),
      foreign key (office_id, entered_by) references person (office_id, id),
      foreign key (office_id, evidence_id) references evidence (office_id, id)
    )`.execute(db)
  await sql`
    alter table finding_event add constraint finding_event_signed_paper
    foreign key (office_id, signed_paper_id) references signed_paper (office_id, id)`.execute(db)
  await sql`
    alter table round add constraint round_signed_paper
    foreign key (office_id, signed_paper_id) references signed_paper (office_id, id)`.execute(db)

  // Uploading is no command on a finding: a unit adds its own files under its own name.
  await sql`
    call fence('evidence', 'unit_id = any ((select app_units())::uuid[])',
      'unit_id = any ((select app_units())::uuid[]) and uploaded_by = (select app_person())')`.execute(
    db,
  )
  await sql`call fence('signed_paper', 'unit_id = any ((select app_units())::uuid[])')`.execute(db)
  await sql`grant select, insert on evidence, signed_paper to zhenggai_api, zhenggai_worker`.execute(
    db,
  )
  await sql`grant update (scan_state) on evidence to zhenggai_worker`.execute(db)
  await sql`grant select, insert, update, delete on evidence, signed_paper to zhenggai_migrate`.execute(
    db,
  )
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table finding_event drop constraint finding_event_signed_paper`.execute(db)
  await sql`alter table round drop constraint round_signed_paper`.execute(db)
  await sql`drop table signed_paper, evidence`.execute(db)
}
