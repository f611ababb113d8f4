import { type Kysely, sql } from 'kysely'

/**
 * 发文前核实. What a unit is shown of a draft is kept as it was shown: the draft itself stays the office's, and a line may
 * be corrected or withdrawn after what the unit said.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table notice add column consulting_until timestamptz(3)`.execute(db)
  await sql`
    create table consultation_line (
      finding_id uuid primary key,
      office_id uuid not null references office (id),
      notice_id uuid not null,
      unit_id uuid not null,
      title text not null,
      number integer not null,
      category text not null,
      problem text not null,
      place text,
      asset_id uuid,
      indicator_id text,
      asked_at timestamptz(3) not null,
      until timestamptz(3) not null,
      answer text check (answer in ('confirmed', 'false_alarm', 'fixed')),
      words text,
      answered_at timestamptz(3),
      answered_by uuid,
      constraint consultation_whole check ((answer is null) = (answered_at is null)
        and (answer is null) = (answered_by is null)),
      foreign key (office_id, notice_id) references notice (office_id, id),
      foreign key (office_id, unit_id) references unit (office_id, id),
      foreign key (office_id, asset_id) references asset (office_id, id),
      foreign key (office_id, answered_by) references person (office_id, id)
    )`.execute(db)
  await sql`create index consultation_notice on consultation_line (notice_id, number)`.execute(db)
  await sql`
    create index consultation_list on consultation_line
      (office_id, asked_at desc, finding_id desc)`.execute(db)
  await sql`call fence('consultation_line', 'unit_id = any ((select app_units())::uuid[])')`.execute(
    db,
  )
  await sql`
    grant select, insert, update (category, problem, place, answer, words, answered_at,
      answered_by) on consultation_line to zhenggai_api`.execute(db)
  await sql`grant select on consultation_line to zhenggai_worker`.execute(db)
  await sql`grant select, insert, update on consultation_line to zhenggai_migrate`.execute(db)
  await words(db, [...MESSAGES, 'consultation', 'consultation_answered', 'consultation_over'])
}

/** Fails while a unit was asked: what happened is not undone. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await words(db, MESSAGES)
  await sql`drop table consultation_line`.execute(db)
  await sql`alter table notice drop column consulting_until`.execute(db)
}

async function words(db: Kysely<unknown>, messages: readonly string[]): Promise<void> {
  await sql`
    alter table message drop constraint message_kind_check,
      add constraint message_kind_check check (kind in (${list(messages)}))`.execute(db)
}

const MESSAGES = [
  ...['slice', 'reminder', 'fell_due', 'overdue', 'progress_due', 'returned', 'accepted'],
  ...['plan_accepted', 'closed', 'reopened', 'withdrawn', 'corrected', 'released', 'rescheduled'],
  ...['request_decided', 'view_wanted', 'response_registered', 'slip_issued', 'slip_withdrawn'],
  ...['unit_comment', 'response_waits', 'request_waits', 'view_given', 'proposal_waits'],
  ...['decision_waits', 'delivery_unproven', 'third_return', 'slip_waits', 'office_comment'],
  ...['office_late', 'request_late', 'lookback_waits', 'seen_again', 'contact_failed'],
  ...['delegation'],
]

function list(words: readonly string[]) {
  return sql.join(words.map((word) => sql.lit(word)))
}
