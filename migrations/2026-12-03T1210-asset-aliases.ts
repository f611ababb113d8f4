import { type Kysely, sql } from 'kysely'

/** Where `erase_person` is taken up, and what it does there besides. */
const TAKEN_UP = 'update policy_version set reason'
const ALSO = `update asset set aliases =
            array(select masked(w, wanted) from unnest(aliases) with ordinality l (w, n) order by n)
          where office_id = app_office() and holds(aliases::text, wanted);
        ${TAKEN_UP}`

/** What else a site, column or account is called, and was called before it was renamed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table asset add column aliases text[] not null default '{}'`.execute(db)
  await rewrite(db, TAKEN_UP, ALSO)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await rewrite(db, ALSO, TAKEN_UP)
  await sql`alter table asset drop column aliases`.execute(db)
}

/** The function as it stands, with one text in place of another. */
async function rewrite(db: Kysely<unknown>, from: string, to: string): Promise<void> {
  await sql`
    do $do$
    declare made text := pg_get_functiondef('erase_person(uuid)'::regprocedure);
    begin
      if strpos(made, ${sql.lit(from)}) = 0 then raise exception 'erase_person is another'; end if;
      execute replace(made, ${sql.lit(from)}, ${sql.lit(to)});
    end $do$`.execute(db)
}
