import { type Kysely, sql } from 'kysely'

/** A finding whose rung turned out not to count is taken off the drafts that list it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`grant delete on slip_finding to zhenggai_api, zhenggai_worker`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`revoke delete on slip_finding from zhenggai_api, zhenggai_worker`.execute(db)
}
