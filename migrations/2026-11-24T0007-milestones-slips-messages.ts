import { type Kysely, sql } from 'kysely'

/** What the clock will do, the slips it drafts, and what is to be said to whom. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createMilestones(db)
  await createSlips(db)
  await createMessages(db)

  // A unit sees what the clock will do to its own findings, not what it will do to the office.
  await sql`
    call fence('milestone', 'finding_id is not null and outcome is null and kind <> ''nag_office''
      and unit_id = any ((select app_units())::uuid[])')`.execute(db)
  await sql`
    call fence('slip', 'audience = ''unit'' and unit_id = any ((select app_units())::uuid[])')`.execute(
    db,
  )
  await sql`
    call fence('slip_finding', 'exists (select from slip s where s.id = slip_finding.slip_id
      and s.audience = ''unit'' and s.unit_id = any ((select app_units())::uuid[]))')`.execute(db)
  await sql`call fence('mail', 'false')`.execute(db)
  await sql`call fence('mail_attempt', 'false')`.execute(db)
  await sql`call fence('message', 'false')`.execute(db)

  await sql`grant select, insert, update on milestone, slip, message
    to zhenggai_api, zhenggai_worker`.execute(db)
  await sql`grant select, insert on slip_finding to zhenggai_api, zhenggai_worker`.execute(db)
  await sql`grant select on mail, mail_attempt to zhenggai_api`.execute(db)
  await sql`grant select, insert, update on mail to zhenggai_worker`.execute(db)
  await sql`grant select, insert on mail_attempt to zhenggai_worker`.execute(db)
  await sql`grant select, insert, update, delete
    on milestone, slip, slip_finding, message, mail, mail_attempt to zhenggai_migrate`.execute(db)
}

async function createMilestones(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table milestone (
      id uuid primary key,
      office_id uuid not null references office (id),
      subject_id uuid not null,
      finding_id uuid,
      unit_id uuid,
      plan integer not null,
      kind text not null check (kind in ('deem_received', 'remind', 'fall_due', 'climb', 'nag_office',
        'open_day', 'gather')),
      step integer not null,
      at timestamptz(3) not null,
      wake_at timestamptz(3) not null,
      reason jsonb not null default '{}',
      taken_at timestamptz(3),
      outcome text check (outcome in ('taken', 'void', 'skipped', 'cancelled')),
      unique (subject_id, plan, kind, step),
      constraint milestone_subject check (subject_id = coalesce(finding_id, office_id)),
      constraint milestone_kind check ((kind in ('open_day', 'gather')) = (finding_id is null)),
      constraint milestone_taken check (outcome is distinct from 'taken' or taken_at is not null),
      foreign key (office_id, finding_id) references finding (office_id, id),
      foreign key (office_id, unit_id) references unit (office_id, id)
    )`.execute(db)
  await sql`
    create index milestone_live_subject on milestone (subject_id, at) where outcome is null`.execute(
    db,
  )
  await sql`
    create index milestone_live_office on milestone (office_id, at) where outcome is null`.execute(
    db,
  )
}

async function createSlips(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table slip (
      id uuid primary key,
      office_id uuid not null references office (id),
      notice_id uuid not null,
      unit_id uuid not null,
      rung integer not null check (rung between 2 and 5),
      number text,
      status text not null default 'draft'
        check (status in ('draft', 'issued', 'acknowledged', 'withdrawn', 'superseded')),
      audience text not null default 'office' check (audience in ('office', 'unit')),
      drafted_at timestamptz(3) not null,
      issued_at timestamptz(3),
      issued_by uuid,
      acknowledged_at timestamptz(3),
      acknowledged_by uuid,
      withdrawn_at timestamptz(3),
      reason text,
      revision integer not null default 1,
      unique (office_id, id),
      constraint slip_audience check (audience = 'office' or issued_at is not null),
      constraint slip_issued check (status not in ('issued', 'acknowledged')
        or (issued_at is not null and issued_by is not null and audience = 'unit')),
      foreign key (office_id, notice_id) references notice (office_id, id),
      foreign key (office_id, unit_id) references unit (office_id, id),
      foreign key (office_id, issued_by) references person (office_id, id),
      foreign key (office_id, acknowledged_by) references person (office_id, id)
    )`.execute(db)
  await sql`
    create unique index slip_draft on slip (notice_id, unit_id, rung) where status = 'draft'`.execute(
    db,
  )
  await sql`create index slip_list on slip (office_id, drafted_at desc, id desc)`.execute(db)
  await sql`create index slip_unit on slip (unit_id, drafted_at desc, id desc)`.execute(db)
  await sql`
    create table slip_finding (
      office_id uuid not null,
      slip_id uuid not null,
      finding_id uuid not null,
      joined_at timestamptz(3) not null,
      primary key (slip_id, finding_id),
      foreign key (office_id, slip_id) references slip (office_id, id),
      foreign key (office_id, finding_id) references finding (office_id, id)
    )`.execute(db)
  await sql`create index slip_finding_finding on slip_finding (finding_id, slip_id)`.execute(db)
}

async function createMessages(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mail (
      id uuid primary key,
      office_id uuid not null references office (id),
      unit_id uuid,
      person_id uuid,
      kind text not null,
      to_name text not null,
      to_address text not null,
      subject text not null,
      text text not null,
      html text,
      rehearsal boolean not null,
      status text not null default 'queued' check (status in ('queued', 'sent', 'failed', 'refused')),
      attempts integer not null default 0,
      next_attempt_at timestamptz(3),
      last_error text,
      sent_at timestamptz(3),
      message_id text,
      created_at timestamptz(3) not null,
      lease_until timestamptz(3),
      unique (office_id, id),
      foreign key (office_id, unit_id) references unit (office_id, id),
      foreign key (office_id, person_id) references person (office_id, id)
    )`.execute(db)
  await sql`create index mail_queue on mail (next_attempt_at, id) where status = 'queued'`.execute(
    db,
  )
  await sql`create index mail_list on mail (office_id, created_at desc, id desc)`.execute(db)
  await sql`
    create table mail_attempt (
      office_id uuid not null,
      mail_id uuid not null,
      n integer not null check (n >= 1),
      at timestamptz(3) not null,
      outcome text not null check (outcome in ('accepted', 'deferred', 'refused')),
      reason text,
      primary key (mail_id, n),
      foreign key (office_id, mail_id) references mail (office_id, id)
    )`.execute(db)
  await sql`
    create table message (
      id uuid primary key,
      office_id uuid not null references office (id),
      unit_id uuid,
      finding_id uuid,
      notice_id uuid,
      slip_id uuid,
      cause text not null,
      kind text not null check (kind in ('slice', 'reminder', 'fell_due', 'overdue', 'returned',
        'accepted', 'closed', 'reopened', 'withdrawn', 'corrected', 'response_registered', 'slip_issued',
        'slip_withdrawn', 'unit_comment', 'response_waits', 'decision_waits', 'delivery_unproven',
        'third_return', 'slip_waits', 'office_comment', 'office_late')),
      recipient text not null
        check (recipient in ('unit', 'handler', 'reviewer', 'leader')),
      urgent boolean not null default false,
      created_at timestamptz(3) not null,
      said_at timestamptz(3),
      status text not null default 'waiting' check (status in ('waiting', 'claimed', 'said', 'dropped')),
      lease_until timestamptz(3),
      mail_id uuid,
      constraint message_subject check (coalesce(finding_id, slip_id, notice_id) is not null),
      foreign key (office_id, unit_id) references unit (office_id, id),
      foreign key (office_id, finding_id) references finding (office_id, id),
      foreign key (office_id, notice_id) references notice (office_id, id),
      foreign key (office_id, slip_id) references slip (office_id, id),
      foreign key (office_id, mail_id) references mail (office_id, id)
    )`.execute(db)
  // Said once or not at all. A notice is one subject for many units, so the unit belongs to the key.
  await sql`
    create unique index message_once on message
      (coalesce(finding_id, slip_id, notice_id), unit_id, cause, recipient) nulls not distinct`.execute(
    db,
  )
  await sql`
    create index message_waiting on message (office_id, urgent, created_at, id)
    where status in ('waiting', 'claimed')`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table message, mail_attempt, mail, slip_finding, slip, milestone`.execute(db)
}
