import type { EventData } from '../domain/events.js'
import type { Instant } from '../domain/instant.js'
import type { Policy } from '../domain/policy.js'
import type { OpenedRetest, RetestChange, RetestStatus } from '../domain/retest.js'
import type { Medium } from '../domain/vocabulary.js'
import { first, type Handle, statement } from './handle.js'
import { json, type Row, rowsOf } from './setwise.js'

type Stored = Row<'retest'>
type Seen = EventData['retest_recorded']

/** A task to look at the object of a finding, whether its lease runs, and what was seen as far as the principal may read it. */
export type Retest = Omit<Stored, 'status'> & {
  status: RetestStatus
  result: Seen['result'] | null
  observed_at: Instant | null
  seen: string | null
  /** The real clock, by which leases run. */
  clock: Instant
}

const OPENED = [
  'id',
  'office_id',
  'finding_id',
  'reason',
  'round',
  'lookback',
  'opened_at',
] as const
const COLUMNS = [
  ...OPENED,
  'tool',
  'asked_by',
  'asked_because',
  'claim',
  'claimed_by',
  'claimed_at',
  'lease_until',
  'seq',
  'reported_at',
  'screenshot',
  'cancelled_at',
  'cancelled_why',
  'cancelled_by',
  'cancelled_because',
] as const satisfies readonly (keyof Stored)[]

const STANDS = `case when t.status = 'open' and t.lease_until > clock_timestamp() then 'claimed' else t.status end`
const TASKS = `select ${COLUMNS.map((column) => `t.${column}`).join(', ')}, ${STANDS} as status,
    e.data ->> 'result' as result, (e.data ->> 'observed_at')::timestamptz as observed_at,
    e.texts ->> 'seen' as seen, date_trunc('milliseconds', clock_timestamp()) as clock
  from retest t left join finding_event e on e.finding_id = t.finding_id and e.seq = t.seq`

const FIND = statement<Retest>(`${TASKS} where t.id = $1`)
const LOCK = statement<Retest>(`${TASKS} where t.id = $1 for no key update of t`)
const OF_FINDING = statement<Retest>(`${TASKS} where t.finding_id = $1 order by t.id desc limit $2`)
// The stored status serves an index; among the open ones the lease tells.
const PAGE = statement<Retest>(
  `${TASKS} where t.office_id = $1
     and ($2::text is null or t.status = case $2::text when 'claimed' then 'open' else $2::text end)
     and ($2::text is null or ${STANDS} = $2::text)
     and ($3::uuid is null or t.finding_id = $3) and ($4::uuid is null or t.id > $4)
   order by t.id limit $5`,
)
const ASK = statement<never>(
  `insert into retest (${OPENED.join(', ')}, tool, asked_by, asked_because)
   select ${OPENED.join(', ')}, tool, asked_by, asked_because from ${rowsOf('retest')}`,
)
// Where no tool could look nobody is asked.
const OPEN = statement<never>(
  `insert into retest (${OPENED.join(', ')}) select ${OPENED.join(', ')} from ${rowsOf('retest')} r
   where has_tool(r.office_id)
   on conflict (finding_id, reason) where status = 'open' do nothing`,
)
const END = statement<never>(
  `update retest t set cancelled_at = r.at, cancelled_why = r.why
   from jsonb_to_recordset($1::jsonb) as r (finding_id uuid, reason text, why text, at timestamptz)
   where t.finding_id = r.finding_id and t.reason = r.reason and t.status = 'open'`,
)
const CLAIM = statement<never>(
  `update retest set claim = $2, claimed_by = $3, claimed_at = $4, lease_until = $5 where id = $1`,
)
const DONE = statement<never>(
  `update retest set seq = $2, reported_at = $3, screenshot = $4 where id = $1`,
)
const CANCEL = statement<never>(
  `update retest set cancelled_at = $2, cancelled_why = 'by_hand', cancelled_by = $3,
     cancelled_because = $4 where id = $1`,
)
const OBJECTS = statement<RetestObject>(
  `select f.id as finding_id, n.number as notice_number, f.number, f.handling, f.indicator_id, f.problem, f.place,
     f.medium, a.name as asset, a.platform, a.url, coalesce(p.policy -> 'recipes', '{}') as recipes
   from finding f join notice n on n.id = f.notice_id left join asset a on a.id = f.asset_id
     left join policy_version p on p.id = f.policy_version
   where f.id = any ($1::uuid[])`,
)

