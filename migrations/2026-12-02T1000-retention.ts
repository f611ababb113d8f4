import { type Kysely, sql } from 'kysely'

const OLD_KINDS = [
  ...['login_refused', 'attempts_limited', 'step_up_asked', 'login_changed'],
  ...['role_given', 'role_changed', 'key_made', 'key_rotated', 'key_revoked', 'behalf_refused'],
  ...['words_erased', 'person_erased'],
]
const KINDS = [...OLD_KINDS, 'retention_changed', 'retention_swept']

/** The fewest days of each class: those of `src/domain/retention.ts`, and a test holds them together. */
const FLOORS = {
  ...{ security_events: 184, mail_words: 184 },
  ...{ answers: 1, import_lines: 30, infected_files: 30 },
}
type Class = keyof typeof FLOORS
const CLASSES = Object.keys(FLOORS) as Class[]
const LISTED = CLASSES.map((one) => `'${one}'`).join(', ')

const NOW = `date_trunc('milliseconds', clock_timestamp())`
/** Where `erase_person` is taken up, and what it does there besides. */
const TAKEN_UP = 'update policy_version set reason'
const ALSO = `update retention_version set reason = masked(reason, wanted)
          where office_id = app_office() and holds(reason, wanted);
        ${TAKEN_UP}`

/**
 * 保存期限. How long an office keeps what is no part of the record, version by version, and when a sweep is due. What the
 * law keeps stays whatever anybody sets.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await allow(db, KINDS)
  await settings(db)
  await planning(db)
  await guarding(db)
  await rewrite(db, TAKEN_UP, ALSO)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await rewrite(db, ALSO, TAKEN_UP)
  await sql`drop trigger guard_retention on security_event`.execute(db)
  await sql`drop trigger guard_history on security_event`.execute(db)
  await sql`
    create trigger guard_history before update or delete on security_event
    for each row execute function guard_history()`.execute(db)
  await sql`drop function guard_retention, retention_waiting, retention_plan`.execute(db)
  await sql`drop table retention_sweep, retention_version`.execute(db)
  await sql`drop index mail_unswept, evidence_infected`.execute(db)
  await sql`alter table mail drop column swept_at`.execute(db)
  await sql`alter table evidence drop column removed_at`.execute(db)
  await allow(db, OLD_KINDS)
}

/** What was recorded under a name that is no more allowed stays. */
async function allow(db: Kysely<unknown>, kinds: readonly string[]): Promise<void> {
  const listed = sql.join(kinds.map((kind) => sql.lit(kind)))
  await sql`
    alter table security_event drop constraint security_event_kind_check,
      add constraint security_event_kind_check check (kind in (${listed})) not valid`.execute(db)
}

async function settings(db: Kysely<unknown>): Promise<void> {
  const floors = CLASSES.map(
    (one) => `coalesce((days ->> '${one}')::integer >= ${FLOORS[one]}, true)`,
  )
  await sql`
    create table retention_version (
      id uuid primary key,
      office_id uuid not null references office (id),
      days jsonb not null,
      created_at timestamptz(3) not null default ${sql.raw(NOW)},
      created_by uuid not null,
      reason text not null,
      unique (office_id, id),
      constraint retention_days check (days ?& array[${sql.raw(LISTED)}]
        and (days ->> 'answers')::integer is not null),
      constraint retention_floors check (${sql.raw(floors.join(' and '))}),
      foreign key (office_id, created_by) references person (office_id, id)
    )`.execute(db)
  await sql`
    create index retention_newest on retention_version (office_id, created_at desc, id desc)`.execute(
    db,
  )
  await sql`
    create table retention_sweep (
      office_id uuid references office (id),
      class text not null check (class in (${sql.raw(LISTED)})),
      removed bigint not null default 0,
      removing bigint not null default 0,
      taken_before timestamptz(3),
      taken_days integer,
      swept_at timestamptz(3),
      unique nulls not distinct (office_id, class)
    )`.execute(db)
  await sql`call fence('retention_version', 'false')`.execute(db)
  await sql`call fence('retention_sweep', 'false')`.execute(db)
  await sql`
    grant select, insert on retention_version to zhenggai_api, zhenggai_migrate`.execute(db)
  await sql`grant select on retention_sweep to zhenggai_api, zhenggai_migrate`.execute(db)
  await sql`alter table mail add column swept_at timestamptz(3)`.execute(db)
  await sql`alter table evidence add column removed_at timestamptz(3)`.execute(db)
  await sql`
    create index mail_unswept on mail (office_id, created_at)
    where swept_at is null and status <> 'queued'`.execute(db)
  await sql`
    create index evidence_infected on evidence (office_id, uploaded_at)
    where scan_state = 'infected' and removed_at is null`.execute(db)
}

