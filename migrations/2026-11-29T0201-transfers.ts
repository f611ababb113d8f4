import { type Kysely, sql } from 'kysely'

/** 申请调整责任单位: what waits on the finding, what was asked, and the view of the unit that is proposed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table finding add column transfer jsonb, add column transfers integer not null default 0`.execute(
    db,
  )
  await sql`alter table finding alter column transfers drop default`.execute(db)
  await held(db, ['dispute', 'transfer'])
  await sql`
    alter table request drop constraint request_kind_check,
      add constraint request_kind_check check (kind in ('extension', 'dispute', 'transfer')),
      add column target_unit_id uuid,
      add column viewed_seq integer,
      add constraint request_target check ((kind = 'transfer') = (target_unit_id is not null)),
      add foreign key (office_id, target_unit_id) references unit (office_id, id)`.execute(db)
  await sql`
    create index request_target on request (target_unit_id, asked_at, id)
    where target_unit_id is not null`.execute(db)
  await fenceRequests(db, 'unit_id = any (units) or target_unit_id = any (units)')
  await createAskedOf(db)
  await words(db, [...EVENTS, ...NEW_EVENTS], [...MESSAGES, ...NEW_MESSAGES])
}

/** Fails while such an event, message or request is there: what happened is not undone. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await words(db, EVENTS, MESSAGES)
  await sql`drop function asked_of`.execute(db)
  await fenceRequests(db, 'unit_id = any (units)')
  await sql`
    alter table request drop column target_unit_id, drop column viewed_seq,
      drop constraint request_kind_check,
      add constraint request_kind_check check (kind in ('extension', 'dispute'))`.execute(db)
  await held(db, ['dispute'])
  await sql`alter table finding drop column transfer, drop column transfers`.execute(db)
}

/** While it is true the finding is not overdue, whatever its due. */
async function held(db: Kysely<unknown>, pausing: readonly string[]): Promise<void> {
  const pauses = pausing.map((one) => ` or coalesce((${one} ->> 'pauses')::boolean, false)`)
  await sql`alter table finding drop column held`.execute(db)
  await sql`
    alter table finding add column held boolean not null generated always as
      (extension is not null${sql.raw(pauses.join(''))}) stored`.execute(db)
}

async function fenceRequests(db: Kysely<unknown>, own: string): Promise<void> {
  const mine = own.replaceAll('(units)', '((select app_units())::uuid[])')
  await sql`
    alter policy api on request using (office_id = (select app_office()) and (
      (select app_scope() in ('office', 'system', 'inspector'))
      or ((select app_scope() = 'unit') and (${sql.raw(mine)}))
    )) with check (office_id = (select app_office())
      and (select app_scope() in ('office', 'system')))`.execute(db)
}

/**
 * What a unit is told of a request beside what its fence shows: a former unit and the one that is proposed which finding it
 * is; while it waits, how the finding stands; and the latter what it is asked, and has said. It runs with the rights of
 * its owner and asks itself whose the request is.
 */
async function createAskedOf(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function asked_of(wanted uuid)
    returns table (number integer, handling text, revision integer, problem text, place jsonb,
      asked jsonb, viewed jsonb)
    language sql stable strict security definer set search_path = public, pg_temp
    as $$
      select f.number, f.handling,
        case when q.status = 'pending' then f.revision end,
        case when shown.of_target then f.problem end,
        case when shown.of_target then f.place end,
        case when ours.target then to_jsonb(asked) end,
        case when ours.target then to_jsonb(viewed) end
      from request q
      join finding f on f.id = q.finding_id
      cross join lateral (
        select coalesce(q.target_unit_id = any ((select app_units())::uuid[]), false)) ours (target)
      cross join lateral (
        select ours.target and q.status = 'pending' and f.handling <> 'offline') shown (of_target)
      left join lateral (select e.type, e.data, e.texts from finding_event e
        where e.finding_id = q.finding_id and e.seq = q.asked_seq) asked on true
      left join lateral (select e.type, e.data, e.texts from finding_event e
        where e.finding_id = q.finding_id and e.seq = q.viewed_seq) viewed on true
      where q.id = wanted and q.office_id = (select app_office()) and (select app_scope() = 'unit')
        and (q.unit_id = any ((select app_units())::uuid[]) or ours.target)
    $$`.execute(db)
  await sql`revoke execute on function asked_of from public`.execute(db)
  await sql`grant execute on function asked_of to zhenggai_api, zhenggai_migrate`.execute(db)
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

const NEW_EVENTS = ['transfer_requested', 'view_given']
const NEW_MESSAGES = ['view_wanted', 'view_given']
const EVENTS = [
  ...['drafted', 'issued', 'acknowledged', 'receipt_deemed', 'receipt_unproven', 'delegated'],
  ...['takedown_reported', 'progress_reported', 'responded', 'recalled', 'review_begun'],
  ...['accepted', 'plan_accepted', 'returned', 'closed', 'closed_unreported', 'reopened'],
  ...['withdrawn', 'corrected', 'released', 'reassigned', 'rescheduled', 'extension_requested'],
  ...['dispute_raised', 'request_withdrawn', 'decision_proposed', 'request_decided'],
  ...['retest_recorded', 'report_registered', 'report_exempted', 'contact_recorded'],
  ...['instruction_recorded', 'commented', 'reminded', 'fell_due', 'climbed', 'office_nagged'],
  ...['progress_missed'],
]
const MESSAGES = [
  ...['slice', 'reminder', 'fell_due', 'overdue', 'progress_due', 'returned', 'accepted'],
  ...['plan_accepted', 'closed', 'reopened', 'withdrawn', 'corrected', 'released', 'rescheduled'],
  ...['request_decided', 'response_registered', 'slip_issued', 'slip_withdrawn'],
  ...['unit_comment', 'response_waits', 'request_waits', 'proposal_waits', 'decision_waits'],
  ...['delivery_unproven', 'third_return', 'slip_waits', 'office_comment', 'office_late'],
  ...['request_late'],
]

function list(words: readonly string[]) {
  return sql.join(words.map((word) => sql.lit(word)))
}
