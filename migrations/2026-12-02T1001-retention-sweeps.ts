import { type Kysely, sql } from 'kysely'

type Class = 'security_events' | 'mail_words' | 'answers' | 'import_lines' | 'infected_files'

/** Which rows of which table go, of an office and from before an instant, each given as SQL. */
interface Due {
  table: string
  where: (office: string, before: string) => string
}
const DUE: Readonly<Record<Class, Due>> = {
  security_events: {
    table: 'security_event',
    where: (office, before) => `office_id = ${office} and at < ${before}`,
  },
  mail_words: {
    table: 'mail',
    where: (office, before) =>
      `office_id = ${office} and status <> 'queued' and swept_at is null and created_at < ${before}`,
  },
  answers: {
    table: 'command_key',
    where: (office, before) => `office_id = ${office} and created_at < ${before}`,
  },
  import_lines: {
    table: 'hit_line',
    where: (office, before) => `office_id = ${office} and import_id in (
      select i.id from hit_import i join operation o on o.id = i.id
      where i.office_id = ${office} and i.begun_at < ${before} and o.status <> 'running')`,
  },
  infected_files: {
    table: 'evidence',
    where: (office, before) => `office_id = ${office} and scan_state = 'infected'
      and removed_at is null and uploaded_at < ${before}`,
  },
}
/** Refusals of whom no office knows: kept as long as any office keeps its own. */
const NOBODYS: Due = {
  table: 'security_event',
  where: (_, before) => `office_id is null and at < ${before}`,
}

const CLASSES = Object.keys(DUE) as Class[]
const LISTED = CLASSES.map((one) => `'${one}'`).join(', ')
const NOW = `date_trunc('milliseconds', clock_timestamp())`
/** What is put in the place of words that went. */
const GONE = '已清理'
/** The unit's own address; that of the head of its office is somebody's. */
const TO_MAILBOX = `person_id is null and exists (
  select from unit u where u.id = mail.unit_id and lower(u.mailbox) = lower(mail.to_address))`

/**
 * 保存期限：清理. With the rights of the owner what is older than its office keeps goes, a page at a time. Whoever calls chooses
 * neither whose nor how old.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sweeping(db)
  await showing(db)
  await sql`revoke delete on command_key from zhenggai_worker`.execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`grant delete on command_key to zhenggai_worker`.execute(db)
  await sql`drop function retention_totals, retention_next, sweep_retention`.execute(db)
}

/**
 * One page; of two at once one takes it. When the last page is taken, what went is recorded: how many, and no words. What a
 * half-done sweep took by a setting that was decided anew meanwhile is recorded by that setting, before anything else.
 */
async function sweeping(db: Kysely<unknown>): Promise<void> {
  const pages = CLASSES.map((one) => `when '${one}' then ${pageOf(one)}`).join('\n')
  await sql`
    create function sweep_retention(whose uuid, kind text, page integer, event uuid,
      out taken integer, out more boolean)
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
    declare
      begins timestamptz; before timestamptz; days integer; begun retention_sweep; rows tid[];
    begin
      taken := 0;
      more := false;
      insert into retention_sweep (office_id, class) values (whose, kind) on conflict do nothing;
      select s.* into begun from retention_sweep s
        where s.office_id is not distinct from whose and s.class = kind
        for no key update skip locked;
      if not found then return; end if;
      select p.at, p.before, p.days into begins, before, days from retention_plan(whose, kind) p;
      more := before is not null and begins <= clock_timestamp();
      if begun.removing > 0 and (not more or days <> begun.taken_days) then
        update retention_sweep s set removing = 0
          where s.office_id is not distinct from whose and s.class = kind;
        ${sql.raw(recorded('begun.removing', 'begun.taken_before'))}
        return;
      end if;
      if not more then return; end if;
      case kind
        ${sql.raw(pages)}
      end case;
      more := cardinality(rows) = page;
      update retention_sweep s set removed = s.removed + taken,
        removing = case when more then s.removing + taken else 0 end,
        taken_before = before, taken_days = days,
        swept_at = case when more then s.swept_at else ${sql.raw(NOW)} end
        where s.office_id is not distinct from whose and s.class = kind;
      if not more and begun.removing + taken > 0 then
        ${sql.raw(recorded('begun.removing + taken', 'before'))}
      end if;
    end $$`.execute(db)
  await sql`revoke execute on function sweep_retention from public`.execute(db)
  await sql`grant execute on function sweep_retention to zhenggai_worker`.execute(db)
}

