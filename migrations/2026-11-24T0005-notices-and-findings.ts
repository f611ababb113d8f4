import { type Kysely, sql } from 'kysely'

/** The legal act, each unit's part of it, and the current row of every finding. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createNotices(db)
  await createFindings(db)
  await indexFindings(db)

  // A unit sees an issued notice of which it has a slice; a slice exists only once it is served.
  await sql`
    call fence('notice', 'status = ''issued'' and exists (select from slice s
      where s.notice_id = notice.id and s.unit_id = any ((select app_units())::uuid[]))')`.execute(
    db,
  )
  await sql`call fence('slice', 'unit_id = any ((select app_units())::uuid[])')`.execute(db)
  await sql`
    call fence('finding',
      'audience = ''unit'' and unit_id = any ((select app_units())::uuid[])')`.execute(db)
  await sql`
    create policy api_drafts on finding as restrictive for delete to zhenggai_api
    using (state = 'draft')`.execute(db)

  await sql`grant select, insert, update on notice, slice, finding
    to zhenggai_api, zhenggai_worker`.execute(db)
  await sql`grant delete on finding to zhenggai_api`.execute(db)
  await sql`grant select, insert, update, delete on notice, slice, finding to zhenggai_migrate`.execute(
    db,
  )
}

async function createNotices(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table notice (
      id uuid primary key,
      office_id uuid not null references office (id),
      number text,
      title text not null,
      signer_id uuid,
      issued_on date,
      period text,
      basis text[] not null default '{}',
      deadline jsonb,
      source_text text,
      catalogue_version text,
      status text not null default 'draft' check (status in ('draft', 'issued')),
      revision integer not null default 1,
      created_by uuid not null,
      created_at timestamptz(3) not null,
      issued_at timestamptz(3),
      unique (office_id, id),
      constraint notice_issued check (status = 'draft'
        or (signer_id is not null and issued_on is not null and issued_at is not null)),
      foreign key (office_id, signer_id) references person (office_id, id),
      foreign key (office_id, created_by) references person (office_id, id)
    )`.execute(db)
  await sql`
    create unique index notice_number on notice (office_id, number) where status = 'issued'`.execute(
    db,
  )
  await sql`create index notice_list on notice (office_id, created_at desc, id desc)`.execute(db)

  await sql`
    create table slice (
      office_id uuid not null,
      notice_id uuid not null,
      unit_id uuid not null,
      served_at timestamptz(3) not null,
      service_date date not null,
      received_at timestamptz(3),
      received_by uuid,
      receipt_deemed boolean not null default false,
      proved_at timestamptz(3),
      proof text check (proof in ('mail', 'opened', 'contact')),
      opened_at timestamptz(3),
      primary key (notice_id, unit_id),
      check ((proved_at is null) = (proof is null)),
      foreign key (office_id, notice_id) references notice (office_id, id),
      foreign key (office_id, unit_id) references unit (office_id, id),
      foreign key (office_id, received_by) references person (office_id, id)
    )`.execute(db)
  await sql`create index slice_unit on slice (unit_id, notice_id)`.execute(db)
}

async function createFindings(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table finding (
      id uuid primary key,
      office_id uuid not null references office (id),
      notice_id uuid not null,
      number integer not null check (number >= 1),
      state text not null check (state in ('draft', 'notified', 'rectifying', 'responded', 'verified',
        'returned', 'ongoing', 'closed', 'withdrawn')),
      seq integer not null,
      revision integer not null,
      unit_id uuid,
      asset_id uuid,
      indicator_id text,
      severity text not null check (severity in ('veto', 'major', 'deduction', 'management')),
      handling text not null check (handling in ('normal', 'sensitive', 'offline')),
      urgent boolean not null,
      policy_version uuid not null,
      tenure integer not null,
      cycle integer not null,
      cycle_plan integer not null,
      plan integer not null,
      last_plan integer not null,
      served_at timestamptz(3),
      service_date date,
      received_at timestamptz(3),
      receipt_deemed boolean not null,
      receipt_unproven boolean not null,
      due_from_receipt integer,
      original_due_at timestamptz(3),
      original_due_date date,
      original_due_time time(0),
      original_due_provisional boolean,
      original_due_basis jsonb,
      due_at timestamptz(3),
      due_date date,
      due_time time(0),
      due_provisional boolean,
      due_basis jsonb,
      late_from jsonb,
      taken_down_at timestamptz(3),
      contact_at timestamptz(3),
      delegated_to jsonb,
      progress jsonb,
      fixed text not null check (fixed in ('unknown', 'no', 'yes')),
      retest jsonb,
      reported text not null check (reported in ('no', 'yes', 'exempt')),
      rung integer not null check (rung between 0 and 5),
      rung_base integer not null check (rung_base between 0 and 5),
      highest_rung integer not null check (highest_rung between 0 and 5),
      fell_due_plan integer,
      rounds integer not null,
      round jsonb,
      returns integer not null,
      formal_returns integer not null,
      turn_since timestamptz(3),
      closed_at timestamptz(3),
      unreported boolean not null,

      category text not null default '',
      problem text not null default '',
      sentence text,
      sentence_start integer,
      sentence_end integer,
      medium text not null default 'unknown'
        check (medium in ('website', 'channel', 'new-media', 'mailbox', 'service', 'unknown')),
      place jsonb,
      own_due_date date,
      own_due_time time(0),
      severity_confirmed boolean not null default false,
      dispatch text not null default 'unit' check (dispatch in ('unit', 'none')),
      audience text not null default 'office' check (audience in ('office', 'unit')),
      handler_id uuid,
      last_hash text,
      last_event_at timestamptz(3),
      created_at timestamptz(3) not null,
      -- Findings without a due come last in every list; a stored key lets lists page by an index.
      due_sort timestamptz(3) not null
        generated always as (coalesce(due_at, '9999-12-31 23:59:59.999+00')) stored,

      unique (office_id, id),
      unique (notice_id, number),
      constraint finding_due check (num_nulls(due_at, due_date, due_provisional, due_basis) in (0, 4)),
      constraint finding_original_due check (num_nulls(original_due_at, original_due_date,
        original_due_provisional, original_due_basis) in (0, 4)),
      constraint finding_audience check (audience = 'office' or (state <> 'draft' and unit_id is not null)),
      foreign key (office_id, notice_id) references notice (office_id, id),
      foreign key (office_id, unit_id) references unit (office_id, id),
      foreign key (office_id, asset_id) references asset (office_id, id),
      foreign key (office_id, handler_id) references person (office_id, id),
      foreign key (office_id, policy_version) references policy_version (office_id, id)
    )`.execute(db)
}

async function indexFindings(db: Kysely<unknown>): Promise<void> {
  await sql`create index finding_due on finding (office_id, due_sort, id)`.execute(db)
  await sql`create index finding_state on finding (office_id, state, due_sort, id)`.execute(db)
  await sql`create index finding_unit on finding (unit_id, due_sort, id)`.execute(db)
  await sql`
    create index finding_units_turn on finding (office_id, due_sort, id)
    where state in ('notified', 'rectifying', 'returned', 'ongoing')`.execute(db)
  // Rare and always looked for: kept small, since every index is paid for by every command.
  await sql`
    create index finding_severe on finding (office_id, severity, due_sort, id)
    where severity in ('veto', 'major')`.execute(db)
  await sql`create index finding_indicator on finding (office_id, indicator_id, due_sort, id)`.execute(
    db,
  )
  await sql`
    create index finding_asset on finding (asset_id, due_sort, id) where asset_id is not null`.execute(
    db,
  )
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table finding, slice, notice`.execute(db)
}
