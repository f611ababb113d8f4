import { type Kysely, sql } from 'kysely'

/** A slip of the fifth rung is a proposal to the leader: decided, it stays the office's. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table slip
      drop constraint slip_issued,
      add constraint slip_issued check (status not in ('issued', 'acknowledged')
        or (issued_at is not null and issued_by is not null and (audience = 'unit' or rung = 5)))`.execute(
    db,
  )
  await sql`update slip set audience = 'office' where rung = 5`.execute(db)
  await sql`
    alter table slip add constraint slip_proposal check (audience = 'office' or rung < 5)`.execute(
    db,
  )
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table slip drop constraint slip_proposal`.execute(db)
  await sql`update slip set audience = 'unit' where rung = 5 and issued_at is not null`.execute(db)
  await sql`
    alter table slip
      drop constraint slip_issued,
      add constraint slip_issued check (status not in ('issued', 'acknowledged')
        or (issued_at is not null and issued_by is not null and audience = 'unit'))`.execute(db)
}
