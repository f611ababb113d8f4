import { type Kysely, sql } from 'kysely'

const UNITS = '(select app_units())::uuid[]'
const OWN = `unit_id = any (${UNITS})`
const HELPED = `helping_unit_ids && ${UNITS}`

/**
 * 协办. Units that help the one which answers, and one below to which it has passed the work on, read along: the
 * finding with what happens to it in the tenure that runs, its answers, and its notice.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function helping_units(supports jsonb, delegated_to jsonb) returns uuid[]
    language sql immutable parallel safe set search_path = pg_catalog
    as $$
      select array_agg(distinct helper.unit_id) from (
        select (one ->> 'unit_id')::uuid from jsonb_array_elements(
          case when jsonb_typeof(supports) = 'array' then supports end) one
        where not (one ->> 'ended')::boolean
        union all select (delegated_to ->> 'unit_id')::uuid
      ) helper (unit_id) where helper.unit_id is not null
    $$`.execute(db)
  await sql`
    alter table finding add column supports jsonb,
      add column supporting_unit_ids uuid[] not null default '{}',
      add column helping_unit_ids uuid[]
        generated always as (helping_units(supports, delegated_to)) stored`.execute(db)
  await sql`
    create index finding_helping on finding using gin (helping_unit_ids)
      where helping_unit_ids is not null`.execute(db)
  // As with words, what compares arrays comes after the fence: the owner's rights look up what the fence then shows.
  await sql`
    create function helped_findings(units uuid[]) returns table (id uuid, notice_id uuid)
    language sql stable security definer set search_path = public, pg_temp
    as $$
      select f.id, f.notice_id from finding f
      where f.office_id = (select app_office()) and f.helping_unit_ids && units
    $$`.execute(db)
  await sql`revoke execute on function helped_findings from public`.execute(db)
  await sql`grant execute on function helped_findings to zhenggai_api, zhenggai_migrate`.execute(db)
  await searching(db, `f.${OWN} or f.${HELPED}`)
  for (const [table, fence] of Object.entries(FENCES)) await alter(db, table, fence)
  await words(
    db,
    [...EVENTS, 'support_asked', 'support_ended', 'contributed', 'support_reminded'],
    [...MESSAGES, 'support', 'support_ended', 'contribution'],
    [...MILESTONES, 'remind_support'],
  )
}

/** Fails while such an event, message or milestone is there: what happened is not undone. What drafts name is lost. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await words(db, EVENTS, MESSAGES, MILESTONES)
  for (const [table, { before, inspector }] of Object.entries(FENCES)) {
    await alter(db, table, { unit: before, inspector })
  }
  await searching(db, `f.${OWN}`)
  await sql`drop function helped_findings`.execute(db)
  await sql`alter table finding drop column helping_unit_ids, drop column supporting_unit_ids,
    drop column supports`.execute(db)
  await sql`drop function helping_units(jsonb, jsonb)`.execute(db)
}

/** Which findings a unit finds by their words. */
async function searching(db: Kysely<unknown>, theirs: string): Promise<void> {
  await sql`
    create or replace function findings_saying(words text, most integer)
    returns table (finding_id uuid)
    language sql stable security definer set search_path = public, pg_temp
    as $$
      select w.finding_id from finding_words w
      where w.office_id = (select app_office()) and w.bigrams @> bigrams(words)
        and ((select app_scope() in ('office', 'system')) or exists (
          select from finding f where f.id = w.finding_id and f.audience = 'unit'
            and ((select app_scope() = 'inspector') or ((select app_scope() = 'unit')
              and (${sql.raw(theirs)})))))
      limit most
    $$`.execute(db)
}

interface Fence {
  unit: string
  before: string
  inspector: string
}

const helped = (table: string) => `exists (select from finding f where f.id = ${table}.finding_id
  and f.unit_id = ${table}.unit_id and f.${HELPED})`
const OUT = `status <> 'draft'`
const SLICED = `exists (select from slice s where s.notice_id = notice.id and s.${OWN})`

