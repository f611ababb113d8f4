import { type Kysely, sql } from 'kysely'

const OLD_KINDS = [
  ...['login_refused', 'attempts_limited', 'step_up_asked', 'behalf_refused', 'login_changed'],
  ...['role_given', 'role_changed', 'key_made', 'key_rotated', 'key_revoked', 'words_erased'],
  ...['person_erased', 'retention_changed', 'retention_swept'],
]
const KINDS = [...OLD_KINDS, 'register_exported', 'reach_changed']

/** Recorded are whoever takes a register out of the house, and who of the units reads what of those below it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await allow(db, KINDS)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await allow(db, OLD_KINDS)
}

/** What was recorded under a name that is no more allowed stays: nothing of it is ever taken away. */
async function allow(db: Kysely<unknown>, kinds: readonly string[]): Promise<void> {
  const listed = sql.join(kinds.map((kind) => sql.lit(kind)))
  await sql`alter table security_event drop constraint security_event_kind_check`.execute(db)
  await sql`
    alter table security_event add constraint security_event_kind_check
    check (kind in (${listed})) not valid`.execute(db)
}
