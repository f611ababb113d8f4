import { type Kysely, sql } from 'kysely'

const OWN = 'unit_id = any ((select app_units())::uuid[])'
const BY_ME = 'uploaded_by = (select app_person())'

/**
 * Whether a file is masked is unknown where nobody was asked: what was uploaded before the question is open as it was
 * then, instead of closed to everybody at once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await inspecting(db, BY_ME)
  await sql`alter table evidence alter column masked drop not null`.execute(db)
  await sql`alter table evidence alter column masked drop default`.execute(db)
  const { rows } = await sql<{ asked: string | null }>`
    select max(timestamp) as asked from kysely_migration
    where name = '2026-11-30T1401-evidence-limits'`.execute(db)
  // By altering, since row security does not let an owner update.
  const asked = sql.lit(rows[0]?.asked ?? 'infinity')
  await sql`
    alter table evidence alter column masked type boolean
    using case when masked or uploaded_at >= ${asked}::timestamptz then masked end`.execute(db)
  await inspecting(db, `masked is not false and unit_id is not null or ${BY_ME}`)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await inspecting(db, BY_ME)
  await sql`
    alter table evidence alter column masked type boolean using coalesce(masked, false)`.execute(db)
  await sql`alter table evidence alter column masked set default false`.execute(db)
  await sql`alter table evidence alter column masked set not null`.execute(db)
  await inspecting(db, `masked and unit_id is not null or ${BY_ME}`)
}

/** The fence as it stands, with what an inspector sees of it. */
async function inspecting(db: Kysely<unknown>, sees: string): Promise<void> {
  const rule = (unit: string, inspector: string) =>
    sql.raw(
      `office_id = (select app_office()) and ((select app_scope() in ('office', 'system'))` +
        ` or ((select app_scope() = 'unit') and (${unit}))` +
        ` or ((select app_scope() = 'inspector') and (${inspector})))`,
    )
  await sql`
    alter policy api on evidence
    using (${rule(OWN, sees)}) with check (${rule(`${OWN} and ${BY_ME}`, BY_ME)})`.execute(db)
}