function recorded(records: string, before: string): string {
  return `insert into security_event (id, office_id, kind, result, detail)
    values (event, whose, 'retention_swept', 'done', jsonb_build_object(
      'class', kind, 'records', ${records},
      'before', to_char(${before} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')));`
}

/** Finds a page of rows and takes them; whatever became another row meanwhile is asked once more. */
function pageOf(one: Class): string {
  const { table } = DUE[one]
  const wanted = DUE[one].where('whose', 'before')
  const find = (where: string) =>
    `rows := array(select ctid from ${table} where ${where} limit page);`
  const take = (act: string, where: string, returning = '1') =>
    `with gone as (${act} where ctid = any (rows) and ${where} returning ${returning})`
  const count = 'select count(*) into taken from gone;'
  const remove = (where: string) => `${find(where)} ${take(`delete from ${table}`, where)} ${count}`
  switch (one) {
    case 'security_events':
      return `if whose is null then ${remove(NOBODYS.where('whose', 'before'))}
        else ${remove(wanted)} end if;`
    case 'answers':
      return remove(wanted)
    case 'import_lines':
      return `${remove(wanted)}
        delete from hit_import i using operation o
        where o.id = i.id and i.office_id = whose and i.begun_at < before and o.status <> 'running'
          and not exists (select from hit_line l where l.import_id = i.id);`
    case 'mail_words':
      return `${find(wanted)}
        ${take(
          `update mail set swept_at = ${NOW}, subject = '${GONE}', text = '${GONE}', html = null,
            last_error = null, to_name = case when ${TO_MAILBOX} then to_name else '${GONE}' end,
            to_address = case when ${TO_MAILBOX} then to_address else '${GONE}' end`,
          wanted,
          'id',
        )}, reasons as (
          update mail_attempt a set reason = null from gone where a.mail_id = gone.id)
        ${count}`
    case 'infected_files':
      return `${find(wanted)} ${take(`update evidence set removed_at = ${NOW}`, wanted)} ${count}`
  }
}

/** What the next sweep of the caller's office would take, counted up to ten thousand; and what all sweeps took. */
async function showing(db: Kysely<unknown>): Promise<void> {
  const counts = CLASSES.map((one) => {
    const { table, where } = DUE[one]
    const some = `select from ${table} where ${where('app_office()', 'p.before')} limit 10001`
    return `when '${one}' then (select count(*) from (${some}) found)`
  })
  await sql`
    create function retention_next()
    returns table (class text, at timestamptz, before timestamptz, records integer, more boolean)
    language sql stable security definer set search_path = public, pg_temp
    as $$
      select c.one, date_trunc('milliseconds', p.at), date_trunc('milliseconds', p.before),
        least(n.found, 10000)::integer, n.found > 10000
      from unnest(array[${sql.raw(LISTED)}]) c (one)
      cross join lateral retention_plan(app_office(), c.one) p
      cross join lateral (select case c.one ${sql.raw(counts.join(' '))} end) n (found)
      where app_office() is not null and app_scope() = 'office'
    $$`.execute(db)
  await sql`
    create function retention_totals() returns table (class text, removed bigint)
    language sql stable security definer set search_path = public, pg_temp
    as $$
      select c.one, coalesce(sum(s.removed), 0)::bigint
      from unnest(array[${sql.raw(LISTED)}]) c (one) left join retention_sweep s on s.class = c.one
      group by c.one order by c.one
    $$`.execute(db)
  await sql`revoke execute on function retention_next, retention_totals from public`.execute(db)
  await sql`
    grant execute on function retention_next, retention_totals to zhenggai_api, zhenggai_migrate`.execute(
    db,
  )
}
