import { type Handle, statement } from '../../src/db/handle.js'
import type { Pool } from '../../src/db/pool.js'
import { transaction } from '../../src/db/transaction.js'

/** Ids and words that betray a row, by whose it is. */
export interface Marks {
  /** By unit, of all offices. */
  units: ReadonlyMap<string, ReadonlySet<string>>
  /** By office, all its units' and its own among them. */
  offices: ReadonlyMap<string, ReadonlySet<string>>
  /** By office, what is said and kept there alone: drafts, and what no unit is told. */
  inside: ReadonlyMap<string, ReadonlySet<string>>
}

const COLUMNS = statement<{ table: string; unit: boolean }>(
  `select c.table_name as table, bool_or(c.column_name = 'unit_id') as unit
   from information_schema.columns c
   join pg_class r on r.relname = c.table_name and r.relnamespace = 'public'::regnamespace
   where c.table_schema = 'public' and c.table_name not like 'kysely_%' and r.relkind = 'r'
   group by 1 having bool_or(c.column_name = 'id')
     and bool_or(c.column_name in ('office_id', 'rehearsal'))
   order by 1`,
)

/** Whose a person is where every role they hold is in one unit. */
const PEOPLE = statement<Row>(
  `select p.id::text as mark, p.office_id as office, min(m.unit_id::text) as unit, false as inside
   from person p join membership m on m.person_id = p.id
   group by p.id having count(distinct m.unit_id) = 1 and bool_and(m.unit_id is not null)`,
)
/** A unit that had a finding knows that there is one: it keeps what it did. */
const HAD = statement<Row>(
  `select distinct e.finding_id::text as mark, e.office_id as office, e.unit_id::text as unit, false as inside
   from finding_event e where e.audience = 'unit' and e.unit_id is not null`,
)
/** Who asks for a transfer knows the unit it names, and that one what it is asked, of what and by whom. */
const NAMED = statement<Row>(
  `select q.target_unit_id::text as mark, q.office_id as office, q.unit_id::text as unit, false as inside
     from request q where q.target_unit_id is not null
   union all select one::text, q.office_id, q.target_unit_id::text, false
     from request q, unnest(array[q.id, q.finding_id, q.unit_id]) one where q.target_unit_id is not null`,
)
/** A unit that helps with a finding, or works on it for another, knows it and whose it is; and that one which
 * does or did, and who contributed. */
const HELPED = statement<Row>(
  `select one::text as mark, f.office_id as office, helper::text as unit, false as inside
   from finding f, unnest(f.helping_unit_ids) helper, unnest(array[f.id, f.unit_id]) one
   union all select e.data ->> 'unit_id', e.office_id, e.unit_id::text, false
     from finding_event e where e.type in ('support_asked', 'delegated')
   union all select e.actor_id::text, e.office_id, e.unit_id::text, false
     from finding_event e where e.type = 'contributed'
   union all select 'kept for ' || f.unit_id, f.office_id, helper::text, false
     from finding f, unnest(f.helping_unit_ids) helper`,
)
/**
 * That a mail of its own came back, and what it was shown of a draft, a unit may know; whoever inspects, by its id, which line
 * of a draft took up what was seen.
 */
const INSIDE = statement<Row>(
  `select n.id::text as mark, n.office_id as office, null as unit, true as inside from notice n
     where n.status = 'draft' and n.consulting_until is null
   union all select f.id::text, f.office_id, null, true from finding f where f.state = 'draft'
     and not exists (select from consultation_line c where c.finding_id = f.id)
     and not exists (select from hit h where h.finding_id = f.id)
   union all select s.id::text, s.office_id, null, true from slip s where s.audience = 'office'
   union all select m.id::text, m.office_id, null, true from mail m
     where not exists (select from contact_fault c where c.mail_id = m.id)
   union all select m.id::text, m.office_id, null, true from message m
   union all select m.id::text, m.office_id, null, true from milestone m
     where m.kind = 'nag_office' or m.outcome is not null or m.finding_id is null`,
)

interface Row {
  mark: string
  office: string
  unit: string | null
  inside: boolean
}

