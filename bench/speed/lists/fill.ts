import type pg from 'pg'

/** How many years of inspections a large office has behind it, and how few of them are still open. */
const PER_NOTICE = 500
const YEARS = 5

/**
 * Fills an office with findings made from one that was really issued, set-wise: most long closed, the open ones due
 * around now, units and indicators unequally often, ids as old as their findings.
 */
export async function fillOffice(
  owner: pg.Client,
  office_id: string,
  template: string,
  count: number,
): Promise<void> {
  // What the product keeps row by row is made at once here: the words of so many findings are few.
  await owner.query('alter table finding disable trigger finding_words')
  await owner.query('drop index finding_words_bigrams')
  await owner.query('set role zhenggai_migrate')
  await owner.query(NOTICES, [office_id, Math.ceil(count / PER_NOTICE), YEARS])
  const { rows } = await owner.query<{ name: string }>(COLUMNS)
  const columns = rows.map(({ name }) => name)
  const values = columns.map((column) => OWN[column] ?? `model.${column}`)
  await owner.query(
    `insert into finding (${columns.join(', ')}) select ${values.join(', ')} ${FROM}`,
    [office_id, template, count, [...STATES], YEARS],
  )
  await owner.query(WORDS, [office_id])
  await owner.query('reset role')
  await owner.query('create index finding_words_bigrams on finding_words using gin (bigrams)')
  await owner.query('alter table finding enable trigger finding_words')
}

const COLUMNS = `
  select column_name as name from information_schema.columns
  where table_schema = 'public' and table_name = 'finding' and is_generated = 'NEVER'`

const WORDS = `
  with said as materialized (
    select problem, bigrams(problem) as bigrams from (select distinct problem from finding where office_id = $1) once)
  insert into finding_words (finding_id, office_id, bigrams)
  select f.id, f.office_id, said.bigrams from finding f join said using (problem) where f.office_id = $1
  on conflict (finding_id) do nothing`

const NOTICES = `
  insert into notice (id, office_id, number, title, signer_id, issued_on, status, created_by, created_at, issued_at)
  select uuidv7(-age), $1, '〔测〕' || n || '号', '关于检查情况的通报', p.id, (now() - age)::date, 'issued',
    p.id, now() - age, now() - age
  from (select n, (1 - n::float / $2) * $3 * interval '1 year' as age from generate_series(1, $2) n) aged
  cross join (select id from person where office_id = $1 order by id limit 1) p`

/** One in a hundred each: what share of all findings stands in which state. */
const STATES = [
  ...['notified', 'notified', 'notified', 'returned'],
  ...['rectifying', 'rectifying', 'rectifying', 'rectifying', 'rectifying', 'ongoing'],
  ...['responded', 'responded', 'responded', 'verified', 'withdrawn', 'withdrawn'],
]

/** The same numbers in every run: a hash of the row's number in place of chance. */
const chance = (salt: number) => `((hashint4extended(i, ${salt}) & 1048575) / 1048576.0)`

const FROM = `
  from (
    select i, coalesce(($4::text[])[1 + floor(${chance(1)} * 100)::integer], 'closed') as state,
      $5 * interval '1 year' * (1 - i::float / $3) as age,
      floor(power(${chance(2)}, 2) * units.count)::integer as unit_n,
      floor(power(${chance(3)}, 3) * 40)::integer as indicator_n,
      ${chance(4)} as luck, ${chance(5)} as severe, ${chance(6)} as day
    from generate_series(1, $3) i, (select count(*) from unit where office_id = $1) units
  ) drawn
  cross join lateral (select case when state in ('closed', 'withdrawn')
    then now() - age + (10 + floor(day * 30)) * interval '1 day'
    else date_trunc('hour', now()) + floor(day * 60 - 20) * interval '1 day' end as due) dated
  join (select id, row_number() over (order by id) - 1 as n from unit where office_id = $1) u on u.n = unit_n
  join (select id, row_number() over (order by id) - 1 as n from notice
    where office_id = $1 and number like '〔测〕%') issued on issued.n = (i - 1) / ${PER_NOTICE}
  join finding model on model.id = $2`

/** What differs from the model, by column. */
const OWN: Record<string, string> = {
  id: 'uuidv7(-age)',
  notice_id: 'issued.id',
  number: `1 + (i - 1) % ${PER_NOTICE}`,
  state: 'drawn.state',
  unit_id: 'u.id',
  revision: '3',
  severity: `case when severe < 0.005 then 'veto' when severe < 0.05 then 'major'
    when severe < 0.7 then 'deduction' else 'management' end`,
  indicator_id: `'WD-' || lpad((1 + indicator_n)::text, 2, '0')`,
  due_at: 'dated.due',
  due_date: 'dated.due::date',
  original_due_at: 'dated.due',
  original_due_date: 'dated.due::date',
  fixed: `case when drawn.state = 'closed' or luck < 0.2 then 'yes' else 'unknown' end`,
  reported: `case when drawn.state = 'closed' or luck < 0.3 then 'yes' else 'no' end`,
  closed_at: `case when drawn.state = 'closed' then dated.due end`,
  problem: `case when luck < 0.05 then '链接失效：' else '' end || model.problem`,
}
