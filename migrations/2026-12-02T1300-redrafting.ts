import { type Kysely, sql } from 'kysely'

/** 修改草稿: a line of a draft that a person changed, gave to another unit, split, merged or held back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await types(db, 'ARRAY[', `ARRAY['redrafted'::text, `)
}

/** Fails while such an event is there: what happened is not undone. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await types(db, `'redrafted'::text, `, '')
}

/** The check as it stands, with one piece of it in place of another. */
async function types(db: Kysely<unknown>, old: string, wanted: string): Promise<void> {
  await sql`
    do $do$
    declare stands text := (select pg_get_constraintdef(oid) from pg_constraint
      where conname = 'finding_event_type_check');
    begin
      alter table finding_event drop constraint finding_event_type_check;
      execute 'alter table finding_event add constraint finding_event_type_check '
        || replace(stands, ${sql.lit(old)}, ${sql.lit(wanted)});
    end $do$`.execute(db)
}