const FENCES: Readonly<Record<string, Fence>> = {
  finding: {
    unit: `audience = 'unit' and (${OWN} or ${HELPED})`,
    before: `audience = 'unit' and ${OWN}`,
    inspector: `audience = 'unit'`,
  },
  finding_event: {
    unit: `audience = 'unit' and (${OWN} or ${helped('finding_event')})`,
    before: `audience = 'unit' and ${OWN}`,
    inspector: `audience = 'unit' or actor_id = (select app_person())`,
  },
  notice: {
    unit: `${OUT} and (${SLICED} or notice.id in (select notice_id from helped_findings((select app_units()))))`,
    before: `${OUT} and ${SLICED}`,
    inspector: OUT,
  },
  round: { unit: `${OWN} or ${helped('round')}`, before: OWN, inspector: 'true' },
}

async function alter(
  db: Kysely<unknown>,
  table: string,
  { unit, inspector }: Omit<Fence, 'before'>,
): Promise<void> {
  await sql`
    alter policy api on ${sql.table(table)} using (office_id = (select app_office()) and (
      (select app_scope() in ('office', 'system'))
      or ((select app_scope() = 'unit') and (${sql.raw(unit)}))
      or ((select app_scope() = 'inspector') and (${sql.raw(inspector)}))))`.execute(db)
}

async function words(
  db: Kysely<unknown>,
  events: readonly string[],
  messages: readonly string[],
  milestones: readonly string[],
): Promise<void> {
  await sql`
    alter table finding_event drop constraint finding_event_type_check,
      add constraint finding_event_type_check check (type in (${list(events)}))`.execute(db)
  await sql`
    alter table message drop constraint message_kind_check,
      add constraint message_kind_check check (kind in (${list(messages)}))`.execute(db)
  await sql`
    alter table milestone drop constraint milestone_kind_check,
      add constraint milestone_kind_check check (kind in (${list(milestones)}))`.execute(db)
}

const EVENTS = [
  ...['drafted', 'issued', 'acknowledged', 'receipt_deemed', 'receipt_unproven'],
  ...['delegated', 'takedown_reported', 'progress_reported', 'responded', 'recalled'],
  ...['review_begun', 'accepted', 'plan_accepted', 'returned', 'closed'],
  ...['closed_unreported', 'lookbacks_planned', 'reopened', 'withdrawn', 'revoked'],
  ...['followed', 'corrected', 'released', 'reassigned', 'rescheduled'],
  ...['extension_requested', 'dispute_raised', 'transfer_requested', 'view_given'],
  ...['request_withdrawn', 'decision_proposed', 'request_decided', 'retest_recorded'],
  ...['report_registered', 'report_exempted', 'contact_recorded'],
  ...['instruction_recorded', 'commented', 'reminded', 'fell_due', 'climbed'],
  ...['office_nagged', 'progress_missed', 'lookback_opened', 'recalculated'],
  ...['delegate_reminded'],
]
const MESSAGES = [
  ...['slice', 'reminder', 'fell_due', 'overdue', 'progress_due', 'returned', 'accepted'],
  ...['plan_accepted', 'closed', 'reopened', 'withdrawn', 'corrected', 'released', 'rescheduled'],
  ...['request_decided', 'view_wanted', 'response_registered', 'slip_issued', 'slip_withdrawn'],
  ...['unit_comment', 'response_waits', 'request_waits', 'view_given', 'proposal_waits'],
  ...['decision_waits', 'delivery_unproven', 'third_return', 'slip_waits', 'office_comment'],
  ...['office_late', 'request_late', 'lookback_waits', 'seen_again', 'contact_failed'],
  ...['delegation', 'consultation', 'consultation_answered', 'consultation_over'],
]
const MILESTONES = [
  ...['deem_received', 'remind', 'fall_due', 'climb', 'nag_office', 'progress_due'],
  ...['open_lookback', 'open_day', 'gather', 'remind_delegate'],
]

function list(words: readonly string[]) {
  return sql.join(words.map((word) => sql.lit(word)))
}
