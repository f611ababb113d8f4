import { type Kysely, sql } from 'kysely'

/** What happened, append-only: hash-chained events and sealed answers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table finding_event (
      office_id uuid not null,
      finding_id uuid not null,
      seq integer not null check (seq >= 1),
      unit_id uuid,
      audience text not null check (audience in ('office', 'unit')),
      type text not null check (type in ('drafted', 'issued', 'acknowledged', 'receipt_deemed',
        'receipt_unproven', 'delegated', 'takedown_reported', 'progress_reported', 'responded', 'recalled',
        'review_begun', 'accepted', 'returned', 'closed', 'closed_unreported', 'reopened', 'withdrawn',
        'corrected', 'retest_recorded', 'report_registered', 'report_exempted', 'contact_recorded',
        'commented', 'reminded', 'fell_due', 'climbed', 'office_nagged')),
      actor_id uuid,
      actor_role text not null check (actor_role in ('unit.reporter', 'unit.signatory', 'office.handler',
        'office.reviewer', 'office.leader', 'inspector', 'auditor', 'admin', 'system')),
      signed_paper_id uuid,
      at timestamptz(3) not null,
      effective_at timestamptz(3) not null,
      data jsonb not null,
      texts jsonb,
      salt text,
      canonical text not null,
      previous_hash text not null,
      hash text not null,
      primary key (finding_id, seq),
      constraint finding_event_system check (actor_role <> 'system' or actor_id is null),
      constraint finding_event_audience check (audience = 'office' or unit_id is not null),
      foreign key (office_id, finding_id) references finding (office_id, id),
      foreign key (office_id, unit_id) references unit (office_id, id),
      foreign key (office_id, actor_id) references person (office_id, id)
    )`.execute(db)

  await sql`
    create table round (
      office_id uuid not null,
      finding_id uuid not null,
      number integer not null check (number >= 1),
      unit_id uuid not null,
      result text not null check (result in ('fixed', 'fixed_before_notice', 'partly_fixed',
        'column_removed', 'account_closed', 'planned', 'beyond_unit')),
      cause text,
      measures text,
      completed_on date,
      taken_down_at timestamptz(3),
      evidence text[] not null default '{}',
      submitted_by uuid not null,
      signed_paper_id uuid,
      registered boolean not null default false,
      received_on date,
      submitted_at timestamptz(3) not null,
      effective_at timestamptz(3) not null,
      working_days_late integer not null default 0,
      primary key (finding_id, number),
      foreign key (office_id, finding_id) references finding (office_id, id),
      foreign key (office_id, unit_id) references unit (office_id, id),
      foreign key (office_id, submitted_by) references person (office_id, id)
    )`.execute(db)

  await guardHistory(db)

  await sql`
    call fence('finding_event',
      'audience = ''unit'' and unit_id = any ((select app_units())::uuid[])')`.execute(db)
  await sql`call fence('round', 'unit_id = any ((select app_units())::uuid[])')`.execute(db)
  await sql`grant select, insert on finding_event, round to zhenggai_api, zhenggai_worker`.execute(
    db,
  )
  await sql`grant select, insert, update (texts, salt) on finding_event to zhenggai_migrate`.execute(
    db,
  )
  await sql`grant select, insert, update (cause, measures) on round to zhenggai_migrate`.execute(db)
}

/**
 * Grants already keep the application from rewriting history; the trigger keeps owners and superusers from it
 * too. Its arguments name the columns an erasure may set to null, and only the migration role may.
 */
async function guardHistory(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function guard_history() returns trigger language plpgsql as $$
    declare erasable text; kept jsonb; given jsonb;
    begin
      if tg_op = 'UPDATE' and pg_has_role(current_user, 'zhenggai_migrate', 'usage') then
        kept := to_jsonb(old);
        given := to_jsonb(new);
        foreach erasable in array tg_argv loop
          if given -> erasable = 'null' then kept := kept || jsonb_build_object(erasable, null); end if;
        end loop;
        if kept = given then return new; end if;
      end if;
      raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
    end $$`.execute(db)
  await sql`
    create trigger guard_history before update or delete on finding_event
    for each row execute function guard_history('texts', 'salt')`.execute(db)
  await sql`
    create trigger guard_history before update or delete on round
    for each row execute function guard_history('cause', 'measures')`.execute(db)
  await sql`
    create trigger guard_truncate before truncate on finding_event
    for each statement execute function guard_history()`.execute(db)
  await sql`
    create trigger guard_truncate before truncate on round
    for each statement execute function guard_history()`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table round, finding_event`.execute(db)
  await sql`drop function guard_history`.execute(db)
}
