import { type Kysely, sql } from 'kysely'

/** Rows that name whoever of a unit did something, and may have done it through its portal. */
const TABLES = ['round', 'letter', 'evidence', 'slice', 'slip', 'consultation_line'] as const

/** Beside the person stands the portal through which they acted, as it does in a finding's events. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of TABLES) {
    await sql`
      alter table ${sql.table(table)} add column service_account_id uuid,
        add constraint ${sql.raw(table)}_service_account_fkey
          foreign key (office_id, service_account_id) references service_account (office_id, id)`.execute(
      db,
    )
  }
  await sql`grant update (service_account_id) on consultation_line to zhenggai_api`.execute(db)
  await sealedBefore(db)
  await tellAsked(db, ', e.service_account_id')
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await tellAsked(db, '')
  for (const table of TABLES) {
    await sql`alter table ${sql.table(table)} drop column service_account_id`.execute(db)
  }
}

/**
 * The events of answers have always named it. Rounds are never updated, and their owner reads no events while these are
 * forced behind their fence: so both are lifted for the one rewriting.
 */
async function sealedBefore(db: Kysely<unknown>): Promise<void> {
  await sql`alter table finding_event no force row level security`.execute(db)
  await sql`
    create function answered_through(finding uuid, round integer) returns uuid
    language sql stable set search_path = pg_catalog, pg_temp
    as $$
      select e.service_account_id from public.finding_event e
      where e.finding_id = finding and e.type = 'responded'
        and (e.data -> 'round' ->> 'number')::integer = round
    $$`.execute(db)
  await sql`
    alter table round alter column service_account_id type uuid
    using answered_through(finding_id, number)`.execute(db)
  await sql`drop function answered_through`.execute(db)
  await sql`alter table finding_event force row level security`.execute(db)
}

/** What a unit that is asked for its view is told of a request. */
async function tellAsked(db: Kysely<unknown>, through: string): Promise<void> {
  const event = sql.raw(`e.type, e.data, e.texts${through}`)
  await sql`
    create or replace function asked_of(wanted uuid)
    returns table (number integer, handling text, revision integer, problem text, place jsonb,
      asked jsonb, viewed jsonb)
    language sql stable strict security definer set search_path = public, pg_temp
    as $$
      select f.number, f.handling,
        case when q.status = 'pending' then f.revision end,
        case when shown.of_target then f.problem end,
        case when shown.of_target then f.place end,
        case when ours.target then to_jsonb(asked) end,
        case when ours.target then to_jsonb(viewed) end
      from request q
      join finding f on f.id = q.finding_id
      cross join lateral (
        select coalesce(q.target_unit_id = any ((select app_units())::uuid[]), false)) ours (target)
      cross join lateral (
        select ours.target and q.status = 'pending' and f.handling <> 'offline') shown (of_target)
      left join lateral (select ${event} from finding_event e
        where e.finding_id = q.finding_id and e.seq = q.asked_seq) asked on true
      left join lateral (select ${event} from finding_event e
        where e.finding_id = q.finding_id and e.seq = q.viewed_seq) viewed on true
      where q.id = wanted and q.office_id = (select app_office()) and (select app_scope() = 'unit')
        and (q.unit_id = any ((select app_units())::uuid[]) or ours.target)
    $$`.execute(db)
}
