import { type Kysely, sql } from 'kysely'

const UNITS = '(select app_units())::uuid[]'
const OWN = `unit_id = any (${UNITS})`
const BY_ME = 'uploaded_by = (select app_person())'

/**
 * Files whose personal data nobody said is masked are for their unit and its judges: whoever only inspects does not
 * see them. What was uploaded before the question was asked counts as not masked. And what counting a unit's files
 * and finding those to be scanned reads.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table evidence add column masked boolean not null default false`.execute(db)
  await sql`create index evidence_of_unit on evidence (office_id, unit_id, sha256) include (size)`.execute(
    db,
  )
  await sql`
    create index evidence_pending on evidence (uploaded_at, id)
      where scan_state = 'pending'`.execute(db)
  await sql`
    create index evidence_pending_hash on evidence (sha256) where scan_state = 'pending'`.execute(
    db,
  )
  await inspecting(db, `masked and unit_id is not null or ${BY_ME}`)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await inspecting(db, `unit_id is not null or ${BY_ME}`)
  await sql`drop index evidence_pending_hash, evidence_pending, evidence_of_unit`.execute(db)
  await sql`alter table evidence drop column masked`.execute(db)
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
