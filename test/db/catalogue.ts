import type { Handle } from '../../src/db/handle.js'
import { statement } from '../../src/db/handle.js'

/** Every table of ours; the migrator's own two are its own. */
const TABLES = statement<TableFacts>(
  `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
     pg_get_userbyid(c.relowner)::text as owner,
     (select jsonb_agg(p.polname || ' to ' || r.rolname order by p.polname)
       from pg_policy p join pg_roles r on r.oid = any (p.polroles)
       where p.polrelid = c.oid) as policies
   from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
     and c.relname not like 'kysely_%' order by c.relname`,
)

export interface TableFacts {
  name: string
  enabled: boolean
  forced: boolean
  owner: string
  policies: string[] | null
}

export function tables(h: Handle): Promise<TableFacts[]> {
  return h.run(TABLES())
}

const GRANTS = statement<{ table: string; privilege: string; columns: string[] | null }>(
  `select c.relname as table, lower(g.privilege_type) as privilege, null as columns
     from pg_class c cross join lateral aclexplode(c.relacl) g
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v')
       and g.grantee = $1::regrole
   union all
   select c.relname, lower(g.privilege_type), jsonb_agg(a.attname order by a.attname)
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     cross join lateral aclexplode(a.attacl) g
     where c.relnamespace = 'public'::regnamespace and g.grantee = $1::regrole
     group by 1, 2
   order by 1, 2`,
)

/** What a role was given, by table: `select insert update(name)`. */
export async function grants(h: Handle, role: string): Promise<Record<string, string>> {
  const given: Record<string, string> = {}
  for (const { table, privilege, columns } of await h.run(GRANTS(role))) {
    const word = privilege + (columns ? `(${columns.join(' ')})` : '')
    given[table] = given[table] ? `${given[table]} ${word}` : word
  }
  return given
}

const CHECKS = statement<{ table: string; column: string; values: string[] }>(
  `select c.conrelid::regclass::text as table, a.attname::text as column,
     (select jsonb_agg(m[1]) from regexp_matches(pg_get_constraintdef(c.oid), '''([^'']+)''', 'g') m)
       as values
   from pg_constraint c
   join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
   where c.contype = 'c' and cardinality(c.conkey) = 1 and c.connamespace = 'public'::regnamespace
     and pg_get_constraintdef(c.oid) like 'CHECK ((' || quote_ident(a.attname) || ' = ANY (ARRAY[%'`,
)

/** The closed list of each column that has one. */
export async function closedLists(h: Handle): Promise<Record<string, string[]>> {
  const rows = await h.run(CHECKS())
  return Object.fromEntries(rows.map(({ table, column, values }) => [`${table}.${column}`, values]))
}

const KEYS = statement<{ key: string; office: boolean }>(
  `select c.conname::text as key, c.conrelid = 'office'::regclass
     or c.confrelid = 'office'::regclass
     or exists (select from pg_attribute a where a.attrelid = c.conrelid
       and a.attnum = any (c.conkey) and a.attname = 'office_id') as office
   from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`,
)

/** Foreign keys that could point into another office. */
export async function keysAcrossOffices(h: Handle): Promise<string[]> {
  return (await h.run(KEYS())).filter(({ office }) => !office).map(({ key }) => key)
}

const INSTANTS = statement<{ column: string }>(
  `select table_name || '.' || column_name as column from information_schema.columns
   where table_schema = 'public' and table_name not like 'kysely_%' and (
     data_type = 'timestamp without time zone'
     or data_type = 'timestamp with time zone' and datetime_precision <> 3)`,
)

/** Columns of instants that are not kept to the millisecond in UTC; leases are compared with the real clock only. */
export async function looseInstants(h: Handle): Promise<string[]> {
  return (await h.run(INSTANTS())).map(({ column }) => column)
}
