import { type Kysely, sql } from 'kysely'

/** 盖章反馈. A unit's stamped report on its slice, and what became of each finding it names; never changed afterwards. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table letter (
      id uuid primary key,
      office_id uuid not null references office (id),
      notice_id uuid not null,
      unit_id uuid not null,
      number text,
      signed_on date not null,
      received_on date,
      scan text[] not null,
      signed_paper_id uuid,
      registered_by uuid not null,
      registered_at timestamptz(3) not null,
      unique (office_id, id),
      foreign key (office_id, notice_id) references notice (office_id, id),
      foreign key (office_id, unit_id) references unit (office_id, id),
      foreign key (office_id, signed_paper_id) references signed_paper (office_id, id),
      foreign key (office_id, registered_by) references person (office_id, id)
    )`.execute(db)
  await sql`
    create table letter_line (
      letter_id uuid not null,
      place integer not null,
      number integer not null,
      office_id uuid not null references office (id),
      unit_id uuid not null,
      finding_id uuid not null,
      result text not null check (result in (${list(RESULTS)})),
      outcome text not null check (outcome in (${list(OUTCOMES)})),
      code text,
      field text,
      primary key (letter_id, place),
      unique (letter_id, finding_id),
      constraint letter_line_reason check ((code is null) = (outcome not in ('returned', 'refused'))),
      foreign key (office_id, letter_id) references letter (office_id, id),
      foreign key (office_id, finding_id) references finding (office_id, id)
    )`.execute(db)
  await sql`
    create index letter_list on letter (office_id, registered_at desc, id desc)`.execute(db)
  await sql`create index letter_of_unit on letter (unit_id, notice_id)`.execute(db)
  await sql`create index letter_line_finding on letter_line (finding_id)`.execute(db)
  for (const table of ['letter', 'letter_line']) {
    await sql`call fence(${sql.lit(table)}, 'unit_id = any ((select app_units())::uuid[])')`.execute(
      db,
    )
    await sql`grant select, insert on ${sql.table(table)} to zhenggai_api, zhenggai_migrate`.execute(
      db,
    )
    await sql`grant select on ${sql.table(table)} to zhenggai_worker`.execute(db)
  }
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table letter_line`.execute(db)
  await sql`drop table letter`.execute(db)
}

const RESULTS = [
  ...['fixed', 'fixed_before_notice', 'partly_fixed', 'column_removed', 'account_closed'],
  ...['planned', 'beyond_unit', 'disputed', 'not_ours'],
]
const OUTCOMES = [
  ...['responded', 'reported', 'returned', 'disputed', 'transfer_requested', 'refused', 'stale'],
]

function list(words: readonly string[]) {
  return sql.join(words.map((word) => sql.lit(word)))
}
