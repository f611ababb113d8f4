import type { HitReport, HitStatus, OpenHitStatus } from '../domain/hit.js'
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
/** An open hit, as far as the register is asked about it. */
export type OpenHit = Pick<Hit, 'id' | 'url' | 'account'>
/** A hit with the finding that has it. */
export type TakenHit = Pick<Hit, (typeof TAKEN)[number] | (typeof OBSERVED)[number]>
/** Which open hits: of one status, and of a tool and an indicator where they are named. */
export type OpenHitFilter = Pick<HitFilter, 'office_id' | 'tool' | 'indicator_id'> & {
  status: OpenHitStatus
}

const TAKEN = ['id', 'finding_id'] as const

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
  'finding_id',
  'taken_up_at',
  'taken_up_by',
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
  everyRowText(
    'hit',
    `update hit set decision = 'dismissed', decided_at = $2, decided_by = $3, decided_because = $4
     where id = any (array(select r.id from ${rowsOf('hit')} r))`,
  ),
)
// In the order in which reports lock them: neither waits for the other in a circle.
const LOCK_MANY = statement<Hit>(
  `select ${ALL.join(', ')} from hit where id = any ($1::uuid[])
   order by tool, tool_hit_id for no key update`,
)
const OPEN = statement<OpenHit>(
  `select id, url, account from hit
   where office_id = $1 and status = $2 and ($3::text is null or tool = $3)
     and ($4::text is null or indicator_id = $4) and ($5::uuid is null or id > $5)
   order by id limit $6`,
)
const OF_FINDINGS = `select ${[...TAKEN, ...OBSERVED].join(', ')} from hit
   where finding_id = any ($1::uuid[]) order by tool, tool_hit_id`
const READ_OF_FINDINGS = statement<TakenHit>(OF_FINDINGS)
const LOCK_OF_FINDINGS = statement<TakenHit>(`${OF_FINDINGS} for no key update`)
const TAKE_UP = statement<never>(
  everyRowText(
    'hit',
    `update hit t set finding_id = r.finding_id, taken_up_at = $2, taken_up_by = $3
     from ${rowsOf('hit')} r where t.id = r.id and t.finding_id is null`,
  ),
)
const MOVE = statement<never>(everyRowText('hit', updateText('hit', ['id'], ['finding_id'])))
const GIVE_BACK = statement<never>(
  `with held as (
     select id from hit where finding_id = any ($1::uuid[])
     order by tool, tool_hit_id for no key update)
   update hit h set finding_id = null from held where h.id = held.id`,
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

/** Those of these hits that the principal sees, locked. Throws LOCK_TIMEOUT after two seconds. */
export function lockHits(h: Handle, ids: readonly string[]): Promise<Hit[]> {
  return h.run(LOCK_MANY([...ids]))
}

/** Writes that somebody has decided not to use these locked hits. */
export async function dismissHits(
  h: Handle,
  ids: readonly string[],
  decided: { at: Instant; by: string; because: string },
): Promise<void> {
  await h.run(DISMISS(rowsById(ids), decided.at, decided.by, decided.because))
}

/** The hits of these findings, locked: before any other hit is, for a page of reports locks them all in one order. */
export async function lockHitsOf(h: Handle, findingIds: readonly string[]): Promise<TakenHit[]> {
  return findingIds.length === 0 ? [] : h.run(LOCK_OF_FINDINGS([...findingIds]))
}

/** The hits of these findings, to be read only; whoever has locked the findings knows that they stay theirs. */
export async function hitsOf(h: Handle, findingIds: readonly string[]): Promise<TakenHit[]> {
  return findingIds.length === 0 ? [] : h.run(READ_OF_FINDINGS([...findingIds]))
}

/** Says of locked hits that a finding has taken each of them up. Throws where one is another's already. */
export async function takeUp(
  h: Handle,
  hits: readonly Pick<TakenHit, 'id' | 'finding_id'>[],
  { at, by }: { at: Instant; by: string },
): Promise<void> {
  await h.run(TAKE_UP(json(hits), at, by))
}

/** Gives locked hits to another finding; who took them up, and when, stays. */
export async function moveHits(
  h: Handle,
  hits: readonly Pick<TakenHit, 'id' | 'finding_id'>[],
): Promise<void> {
  if (hits.length > 0) await h.run(MOVE(json(hits)))
}

/** What these findings have taken up is open again; of a draft that is deleted the database does it by itself. */
export async function giveBackHits(h: Handle, findingIds: readonly string[]): Promise<void> {
  await h.run(GIVE_BACK([...findingIds]))
}

function rowsById(ids: readonly string[]): string {
  return json(ids.map((id) => ({ id })))
}

export interface HitFilter {
  office_id: string
  tool?: string | undefined
  status?: HitStatus | undefined
  indicator_id?: string | undefined
  finding_id?: string | undefined
}

/** One page of the open hits of a filter, the oldest first; `after` is the last of the page before. */
export function openHits(
  h: Handle,
  { office_id, tool, status, indicator_id }: OpenHitFilter,
  { limit, after }: { limit: number; after: string | null },
): Promise<OpenHit[]> {
  return h.run(OPEN(office_id, status, tool ?? null, indicator_id ?? null, after, limit))
}

/** The place of a hit in its list: newest first, and ids sort by time. */
export interface HitPlace {
  id: string
}

/** One page of the hits the principal may read, newest first. */
export function listHits(
  h: Handle,
  { office_id, tool, status, indicator_id, finding_id }: HitFilter,
  { limit, after }: { limit: number; after: HitPlace | null },
): Promise<Hit[]> {
  let query = sqlb.selectFrom('hit').select(ALL).where('office_id', '=', office_id)
  if (tool !== undefined) query = query.where('tool', '=', tool)
  if (status !== undefined) query = query.where('status', '=', status)
  if (indicator_id !== undefined) query = query.where('indicator_id', '=', indicator_id)
  if (finding_id !== undefined) query = query.where('finding_id', '=', finding_id)
  if (after !== null) query = query.where('id', '<', after.id)
  return h.run(query.orderBy('id', 'desc').limit(limit))
}
