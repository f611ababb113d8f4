import { type Kysely, sql } from 'kysely'

const PORTAL = `array['read', 'receive', 'answer', 'request', 'letters', 'files', 'preferences']`
const TOOL = `array['hits', 'retests']`

/** What an account may do within its kind, chosen when it is made; those there are keep all that their kind may do. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const all = sql.raw(`case kind when 'portal' then ${PORTAL} else ${TOOL} end`)
  await sql`alter table service_account add column scopes text[]`.execute(db)
  // By altering, since row security does not let an owner update.
  await sql`alter table service_account alter column scopes type text[] using ${all}`.execute(db)
  await sql`
    alter table service_account alter column scopes set not null,
      add constraint service_account_scopes check (scopes <@ ${all} and cardinality(scopes) > 0)`.execute(
    db,
  )
  await knowHolder(db, 'scopes text[], ', 'a.scopes, ')
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await knowHolder(db, '', '')
  await sql`alter table service_account drop column scopes`.execute(db)
}

/** Asked before any principal is set, with the rights of its owner; it answers about one key alone. */
async function knowHolder(db: Kysely<unknown>, says: string, reads: string): Promise<void> {
  await sql`drop function account_of_key`.execute(db)
  await sql`
    create function account_of_key(key_hash text)
    returns table (id uuid, kind text, name text, unit_id uuid, tool text, ${sql.raw(says)}office_id uuid,
      office_name text, rehearsal boolean, key_id uuid, expires_at timestamptz)
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
      select a.id, a.kind, a.name, a.unit_id, a.tool, ${sql.raw(reads)}o.id, o.name, o.rehearsal, k.id, k.expires_at
      from public.api_key k
      join public.service_account a on a.id = k.service_account_id
      join public.office o on o.id = a.office_id
      left join public.unit u on u.id = a.unit_id
      where k.hash = key_hash and k.revoked_at is null and k.expires_at > now()
        and (a.unit_id is null or u.status = 'open')
    $$`.execute(db)
  await sql`revoke execute on function account_of_key from public`.execute(db)
  await sql`grant execute on function account_of_key to zhenggai_api`.execute(db)
}
