import { type Kysely, sql } from 'kysely'

/** Offices, their units and people, who holds which role, and what is inspected. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table office (
      id uuid primary key,
      name text not null,
      zone text not null default 'Asia/Shanghai',
      hours jsonb not null,
      duty_phone text,
      calendar_version_id uuid not null,
      policy_version_id uuid not null,
      rehearsal boolean not null default false,
      rehearsal_start timestamptz(3),
      standing_clock timestamptz(3),
      created_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
      constraint office_real_clock check (rehearsal = (standing_clock is not null)),
      constraint office_rehearsal_start check (rehearsal = (rehearsal_start is not null))
    )`.execute(db)
  await sql`
    create function office_clock_forward() returns trigger language plpgsql as $$
    begin
      if new.rehearsal <> old.rehearsal then
        raise exception 'an office cannot become or cease to be a rehearsal' using errcode = 'check_violation';
      end if;
      if new.standing_clock < old.standing_clock then
        raise exception 'a standing clock only moves forward' using errcode = 'check_violation';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger office_clock_forward before update on office
    for each row execute function office_clock_forward()`.execute(db)

  await sql`
    create table unit (
      id uuid primary key,
      office_id uuid not null references office (id),
      parent_id uuid,
      name text not null,
      aliases text[] not null default '{}',
      mailbox text,
      status text not null default 'open' check (status in ('open', 'closed')),
      created_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
      unique (office_id, id),
      unique (office_id, name),
      check (parent_id <> id),
      foreign key (office_id, parent_id) references unit (office_id, id)
    )`.execute(db)
  await sql`create index unit_parent on unit (parent_id) where parent_id is not null`.execute(db)

  await sql`
    create table person (
      id uuid primary key,
      office_id uuid not null references office (id),
      name text not null,
      email text,
      phone text,
      issuer text,
      subject text,
      status text not null default 'active' check (status in ('active', 'disabled')),
      created_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
      unique (office_id, id),
      unique (office_id, issuer, subject),
      check ((issuer is null) = (subject is null))
    )`.execute(db)
  await sql`create index person_login on person (issuer, subject) where issuer is not null`.execute(
    db,
  )

  await sql`
    create table membership (
      id uuid primary key,
      office_id uuid not null references office (id),
      person_id uuid not null,
      unit_id uuid,
      role text not null check (role in ('unit.reporter', 'unit.signatory', 'office.handler',
        'office.reviewer', 'office.leader', 'inspector', 'auditor', 'admin')),
      from_on date not null,
      until_on date,
      unique (office_id, id),
      unique nulls not distinct (person_id, unit_id, role, from_on),
      constraint membership_unit_role check ((role like 'unit.%') = (unit_id is not null)),
      check (until_on >= from_on),
      foreign key (office_id, person_id) references person (office_id, id),
      foreign key (office_id, unit_id) references unit (office_id, id)
    )`.execute(db)
  await sql`create index membership_unit on membership (unit_id) where unit_id is not null`.execute(
    db,
  )
  await sql`create index membership_office on membership (office_id, role)`.execute(db)

  await sql`
    create table asset (
      id uuid primary key,
      office_id uuid not null references office (id),
      unit_id uuid not null,
      operating_unit_id uuid,
      medium text not null
        check (medium in ('website', 'channel', 'new-media', 'mailbox', 'service', 'unknown')),
      name text not null,
      platform text,
      url text,
      status text not null default 'open' check (status in ('open', 'closed')),
      created_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
      unique (office_id, id),
      foreign key (office_id, unit_id) references unit (office_id, id),
      foreign key (office_id, operating_unit_id) references unit (office_id, id)
    )`.execute(db)
  await sql`create index asset_unit on asset (office_id, unit_id)`.execute(db)

  await fenceAll(db)
}

async function fenceAll(db: Kysely<unknown>): Promise<void> {
  await sql`alter table office enable row level security`.execute(db)
  await sql`alter table office force row level security`.execute(db)
  await sql`
    create policy api on office to zhenggai_api
    using (id = (select app_office()) and (select app_scope()) in ('unit', 'office', 'system'))
    with check (id = (select app_office()) and (select app_scope()) in ('office', 'system'))`.execute(
    db,
  )
  await sql`create policy worker on office to zhenggai_worker using (true) with check (true)`.execute(
    db,
  )
  await sql`create policy migrate on office to zhenggai_migrate using (true) with check (true)`.execute(
    db,
  )
  await sql`call fence('unit', 'id = any ((select app_units())::uuid[])')`.execute(db)
  await sql`
    call fence('person', 'id = (select app_person()) or exists (select from membership m
      where m.person_id = person.id and m.unit_id = any ((select app_units())::uuid[]))')`.execute(
    db,
  )
  await sql`
    call fence('membership',
      'person_id = (select app_person()) or unit_id = any ((select app_units())::uuid[])')`.execute(
    db,
  )
  await sql`
    call fence('asset', 'unit_id = any ((select app_units())::uuid[])
      or operating_unit_id = any ((select app_units())::uuid[])')`.execute(db)

  await sql`grant select, insert, update, delete on office, unit, person, membership, asset
    to zhenggai_migrate`.execute(db)
  await sql`grant select, insert, update on unit, person, membership, asset
    to zhenggai_api, zhenggai_worker`.execute(db)
  // Only the worker moves a rehearsal's clock; offices are created by the migration user's tools.
  await sql`grant select, update (name, hours, duty_phone, calendar_version_id, policy_version_id)
    on office to zhenggai_api`.execute(db)
  await sql`grant select, update on office to zhenggai_worker`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table asset, membership, person, unit, office`.execute(db)
  await sql`drop function office_clock_forward`.execute(db)
}
