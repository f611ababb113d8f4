import { type Kysely, sql } from 'kysely'

/**
 * What units ask for: extensions and disputes. The finding carries what waits; the table lists every request with the
 * numbers of the events that say what was asked, proposed and decided, so that no word is kept twice.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table finding
      add column issued_by uuid,
      add column requests integer not null default 0,
      add column extension jsonb,
      add column dispute jsonb,
      add column extensions integer not null default 0,
      add column extension_days integer not null default 0,
      add column disputes integer not null default 0`.execute(db)
  await sql`
    update finding f set issued_by = e.actor_id
    from finding_event e where e.finding_id = f.id and e.type = 'issued'`.execute(db)
  // Who entered an issue from a paper counts as its issuer: those events do not say whose signature it carried.
  // The counters come with every insert; the defaults were for the rows there were.
  await sql`
    alter table finding alter column requests drop default, alter column extensions drop default,
      alter column extension_days drop default, alter column disputes drop default`.execute(db)
  // While it is true the finding is not overdue, whatever its due.
  await sql`
    alter table finding add column held boolean not null generated always as
      (extension is not null or coalesce((dispute ->> 'pauses')::boolean, false)) stored`.execute(
    db,
  )
  await createRequests(db)
  await words(db, [...EVENTS, ...NEW_EVENTS], [...MESSAGES, ...NEW_MESSAGES], [...OUTCOMES, 'held'])
}

async function createRequests(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table request (
      id uuid primary key,
      office_id uuid not null references office (id),
      finding_id uuid not null,
      unit_id uuid not null,
      kind text not null check (kind in ('extension', 'dispute')),
      status text not null check (status in ('pending', 'granted', 'refused', 'withdrawn', 'lapsed')),
      asked_at timestamptz(3) not null,
      asked_seq integer not null,
      proposed_seq integer,
      ended_at timestamptz(3),
      ended_seq integer,
      constraint request_ended check ((status = 'pending') = (ended_seq is null)
        and (ended_seq is null) = (ended_at is null)),
      foreign key (office_id, finding_id) references finding (office_id, id),
      foreign key (office_id, unit_id) references unit (office_id, id)
    )`.execute(db)
  await sql`
    create unique index request_pending on request (finding_id, kind) where status = 'pending'`.execute(
    db,
  )
  await sql`create index request_list on request (office_id, asked_at, id)`.execute(db)
  await sql`
    create index request_waiting on request (office_id, asked_at, id) where status = 'pending'`.execute(
    db,
  )
  await sql`call fence('request', 'unit_id = any ((select app_units())::uuid[])')`.execute(db)
  await sql`
    alter policy api on request using (office_id = (select app_office()) and (
      (select app_scope() in ('office', 'system', 'inspector'))
      or ((select app_scope() = 'unit') and unit_id = any ((select app_units())::uuid[]))
    )) with check (office_id = (select app_office())
      and (select app_scope() in ('office', 'system')))`.execute(db)
  await sql`
    grant select, insert, update on request to zhenggai_api, zhenggai_worker, zhenggai_migrate`.execute(
    db,
  )
}

/** Fails while such an event, message or outcome is there: what happened is not undone. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await words(db, EVENTS, MESSAGES, OUTCOMES)
  await sql`drop table request`.execute(db)
  await sql`
    alter table finding drop column held, drop column issued_by, drop column requests, drop column extension,
      drop column dispute, drop column extensions, drop column extension_days,
      drop column disputes`.execute(db)
}

async function words(
  db: Kysely<unknown>,
  events: readonly string[],
  messages: readonly string[],
  outcomes: readonly string[],
): Promise<void> {
  await sql`
    alter table finding_event drop constraint finding_event_type_check,
      add constraint finding_event_type_check check (type in (${list(events)}))`.execute(db)
  await sql`
    alter table message drop constraint message_kind_check,
      add constraint message_kind_check check (kind in (${list(messages)}))`.execute(db)
  await sql`
    alter table milestone drop constraint milestone_outcome_check,
      add constraint milestone_outcome_check check (outcome in (${list(outcomes)}))`.execute(db)
}

const OUTCOMES = ['taken', 'void', 'skipped', 'cancelled']
const NEW_EVENTS = [
  'extension_requested',
  'dispute_raised',
  'request_withdrawn',
  'decision_proposed',
  'request_decided',
]
const NEW_MESSAGES = ['request_decided', 'request_waits', 'proposal_waits', 'request_late']
const EVENTS = [
  ...['drafted', 'issued', 'acknowledged', 'receipt_deemed', 'receipt_unproven', 'delegated'],
  ...['takedown_reported', 'progress_reported', 'responded', 'recalled', 'review_begun'],
  ...['accepted', 'returned', 'closed', 'closed_unreported', 'reopened', 'withdrawn', 'corrected'],
  ...['rescheduled', 'retest_recorded', 'report_registered', 'report_exempted'],
  ...['contact_recorded', 'instruction_recorded', 'commented'],
  ...['reminded', 'fell_due', 'climbed', 'office_nagged'],
]
const MESSAGES = [
  ...['slice', 'reminder', 'fell_due', 'overdue', 'returned', 'accepted', 'closed', 'reopened'],
  ...['withdrawn', 'corrected', 'rescheduled', 'response_registered', 'slip_issued'],
  ...['slip_withdrawn', 'unit_comment', 'response_waits', 'decision_waits', 'delivery_unproven'],
  ...['third_return', 'slip_waits', 'office_comment', 'office_late'],
]

function list(words: readonly string[]) {
  return sql.join(words.map((word) => sql.lit(word)))
}