// A tool that reported it first has seen it too, as often as it did, and has judged no answer.
const SIGHTS = statement<Sight>(
  `select e.finding_id, e.data ->> 'result' as result, (e.data ->> 'observed_at')::timestamptz as observed_at,
     e.data -> 'round' as round, e.texts ->> 'seen' as seen, t.screenshot, e.seq
   from finding_event e left join retest t on t.finding_id = e.finding_id and t.seq = e.seq
   where e.finding_id = $1 and e.type = 'retest_recorded'
   union all
   select h.finding_id, null, s.captured_at, null, h.observation, h.screenshot, 0
   from hit h join hit_sighting s on s.hit_id = h.id and not s.gone where h.finding_id = $1
   order by observed_at desc, seq desc, seen limit $2`,
)

/** A task the principal may read, or null. */
export function findRetest(h: Handle, id: string): Promise<Retest | null> {
  return first(h.run(FIND(id)))
}

/** The same, locked; after the finding where both are. */
export function lockRetest(h: Handle, id: string): Promise<Retest | null> {
  return first(h.run(LOCK(id)))
}

/** The tasks of a finding, the newest first, so many at most. */
export function retestsOfFinding(h: Handle, findingId: string, limit: number): Promise<Retest[]> {
  return h.run(OF_FINDING(findingId, limit))
}

export interface RetestFilter {
  office_id: string
  status?: RetestStatus | undefined
  finding_id?: string | undefined
}

/** The place of a task in its list: the oldest first, and ids sort by time. */
export interface RetestPlace {
  id: string
}

/** One page of the tasks the principal may read, the oldest first. */
export function listRetests(
  h: Handle,
  { office_id, status, finding_id }: RetestFilter,
  { limit, after }: { limit: number; after: RetestPlace | null },
): Promise<Retest[]> {
  return h.run(PAGE(office_id, status ?? null, finding_id ?? null, after?.id ?? null, limit))
}

/** Opens tasks by themselves, where the office has a tool; one of its sort that is open stays. */
export async function openRetests(
  h: Handle,
  tasks: readonly (OpenedRetest & Pick<Stored, 'id' | 'office_id' | 'finding_id' | 'opened_at'>)[],
): Promise<void> {
  await h.run(OPEN(json(tasks)))
}

/** Ends the open tasks of findings, each reason once. */
export async function endRetests(
  h: Handle,
  ends: readonly (RetestChange['ends'][number] & { finding_id: string; at: Instant })[],
): Promise<void> {
  await h.run(END(json(ends)))
}

/** Enters a task somebody asks for. Throws UNIQUE where one asked for is open. */
export async function insertRetest(
  h: Handle,
  task: Pick<Stored, (typeof OPENED)[number] | 'tool' | 'asked_by' | 'asked_because'>,
): Promise<void> {
  await h.run(ASK(json([task])))
}

/** Writes who has a locked task, and until when. */
export async function writeClaim(
  h: Handle,
  { id, claim, claimed_by, claimed_at, lease_until }: Pick<Stored, Claiming>,
): Promise<void> {
  await h.run(CLAIM(id, claim, claimed_by, claimed_at, lease_until))
}

type Claiming = 'id' | 'claim' | 'claimed_by' | 'claimed_at' | 'lease_until'

/** Writes that the result of a locked task is the finding's event of this number, of the same transaction. */
export async function writeResult(
  h: Handle,
  { id, seq, reported_at, screenshot }: Pick<Stored, 'id' | 'seq' | 'reported_at' | 'screenshot'>,
): Promise<void> {
  await h.run(DONE(id, seq, reported_at, screenshot))
}

/** Writes that somebody no longer wants a locked task. */
export async function cancelRetest(
  h: Handle,
  id: string,
  by: { at: Instant; person_id: string; because: string },
): Promise<void> {
  await h.run(CANCEL(id, by.at, by.person_id, by.because))
}

/** What is to be looked at, as it is called today. */
export interface RetestObject
  extends Pick<Row<'finding'>, 'number' | 'handling' | 'indicator_id' | 'problem' | 'place'> {
  medium: Medium
  finding_id: string
  notice_number: string | null
  asset: string | null
  platform: string | null
  url: string | null
  /** What the office's policy itself says of what proves things fixed. */
  recipes: Policy['recipes']
}

/** The objects of these findings, in any order; a tool is shown them as the office's clock reads them. */
export function objectsOf(h: Handle, findingIds: readonly string[]): Promise<RetestObject[]> {
  return h.run(OBJECTS([...findingIds]))
}

/** What was seen of a finding at one time, as its event says, or a hit that it has taken up: of that there is no result. */
export interface Sight extends Omit<Seen, 'result'> {
  finding_id: string
  result: Seen['result'] | null
  seen: string | null
  /** Where a tool keeps its picture. */
  screenshot: string | null
}

/** What was seen of a finding, as far as the principal may read it, the last seen first, so many at most. */
export function sightsOf(h: Handle, findingId: string, limit: number): Promise<Sight[]> {
  return h.run(SIGHTS(findingId, limit))
}