/**
 * When the next sweep of a class begins and from before when it takes, nothing where nothing is swept. A day after the one
 * before, and after the setting was decided: until then it can be taken back. A half-done one waits whatever was decided.
 */
async function planning(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function retention_plan(whose uuid, kind text)
    returns table (at timestamptz, before timestamptz, days integer)
    language sql stable security definer set search_path = public, pg_temp
    as $$
      with setting as (
        select v.created_at as since,
          case when v.id is not null then (v.days ->> kind)::integer
            when kind = 'answers' then 7 end as days,
          case when kind in ('mail_words', 'infected_files') then o.standing_clock end as clock
        from office o left join lateral (
          select r.id, r.days, r.created_at from retention_version r where r.office_id = o.id
          order by r.created_at desc, r.id desc limit 1) v on true
        where o.id = whose or (whose is null and not o.rehearsal)
      ), settled as (
        select case when count(days) = count(*) then max(days) end as days, max(clock) as clock,
          max(since) + interval '1 day' as rested from setting
      ), swept as (
        select max(s.swept_at) + interval '1 day' as again from retention_sweep s
        where s.office_id is not distinct from whose and s.class = kind and s.removing = 0
      ), begins as (
        select greatest(rested, again, statement_timestamp()) as at from settled, swept
      )
      select begins.at, coalesce(clock, begins.at) - settled.days * interval '1 day', settled.days
      from settled, begins where settled.days is not null
    $$`.execute(db)
  await sql`revoke execute on function retention_plan from public`.execute(db)
  await sql`
    create function retention_waiting() returns table (office_id uuid, class text)
    language sql stable security definer set search_path = public, pg_temp
    as $$
      select w.office_id, w.class from (
        select o.id, c.one from office o cross join unnest(array[${sql.raw(LISTED)}]) c (one)
        union all select null, 'security_events') w (office_id, class)
      left join lateral retention_plan(w.office_id, w.class) p on true
      left join retention_sweep s
        on s.office_id is not distinct from w.office_id and s.class = w.class
      where p.at <= statement_timestamp() or s.removing > 0 order by w.office_id, w.class
    $$`.execute(db)
  await sql`revoke execute on function retention_waiting from public`.execute(db)
  await sql`grant execute on function retention_waiting to zhenggai_worker`.execute(db)
}

/** What matters to safety stays for six months whatever anybody sets, and whoever owns the tables. */
async function guarding(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function guard_retention() returns trigger language plpgsql as $$
    begin
      if old.at < clock_timestamp() - interval '6 months'
        and pg_has_role(current_user, 'zhenggai_migrate', 'usage') then return old; end if;
      raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
    end $$`.execute(db)
  await sql`drop trigger guard_history on security_event`.execute(db)
  await sql`
    create trigger guard_history before update on security_event
    for each row execute function guard_history()`.execute(db)
  await sql`
    create trigger guard_retention before delete on security_event
    for each row execute function guard_retention()`.execute(db)
}

/** Takes up a function as it stands, whichever migration made it last. */
async function rewrite(db: Kysely<unknown>, from: string, to: string): Promise<void> {
  await sql`
    do $do$
    declare made text := pg_get_functiondef('erase_person(uuid)'::regprocedure);
    begin
      if strpos(made, ${sql.lit(from)}) = 0 then raise exception 'erase_person is another'; end if;
      execute replace(made, ${sql.lit(from)}, ${sql.lit(to)});
    end $do$`.execute(db)
}
