import { type Kysely, sql } from 'kysely'

/** Only people's commands shorten the list of a slip, and only while it is a draft: what was issued keeps its list. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`revoke delete on slip_finding from zhenggai_worker`.execute(db)
  await sql`
    create policy api_drafts on slip_finding as restrictive for delete to zhenggai_api
    using (exists (select from slip s where s.id = slip_id and s.status = 'draft'))`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop policy api_drafts on slip_finding`.execute(db)
  await sql`grant delete on slip_finding to zhenggai_worker`.execute(db)
}
