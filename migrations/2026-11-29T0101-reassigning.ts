import { type Kysely, sql } from 'kysely'

/**
 * 调整责任单位. A finding may come to a unit whose slice of the notice was served, read and proved long before, so that what
 * proves delivery is a list: of each finding counts what was read, or written by mail, after its own service (`as_of`).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table slice_proof (
      office_id uuid not null,
      notice_id uuid not null,
      unit_id uuid not null,
      at timestamptz(3) not null,
      as_of timestamptz(3) not null,
      how text not null check (how in ('mail', 'opened')),
      primary key (notice_id, unit_id, at, how),
      foreign key (office_id, notice_id) references notice (office_id, id),
      foreign key (office_id, unit_id) references unit (office_id, id)
    )`.execute(db)
  await sql`
    insert into slice_proof (office_id, notice_id, unit_id, at, as_of, how)
    select office_id, notice_id, unit_id, proved_at, proved_at, proof from slice
    where proof <> 'contact'
    union select office_id, notice_id, unit_id, opened_at, opened_at, 'opened' from slice
    where opened_at is not null`.execute(db)
  await sql`
    alter table slice drop column proved_at, drop column proof, drop column opened_at`.execute(db)
  await sql`call fence('slice_proof', 'unit_id = any ((select app_units())::uuid[])')`.execute(db)
  await sql`
    alter policy api on slice_proof using (office_id = (select app_office()) and (
      (select app_scope() in ('office', 'system', 'inspector'))
      or ((select app_scope() = 'unit') and unit_id = any ((select app_units())::uuid[]))
    )) with check (office_id = (select app_office())
      and (select app_scope() in ('office', 'system')))`.execute(db)
  await sql`
    grant select, insert on slice_proof to zhenggai_api, zhenggai_worker, zhenggai_migrate`.execute(
    db,
  )
  await words(db, [...EVENTS, ...NEW_EVENTS], [...MESSAGES, ...NEW_MESSAGES])
}

/** Fails while such an event or message is there: what happened is not undone. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await words(db, EVENTS, MESSAGES)
  await sql`
    alter table slice add column proved_at timestamptz(3),
      add column proof text check (proof in ('mail', 'opened', 'contact')),
      add column opened_at timestamptz(3),
      add check ((proved_at is null) = (proof is null))`.execute(db)
  await sql`
    update slice s set proved_at = first.at, proof = first.how, opened_at = (
      select min(at) from slice_proof p
      where p.notice_id = s.notice_id and p.unit_id = s.unit_id and p.how = 'opened')
    from (select distinct on (notice_id, unit_id) notice_id, unit_id, at, how from slice_proof
      order by notice_id, unit_id, at, how) first
    where first.notice_id = s.notice_id and first.unit_id = s.unit_id`.execute(db)
  await sql`drop table slice_proof`.execute(db)
}

async function words(
  db: Kysely<unknown>,
  events: readonly string[],
  messages: readonly string[],
): Promise<void> {
  await sql`
    alter table finding_event drop constraint finding_event_type_check,
      add constraint finding_event_type_check check (type in (${list(events)}))`.execute(db)
  await sql`
    alter table message drop constraint message_kind_check,
      add constraint message_kind_check check (kind in (${list(messages)}))`.execute(db)
}

const NEW_EVENTS = ['released', 'reassigned']
const NEW_MESSAGES = ['released']
const EVENTS = [
  ...['drafted', 'issued', 'acknowledged', 'receipt_deemed', 'receipt_unproven', 'delegated'],
  ...['takedown_reported', 'progress_reported', 'responded', 'recalled', 'review_begun'],
  ...['accepted', 'plan_accepted', 'returned', 'closed', 'closed_unreported', 'reopened'],
  ...['withdrawn', 'corrected', 'rescheduled', 'extension_requested', 'dispute_raised'],
  ...['request_withdrawn', 'decision_proposed', 'request_decided', 'retest_recorded'],
  ...['report_registered', 'report_exempted', 'contact_recorded', 'instruction_recorded'],
  ...['commented', 'reminded', 'fell_due', 'climbed', 'office_nagged', 'progress_missed'],
]
const MESSAGES = [
  ...['slice', 'reminder', 'fell_due', 'overdue', 'progress_due', 'returned', 'accepted'],
  ...['plan_accepted', 'closed', 'reopened', 'withdrawn', 'corrected', 'rescheduled'],
  ...['request_decided', 'response_registered', 'slip_issued', 'slip_withdrawn'],
  ...['unit_comment', 'response_waits', 'request_waits', 'proposal_waits', 'decision_waits'],
  ...['delivery_unproven', 'third_return', 'slip_waits', 'office_comment', 'office_late'],
  ...['request_late'],
]

function list(words: readonly string[]) {
  return sql.join(words.map((word) => sql.lit(word)))
}
