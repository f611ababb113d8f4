import type { HitResult } from '../domain/hit.js'
import { first, type Handle, statement } from './handle.js'
import { everyRowText, insertText, json, type Row, rowsOf } from './setwise.js'

/** What a tool sent at once, known by its job's id; `lines` is null until all of it is there and the job is. */
export type HitImport = Row<'hit_import'>
/** One line of it, and what became of it. */
export type HitLine = Row<'hit_line'>
/** A line as it was sent: its report, or what is wrong with it. */
export type StagedLine = Pick<
  HitLine,
  'number' | 'tool_hit_id' | 'report' | 'fault_field' | 'fault_code'
>
/** What became of a line. */
export type TakenLine = Pick<HitLine, 'number' | 'result' | 'hit_id' | 'fault_field' | 'fault_code'>

const STAGED = ['number', 'tool_hit_id', 'report', 'fault_field', 'fault_code'] as const
const SHOWN = [
  'import_id',
  'number',
  'tool_hit_id',
  'result',
  'hit_id',
  'fault_field',
  'fault_code',
] as const

const BEGIN = statement<never>(insertText('hit_import', ['id', 'office_id', 'tool']))
const STAGE = statement<never>(
  `insert into hit_line (import_id, office_id, ${STAGED.join(', ')})
   select $2, $3, ${STAGED.join(', ')} from ${rowsOf('hit_line')}`,
)
const COMPLETE = statement<never>(
  `with written as (
     update hit_import set lines = $2 where id = $1 and lines is null returning 1
   ) select expect_rows('hit_import', (select count(*) from written), 1)`,
)
// Left behind by a process that died between a line and the job: nobody has been told of it.
const FORGET = statement<never>(
  `delete from hit_import where id in (
     select id from hit_import where office_id = $1 and lines is null
       and (id = $2 or begun_at < clock_timestamp() - interval '1 day')
     order by id <> $2 limit 3 for update skip locked)`,
)
const NEXT = statement<StagedLine>(
  `select ${STAGED.join(', ')} from hit_line
   where import_id = $1 and number > $2 order by number limit $3`,
)
const TAKE = statement<never>(
  everyRowText(
    'hit_line',
    `update hit_line l set result = r.result, hit_id = r.hit_id, fault_field = r.fault_field,
       fault_code = r.fault_code, report = null
     from ${rowsOf('hit_line')} r
     where l.import_id = $2 and l.number = r.number and l.number between $3 and $4`,
  ),
)
const FIND = statement<HitImport>(
  `select id, office_id, tool, begun_at, lines from hit_import
   where id = $1 and tool = $2 and lines is not null`,
)
const PAGE = statement<ListedHitLine>(
  `select ${SHOWN.join(', ')} from hit_line
   where import_id = $1 and ($2::text is null or result = $2) and number > $3 order by number limit $4`,
)

/** Begins to keep what a tool sends. */
export async function insertHitImport(
  h: Handle,
  begun: Pick<HitImport, 'id' | 'office_id' | 'tool'>,
): Promise<void> {
  await h.run(BEGIN(json([begun])))
}

/** Keeps lines as they came. */
export async function insertHitLines(
  h: Handle,
  { id, office_id }: Pick<HitImport, 'id' | 'office_id'>,
  lines: readonly StagedLine[],
): Promise<void> {
  await h.run(STAGE(json(lines), id, office_id))
}

/** Writes that all of an import is there; its job starts in the same transaction. Fails unless it was still coming. */
export async function completeHitImport(h: Handle, id: string, lines: number): Promise<void> {
  await h.run(COMPLETE(id, lines))
}

/** Drops an import that no job was started for, and those that have been left behind. */
export async function forgetHitImport(h: Handle, officeId: string, id: string): Promise<void> {
  await h.run(FORGET(officeId, id))
}

/** The lines that follow the one of this number. */
export function linesAfter(
  h: Handle,
  importId: string,
  number: number,
  limit: number,
): Promise<StagedLine[]> {
  return h.run(NEXT(importId, number, limit))
}

/** Writes what became of lines that follow each other. What they said is the hits' from then on. */
export async function markTaken(
  h: Handle,
  importId: string,
  lines: readonly TakenLine[],
): Promise<void> {
  const numbers = [lines[0]?.number ?? 0, lines.at(-1)?.number ?? 0]
  await h.run(TAKE(json(lines), importId, ...numbers))
}

/** An import of this tool that is all there; null where the principal sees none. */
export function findHitImport(h: Handle, id: string, tool: string): Promise<HitImport | null> {
  return first(h.run(FIND(id, tool)))
}

export type ListedHitLine = Pick<HitLine, (typeof SHOWN)[number]>

/** The place of a line in its list. */
export interface HitLinePlace {
  number: number
}

/** One page of the lines of an import, in their order. */
export function listHitLines(
  h: Handle,
  { import_id, result }: { import_id: string; result?: HitResult | undefined },
  { limit, after }: { limit: number; after: HitLinePlace | null },
): Promise<ListedHitLine[]> {
  return h.run(PAGE(import_id, result ?? null, after?.number ?? 0, limit))
}
