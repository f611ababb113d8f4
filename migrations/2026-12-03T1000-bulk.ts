import { type Kysely, sql } from 'kysely'

const OFFICE = `(select app_scope() in ('office', 'system'))`
const IMPORTS = `((select app_scope() = 'inspector') and kind = 'import_hits')`
const OWN = `((select app_scope() in ('unit', 'inspector')) and kind = 'bulk'
  and requested_by = (select app_person()))`

/**
 * 批量办理. Whoever sends a command to many findings follows how far their own operation is, in a unit as in the office. The
 * worker carries out people's commands, so it shortens the lists of drafts as they do.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await alter(db, [OFFICE, IMPORTS, OWN])
  await sql`
    create policy worker_drafts on slip_finding as restrictive for delete to zhenggai_worker
    using (exists (select from slip s where s.id = slip_id and s.status = 'draft'))`.execute(db)
  await sql`grant delete on slip_finding to zhenggai_worker`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`revoke delete on slip_finding from zhenggai_worker`.execute(db)
  await sql`drop policy worker_drafts on slip_finding`.execute(db)
  await alter(db, [OFFICE, IMPORTS])
}

async function alter(db: Kysely<unknown>, whose: readonly string[]): Promise<void> {
  await sql`
    alter policy api on operation
    using (office_id = (select app_office()) and (${sql.raw(whose.join(' or '))}))`.execute(db)
}
