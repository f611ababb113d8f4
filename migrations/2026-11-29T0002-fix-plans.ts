import { type Kysely, sql } from 'kysely'

/** 整改方案: what an answer proposes, what the office accepts, and the days on which progress is due. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table finding add column progress_at timestamptz(3), add column fix_steps jsonb`.execute(
    db,
  )
  await sql`alter table round add column fixed_by date, add column fix_steps jsonb`.execute(db)
  await eraseAlso(db, ['cause', 'measures', 'fix_steps'])
  await words(
    db,
    [...EVENTS, ...NEW_EVENTS],
    [...MESSAGES, ...NEW_MESSAGES],
    [...MILESTONES, 'progress_due'],
  )
}

/** Fails while such an event, message or milestone is there: what happened is not undone. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await words(db, EVENTS, MESSAGES, MILESTONES)
  await eraseAlso(db, ['cause', 'measures'])
  await sql`alter table round drop column fixed_by, drop column fix_steps`.execute(db)
  await sql`alter table finding drop column progress_at, drop column fix_steps`.execute(db)
}

/** Which columns of a sealed answer an erasure may empty. */
async function eraseAlso(db: Kysely<unknown>, columns: readonly string[]): Promise<void> {
  await sql`drop trigger guard_history on round`.execute(db)
  await sql`
    create trigger guard_history before update or delete on round
    for each row execute function guard_history(${list(columns)})`.execute(db)
  const also = sql.join(columns.map((column) => sql.ref(column)))
  await sql`grant update (${also}) on round to zhenggai_migrate`.execute(db)
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

const NEW_EVENTS = ['plan_accepted', 'progress_missed']
const NEW_MESSAGES = ['plan_accepted', 'progress_due']
const MILESTONES = [
  ...['deem_received', 'remind', 'fall_due', 'climb', 'nag_office'],
  ...['open_day', 'gather'],
]
const EVENTS = [
  ...['drafted', 'issued', 'acknowledged', 'receipt_deemed', 'receipt_unproven', 'delegated'],
  ...['takedown_reported', 'progress_reported', 'responded', 'recalled', 'review_begun'],
  ...['accepted', 'returned', 'closed', 'closed_unreported', 'reopened', 'withdrawn', 'corrected'],
  ...['rescheduled', 'extension_requested', 'dispute_raised', 'request_withdrawn'],
  ...['decision_proposed', 'request_decided', 'retest_recorded', 'report_registered'],
  ...['report_exempted', 'contact_recorded', 'instruction_recorded', 'commented'],
  ...['reminded', 'fell_due', 'climbed', 'office_nagged'],
]
const MESSAGES = [
  ...['slice', 'reminder', 'fell_due', 'overdue', 'returned', 'accepted', 'closed', 'reopened'],
  ...['withdrawn', 'corrected', 'rescheduled', 'request_decided', 'response_registered'],
  ...['slip_issued', 'slip_withdrawn', 'unit_comment', 'response_waits', 'request_waits'],
  ...['proposal_waits', 'decision_waits', 'delivery_unproven', 'third_return', 'slip_waits'],
  ...['office_comment', 'office_late', 'request_late'],
]

function list(words: readonly string[]) {
  return sql.join(words.map((word) => sql.lit(word)))
}
