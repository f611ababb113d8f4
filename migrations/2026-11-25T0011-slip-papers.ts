import { type Kysely, sql } from 'kysely'

/** A slip signed on paper: `issued_by` is whoever signed, and beside it stand the paper and who entered it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table slip
      add column entered_by uuid,
      add column signed_paper_id uuid,
      add constraint slip_paper check ((entered_by is null) = (signed_paper_id is null)),
      add foreign key (office_id, entered_by) references person (office_id, id),
      add foreign key (office_id, signed_paper_id) references signed_paper (office_id, id)`.execute(
    db,
  )
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table slip drop column signed_paper_id, drop column entered_by`.execute(db)
}
