import { type Kysely, sql } from 'kysely'

/** A new version of a policy says who decided on it, and why. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table policy_version add column created_by uuid, add column reason text,
      add constraint policy_reason check ((created_by is null) = (reason is null)),
      add foreign key (office_id, created_by) references person (office_id, id)`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table policy_version drop column created_by, drop column reason`.execute(db)
}
