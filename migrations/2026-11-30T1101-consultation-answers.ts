import { type Kysely, sql } from 'kysely'

/** Files that go with what a unit says of a draft's line, and answers that the office enters on somebody's word. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table consultation_line
      add column evidence text[] not null default '{}',
      add column whom text,
      add column how text check (how in ('telephone', 'paper')),
      add column said_at timestamptz(3),
      add constraint consultation_entered check ((how is null) = (whom is null)
        and (how is null) = (said_at is null) and (how is null or answer is not null))`.execute(db)
  await sql`
    grant update (evidence, whom, how, said_at) on consultation_line to zhenggai_api`.execute(db)
}

/** Loses which files went with an answer and on whose word one was entered. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table consultation_line drop column evidence, drop column whom, drop column how,
      drop column said_at`.execute(db)
}
