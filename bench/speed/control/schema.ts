import type pg from 'pg'
import type { Recording, Written } from './recording.js'

const TABLES = ['finding', 'finding_event', 'milestone', 'message', 'round', 'command_key']
const COPIES = [...TABLES, 'workflow_sync']

/**
 * The control's tables: the same columns, checks and indexes as the real ones, in a schema of their own; without
 * foreign keys and row-level security, which the control does without.
 */
export async function createControl(owner: pg.Client): Promise<void> {
  await owner.query('create schema control')
  for (const table of COPIES) {
    await owner.query(`create table control.${table} (like public.${table} including all)`)
  }
}

/** Puts so many findings in place, just issued, each with its milestones; returns their ids. */
export async function seedControl(
  owner: pg.Client,
  { id, issued }: Recording,
  count: number,
): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into control.finding (${await columnsOf(owner, 'finding')})
     select ${await columnsOf(owner, 'finding', 'r.')} from
       (select uuidv7() as id, uuidv7() as notice_id from generate_series(1, $2)) fresh
       cross join lateral jsonb_populate_record(null::control.finding,
         $1::jsonb || jsonb_build_object('id', fresh.id, 'notice_id', fresh.notice_id)) r
     returning id`,
    [JSON.stringify(issued.finding[0]), count],
  )
  const ids = rows.map((row) => row.id)
  await owner.query(
    `insert into control.milestone select r.* from unnest($2::uuid[]) as fresh (id)
     cross join lateral jsonb_array_elements(replace($1, $3, fresh.id::text)::jsonb) one
     cross join lateral jsonb_populate_record(null::control.milestone,
       one || jsonb_build_object('id', uuidv7())) r`,
    [JSON.stringify(issued.milestone), ids, id],
  )
  await owner.query(
    `insert into control.workflow_sync (subject_id, office_id, kind, told)
     select id, office_id, 'finding', 9007199254740991 from control.finding where id = any ($1)`,
    [ids],
  )
  return ids
}

/** All columns that can be written, as a list. */
export async function columnsOf(owner: pg.ClientBase, table: string, prefix = ''): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'control' and table_name = $1 and is_generated = 'NEVER'
     order by ordinal_position`,
    [table],
  )
  return rows.map(({ name }) => `${prefix}${name}`).join(', ')
}

/** The order in which the statement takes what a command writes. */
export const PARAMETERS = [
  'finding',
  'finding_event',
  'milestone',
  'marked',
  'message',
  'round',
  'command_key',
] as const satisfies readonly (keyof Written)[]

/**
 * One statement for everything a command writes: as fast as these rows can become durable. Rows are found by the id given
 * by itself, whatever was known of the tables when the plan was made.
 */
export async function writeText(owner: pg.ClientBase): Promise<string> {
  const rows = (table: string, parameter: number) =>
    `jsonb_populate_recordset(null::control.${table}, $${parameter}::jsonb) r`
  const insert = async (table: string, parameter: number, fresh = false) => {
    const columns = await columnsOf(owner, table)
    const values = (await columnsOf(owner, table, 'r.')).replace(
      /^r\.id\b/,
      fresh ? 'uuidv7()' : 'r.id',
    )
    return `insert into control.${table} (${columns}) select ${values} from ${rows(table, parameter)}`
  }
  const set = (await columnsOf(owner, 'finding'))
    .split(', ')
    .filter((column) => column !== 'id' && column !== 'notice_id')
    .map((column) => `${column} = r.${column}`)
  return `with
    f as (update control.finding t set ${set.join(', ')} from ${rows('finding', 1)}
      where t.id = r.id and t.id = $8::uuid),
    e as (${await insert('finding_event', 2)}),
    m as (${await insert('milestone', 3, true)}),
    k as (update control.milestone t set outcome = r.outcome, taken_at = r.taken_at
      from ${rows('milestone', 4)} where t.subject_id = $8::uuid and t.subject_id = r.subject_id and t.plan = r.plan
      and t.kind = r.kind and t.step = r.step),
    g as (${await insert('message', 5, true)}),
    n as (${await insert('round', 6)}),
    c as (${await insert('command_key', 7)}),
    w as (update control.workflow_sync set wanted = nextval('workflow_version') where subject_id = $8)
    select 1`
}
