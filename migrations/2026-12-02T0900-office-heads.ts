import { type Kysely, sql } from 'kysely'

/** The head of a unit's office `u` is the person `p`: the same name at the same address. Null where that is not known. */
const SAME = `(u.office_head ->> 'name' = p.name and lower(u.office_head ->> 'address') = lower(p.email))`

/** What is the head's of another unit is another's, as what is another person's is. */
const OTHER_HEADS = {
  name: `and not exists (select from unit u where u.office_id = p.office_id
            and strpos(u.office_head ->> 'name', p.name) > 0 and ${SAME} is not true)`,
  email: `and not exists (select from unit u where u.office_id = p.office_id
            and lower(u.office_head ->> 'address') = lower(p.email) and ${SAME} is not true)`,
}

/**
 * 办公室负责人. The office of a unit has a head, who is written to when the first rung is climbed: a name and an address
 * beside the unit's mailbox, nobody who logs in.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table unit add column office_head jsonb,
      add constraint unit_office_head check (office_head is null
        or (office_head ->> 'name' is not null and office_head ->> 'address' is not null))`.execute(
    db,
  )
  await naming(db, OTHER_HEADS)
  await erasing(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop function erase_office_head`.execute(db)
  await naming(db, { name: '', email: '' })
  await sql`alter table unit drop column office_head`.execute(db)
}

/** As it was, but for what keeps a name or an address from being looked for. */
async function naming(
  db: Kysely<unknown>,
  unless: { readonly name: string; readonly email: string },
): Promise<void> {
  await sql`
    create or replace function words_naming(who uuid) returns text[]
    language sql stable set search_path = public, pg_temp
    as $$
      select array_remove(array[
        case when char_length(p.name) >= 2 and (p.name ~ '[^ -~]' or p.name ~ '[^ ] +[^ ]')
          and not exists (select from person o where o.office_id = p.office_id and o.id <> p.id
            and strpos(o.name, p.name) > 0)
          ${sql.raw(unless.name)} then p.name end,
        case when not exists (select from person o where o.office_id = p.office_id and o.id <> p.id
            and lower(o.email) = lower(p.email))
          and not exists (select from unit u where u.office_id = p.office_id
            and lower(u.mailbox) = lower(p.email))
          ${sql.raw(unless.email)} then p.email end,
        case when char_length(p.phone) >= 7
          and not exists (select from person o where o.office_id = p.office_id and o.id <> p.id
            and o.phone = p.phone)
          and not exists (select from office f where f.id = p.office_id and f.duty_phone = p.phone)
          then p.phone end], null)
      from person p where p.id = who
    $$`.execute(db)
}

/** Before the person is erased, while it is known who that is; with the rights of the owner, and nobody without their entry. */
async function erasing(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function erase_office_head(who uuid) returns void
    language sql volatile security definer set search_path = public, pg_temp
    as $$
      update mail m set status = 'failed', next_attempt_at = null, lease_until = null, claimed_by = null
        from person p join erasure e on e.person_id = p.id
        where p.id = who and p.office_id = app_office() and m.office_id = p.office_id and m.status = 'queued'
          and m.person_id is null and m.to_name = p.name and lower(m.to_address) = lower(p.email);
      update unit u set office_head = null from person p join erasure e on e.person_id = p.id
        where p.id = who and p.office_id = app_office() and u.office_id = p.office_id and ${sql.raw(SAME)}
    $$`.execute(db)
  await sql`revoke execute on function erase_office_head from public`.execute(db)
  await sql`grant execute on function erase_office_head to zhenggai_api`.execute(db)
}
