import { type Kysely, sql } from 'kysely'

/** What scanning reads: the files that wait, of each unit in turn, and those stored without a scanner. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop index evidence_pending`.execute(db)
  await sql`
    create index evidence_pending on evidence (office_id, unit_id, uploaded_at, id)
      include (sha256) where scan_state = 'pending'`.execute(db)
  await sql`create index evidence_unscanned on evidence (id) where scan_state = 'unscanned'`.execute(
    db,
  )
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index evidence_unscanned, evidence_pending`.execute(db)
  await sql`
    create index evidence_pending on evidence (uploaded_at, id)
      where scan_state = 'pending'`.execute(db)
}
