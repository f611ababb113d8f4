import { type Kysely, sql } from 'kysely'

/** 客观原因挂账: whom the unit asked, when, and which of the answer's files prove it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table round add column asked jsonb`.execute(db)
  await eraseAlso(db, ['cause', 'measures', 'fix_steps', 'asked'])
}

/** Loses whom units asked; the events of their answers still say it. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await eraseAlso(db, ['cause', 'measures', 'fix_steps'])
  await sql`alter table round drop column asked`.execute(db)
}

/** Which columns of a sealed answer an erasure may empty. */
async function eraseAlso(db: Kysely<unknown>, columns: readonly string[]): Promise<void> {
  await sql`drop trigger guard_history on round`.execute(db)
  await sql`
    create trigger guard_history before update or delete on round
    for each row execute function guard_history(${sql.join(
      columns.map((column) => sql.lit(column)),
    )})`.execute(db)
  const also = sql.join(columns.map((column) => sql.ref(column)))
  await sql`grant update (${also}) on round to zhenggai_migrate`.execute(db)
}
