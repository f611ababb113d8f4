import { type Kysely, sql } from 'kysely'

/** 回头看: the days on which a closed finding is looked at again, the one that waits, and whether it was seen again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table finding add column lookbacks jsonb, add column lookback jsonb,
      add column seen_again boolean not null default false`.execute(db)
  await sql`alter table finding alter column seen_again drop default`.execute(db)
  // What re-tests said of a closed finding counts from now on, and from its events: the newest that says anything.
  await sql`
    update finding f set seen_again = true
    from (
      select distinct on (finding_id) finding_id, result, observed_at
      from (
        select finding_id, seq, data ->> 'result' as result, observed_at,
          max(observed_at) over (partition by finding_id order by seq
            rows between unbounded preceding and 1 preceding) as before
        from finding_event
        cross join lateral (select (data ->> 'observed_at')::timestamptz) seen (observed_at)
        where type = 'retest_recorded'
      ) observed
      where result <> 'inconclusive' and (before is null or observed_at >= before)
      order by finding_id, seq desc
    ) newest
    where newest.finding_id = f.id and newest.result = 'fail' and f.state = 'closed'
      and newest.observed_at >= f.closed_at`.execute(db)
  await sql`
    create index finding_lookback on finding (office_id, due_sort, id)
    where lookback is not null or seen_again`.execute(db)
  await fenceMilestones(db, `kind not in ('nag_office', 'open_lookback')`)
  await words(
    db,
    [...EVENTS, ...NEW_EVENTS],
    [...MESSAGES, ...NEW_MESSAGES],
    [...MILESTONES, ...NEW_MILESTONES],
  )
}

/** Fails while such an event, message or milestone is there: what happened is not undone. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await words(db, EVENTS, MESSAGES, MILESTONES)
  await fenceMilestones(db, `kind <> 'nag_office'`)
  await sql`drop index finding_lookback`.execute(db)
  await sql`
    alter table finding drop column lookbacks, drop column lookback, drop column seen_again`.execute(
    db,
  )
}

/** Of what the clock will do a unit sees its own turn; an inspector what they will have to look at too. */
async function fenceMilestones(db: Kysely<unknown>, units: string): Promise<void> {
  await sql`
    alter policy api on milestone using (office_id = (select app_office()) and (
      (select app_scope() in ('office', 'system'))
      or ((select app_scope() = 'unit') and (finding_id is not null and outcome is null
        and ${sql.raw(units)} and unit_id = any ((select app_units())::uuid[])))
      or ((select app_scope() = 'inspector') and (finding_id is not null and outcome is null
        and kind <> 'nag_office'))
    ))`.execute(db)
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

const NEW_EVENTS = ['lookbacks_planned', 'lookback_opened']
const NEW_MESSAGES = ['lookback_waits', 'seen_again']
const NEW_MILESTONES = ['open_lookback']
const EVENTS = [
  ...['drafted', 'issued', 'acknowledged', 'receipt_deemed', 'receipt_unproven', 'delegated'],
  ...['takedown_reported', 'progress_reported', 'responded', 'recalled', 'review_begun'],
  ...['accepted', 'plan_accepted', 'returned', 'closed', 'closed_unreported', 'reopened'],
  ...['withdrawn', 'corrected', 'released', 'reassigned', 'rescheduled', 'extension_requested'],
  ...['dispute_raised', 'transfer_requested', 'view_given', 'request_withdrawn'],
  ...['decision_proposed', 'request_decided', 'retest_recorded', 'report_registered'],
  ...['report_exempted', 'contact_recorded', 'instruction_recorded', 'commented', 'reminded'],
  ...['fell_due', 'climbed', 'office_nagged', 'progress_missed'],
]
const MESSAGES = [
  ...['slice', 'reminder', 'fell_due', 'overdue', 'progress_due', 'returned', 'accepted'],
  ...['plan_accepted', 'closed', 'reopened', 'withdrawn', 'corrected', 'released', 'rescheduled'],
  ...['request_decided', 'view_wanted', 'response_registered', 'slip_issued', 'slip_withdrawn'],
  ...['unit_comment', 'response_waits', 'request_waits', 'view_given', 'proposal_waits'],
  ...['decision_waits', 'delivery_unproven', 'third_return', 'slip_waits', 'office_comment'],
  ...['office_late', 'request_late'],
]
const MILESTONES = [
  ...['deem_received', 'remind', 'fall_due', 'climb', 'nag_office', 'progress_due'],
  ...['open_day', 'gather'],
]

function list(words: readonly string[]) {
  return sql.join(words.map((word) => sql.lit(word)))
}