const WORDS: Readonly<Record<string, string>> = {
  ...{ asset: 'name', evidence: 'name', finding: 'problem', round: 'cause', mail: 'subject' },
  ...{ signed_paper: 'paper_number', slip: 'reason' },
}

const RULES = ['calendar_day', 'policy_version']

/**
 * Says in every unit's rows whose they are, so that a row is known by its words where a query leaves out its id. What
 * keeps history from being rewritten is set aside for it by the owner of the tables, as whom the pool logs in.
 */
export async function markWords(owner: Pool): Promise<void> {
  await transaction(owner, async (tx) => {
    const run = (text: string) => tx.run(statement(text)())
    await run('set local role none')
    for (const table of [...Object.keys(WORDS), ...RULES, 'finding_event']) {
      await run(`alter table ${table} disable trigger user`)
    }
    await run('set local role zhenggai_migrate')
    for (const [table, column] of Object.entries(WORDS)) {
      await run(`update ${table} set ${column} = 'kept for ' || unit_id where unit_id is not null`)
    }
    await run(`update calendar_day set name = 'kept by ' || office_id`)
    await run(`update policy_version set policy = policy
      || jsonb_build_object('mark', 'kept by ' || office_id)`)
    await run(`update finding_event set texts = jsonb_build_object('text', case audience
      when 'unit' then 'kept for ' || unit_id else 'kept inside ' || office_id end)`)
  })
}

/** Reads as the owner what is whose, but for what is no office's: whatever has an id and a unit of its own, in every table there is. */
export async function readMarks(owner: Handle): Promise<Marks> {
  const known = [PEOPLE(), HAD(), NAMED(), HELPED(), INSIDE()].map((query) => owner.run(query))
  const rows: Row[] = (await Promise.all(known)).flat()
  for (const { table, unit } of await owner.run(COLUMNS())) {
    const [own, office] = [unit ? 'unit_id' : 'null', table === 'office' ? 'id' : 'office_id']
    const whose = table === 'unit' ? 'id' : own
    const read = statement<Row>(
      `select id::text as mark, ${office} as office, ${whose}::text as unit, false as inside from ${table}
       where ${office} is not null`,
    )
    rows.push(...(await owner.run(read())))
  }
  const [units, offices, inside] = [grouped(), grouped(), grouped()]
  for (const row of rows) {
    offices.add(row.office, row.mark)
    offices.add(row.office, `kept by ${row.office}`)
    if (row.unit) units.add(row.unit, row.mark)
    if (row.unit) units.add(row.unit, `kept for ${row.unit}`)
    if (row.unit) offices.add(row.office, `kept for ${row.unit}`)
    if (row.inside) inside.add(row.office, row.mark)
    inside.add(row.office, `kept inside ${row.office}`)
  }
  return { units: units.all, offices: offices.all, inside: inside.all }
}

function grouped() {
  const all = new Map<string, Set<string>>()
  const add = (key: string, mark: string) => {
    const known = all.get(key) ?? new Set()
    all.set(key, known.add(mark))
  }
  return { all, add }
}

/** Whoever reads: somebody of units, of an office, or nobody. */
export interface Reader {
  office: string | null
  units: readonly string[] | 'all'
  /** Whether the office's own is theirs too. */
  inside: boolean
}

/** The marks a reader must not meet. */
export function foreignTo(marks: Marks, { office, units, inside }: Reader): Set<string> {
  const foreign = new Set<string>()
  const take = (of: ReadonlySet<string> | undefined) => of?.forEach((mark) => foreign.add(mark))
  for (const [whose, of] of marks.offices) if (whose !== office) take(of)
  for (const [whose, of] of marks.units) {
    if (units !== 'all' && !units.includes(whose)) take(of)
  }
  // What a unit had before another is both's.
  if (units !== 'all')
    for (const own of units) marks.units.get(own)?.forEach((mark) => foreign.delete(mark))
  if (office && !inside) take(marks.inside.get(office))
  return foreign
}

/** The foreign marks in what was read. */
export function marksIn(read: unknown, foreign: ReadonlySet<string>): string[] {
  const text = JSON.stringify(read)
  const found = text.match(
    /kept (?:for|inside|by) [0-9a-f-]{36}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
  )
  return [...new Set(found)].filter((mark) => foreign.has(mark))
}
