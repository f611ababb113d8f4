import type { HitReport, HitStatus } from '../domain/hit.js'
import type { Observed } from '../domain/hit-rules.js'
import type { Instant } from '../domain/instant.js'
import { first, type Handle, sqlb, statement } from './handle.js'
import { everyRowText, insertText, json, type Row, rowsOf, updateText } from './setwise.js'

/** What an inspection tool has found, as all of its reports say, and what somebody decided of it. */
export type Hit = Row<'hit'>
/** A hit as its reports make it. */
export type ReportedHit = Pick<Hit, 'id' | 'office_id' | 'tool' | 'tool_hit_id' | 'created_at'> &
  Observed
/** One sighting; the same one is kept once. */
export type Sighting = Row<'hit_sighting'>

const OBSERVED = [
  'url',
  'account',
  'screenshot',
  'indicator_id',
  'observation',
  'first_seen',
  'last_seen',
  'gone_at',
  'times_seen',
] as const satisfies readonly (keyof Observed)[]
const NEW = [
  'id',
  'office_id',
  'tool',
  'tool_hit_id',
  ...OBSERVED,
  'created_at',
] as const satisfies readonly (keyof ReportedHit)[]
const ALL = [
  ...NEW,
  'status',
  'decision',
  'decided_at',
  'decided_by',
  'decided_because',
] as const satisfies readonly (keyof Hit)[]
const SIGHTING = ['hit_id', 'captured_at', 'gone', 'office_id'] as const

const TRY_TOOL = statement<{ granted: boolean }>(
  `select pg_try_advisory_xact_lock(hashtextextended('hits ' || $1::text || '/' || $2::text, 0)) as granted`,
)
// In the order of the index by which they are found: in any other a plan may read all hits of the office.
const LOCK_REPORTED = statement<ReportedHit>(
  `select ${NEW.join(', ')} from hit where office_id = $1 and tool = $2 and tool_hit_id = any ($3::text[])
   order by tool_hit_id for no key update`,
)
const KNOWN = statement<Pick<Sighting, 'captured_at' | 'gone'> & { tool_hit_id: string }>(
  `select distinct h.tool_hit_id, s.captured_at, s.gone
   from jsonb_to_recordset($3::jsonb) as r (id text, captured_at timestamptz, gone boolean)
   join hit h on h.office_id = $1 and h.tool = $2 and h.tool_hit_id = r.id
   join hit_sighting s on s.hit_id = h.id and s.captured_at = r.captured_at and s.gone = r.gone`,
)
const INSERT = statement<never>(insertText('hit', NEW))
const UPDATE = statement<never>(everyRowText('hit', updateText('hit', ['id'], OBSERVED)))
const INSERT_SIGHTINGS = statement<never>(
  `insert into hit_sighting (${SIGHTING.join(', ')})
   select ${SIGHTING.join(', ')} from ${rowsOf('hit_sighting')}`,
)
const LOCK = statement<Hit>(`select ${ALL.join(', ')} from hit where id = $1 for no key update`)
const DISMISS = statement<never>(
  `update hit set decision = 'dismissed', decided_at = $2, decided_by = $3, decided_because = $4
   where id = $1`,
)

/** Whether nobody else takes reports of this tool, nor will until this transaction ends: two would find the same hit new. */
export async function tryTool(h: Handle, officeId: string, tool: string): Promise<boolean> {
  return (await first(h.run(TRY_TOOL(officeId, tool))))?.granted ?? false
}

/** Those of a tool's hits that are known, locked; ask under the tool's lock. */
export function lockReportedHits(
  h: Handle,
  officeId: string,
  tool: string,
  ids: readonly string[],
): Promise<ReportedHit[]> {
  return h.run(LOCK_REPORTED(officeId, tool, [...ids]))
}

/** Those of the reported sightings that are kept already. */
export function knownSightings(
  h: Handle,
  officeId: string,
  tool: string,
  reports: readonly HitReport[],
): Promise<(Pick<Sighting, 'captured_at' | 'gone'> & { tool_hit_id: string })[]> {
  const named = reports.map(({ id, captured_at, gone }) => ({ id, captured_at, gone }))
  return h.run(KNOWN(officeId, tool, json(named)))
}

/** Keeps hits nobody had reported. */
export async function insertHits(h: Handle, hits: readonly ReportedHit[]): Promise<void> {
  if (hits.length > 0) await h.run(INSERT(json(hits)))
}

/** Writes what reports say of known hits; what was decided of them stays. */
export async function updateHits(h: Handle, hits: readonly ReportedHit[]): Promise<void> {
  if (hits.length > 0) await h.run(UPDATE(json(hits)))
}

/** Keeps sightings nobody had reported. Throws UNIQUE for one that is kept already. */
export async function insertSightings(h: Handle, sightings: readonly Sighting[]): Promise<void> {
  if (sightings.length > 0) await h.run(INSERT_SIGHTINGS(json(sightings)))
}

/** A hit, locked against being decided twice; null when the principal cannot see it. */
export function lockHit(h: Handle, id: string): Promise<Hit | null> {
  return first(h.run(LOCK(id)))
}

/** Writes that somebody has decided not to use a hit. */
export async function dismissHit(
  h: Handle,
  id: string,
  decided: { at: Instant; by: string; because: string },
): Promise<void> {
  await h.run(DISMISS(id, decided.at, decided.by, decided.because))
}

export interface HitFilter {
  office_id: string
  tool?: string | undefined
  status?: HitStatus | undefined
  indicator_id?: string | undefined
}

/** The place of a hit in its list: newest first, and ids sort by time. */
export interface HitPlace {
  id: string
}

/** One page of the hits the principal may read, newest first. */
export function listHits(
  h: Handle,
  { office_id, tool, status, indicator_id }: HitFilter,
  { limit, after }: { limit: number; after: HitPlace | null },
): Promise<Hit[]> {
  let query = sqlb.selectFrom('hit').select(ALL).where('office_id', '=', office_id)
  if (tool !== undefined) query = query.where('tool', '=', tool)
  if (status !== undefined) query = query.where('status', '=', status)
  if (indicator_id !== undefined) query = query.where('indicator_id', '=', indicator_id)
  if (after !== null) query = query.where('id', '<', after.id)
  return h.run(query.orderBy('id', 'desc').limit(limit))
}
