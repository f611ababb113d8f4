import { type Kysely, sql } from 'kysely'

/**
 * A write that is meant for so many rows and finds fewer ends its transaction. The commit travels right behind the
 * writes, so whoever counts after the answer counts too late.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function expect_rows(named text, written bigint, wanted bigint) returns void
    language plpgsql set search_path = pg_catalog, pg_temp
    as $$
    begin
      if written <> wanted then
        raise exception '% of % rows of % were not written', wanted - written, wanted, named;
      end if;
    end $$`.execute(db)
  await sql`revoke execute on function expect_rows from public`.execute(db)
  await sql`
    grant execute on function expect_rows to zhenggai_api, zhenggai_worker, zhenggai_migrate`.execute(
    db,
  )
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop function expect_rows`.execute(db)
}
