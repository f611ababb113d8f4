import type { EventData, Texts } from '../domain/events.js'
import type { Instant } from '../domain/instant.js'
import type { EventType, Handling, RequestKind, RequestStatus } from '../domain/vocabulary.js'
import { first, type Handle, statement } from './handle.js'
import { everyRowText, insertText, json, type Row, rowsOf } from './setwise.js'

/** What a unit asked for, and the numbers of the events that tell it. */
export type StoredRequest = Row<'request'>

const COLUMNS = [
  'id',
  'office_id',
  'finding_id',
  'unit_id',
  'kind',
  'target_unit_id',
  'status',
  'asked_at',
  'asked_seq',
  'proposed_seq',
  'viewed_seq',
  'ended_at',
  'ended_seq',
] as const satisfies readonly (keyof StoredRequest)[]

const INSERT = statement<never>(insertText('request', COLUMNS))
const CHANGE = statement<never>(
  everyRowText(
    'request',
    `update request t set status = coalesce(r.status, t.status),
       proposed_seq = coalesce(r.proposed_seq, t.proposed_seq),
       viewed_seq = coalesce(r.viewed_seq, t.viewed_seq),
       ended_at = coalesce(r.ended_at, t.ended_at), ended_seq = coalesce(r.ended_seq, t.ended_seq)
     from ${rowsOf('request')} r where t.id = r.id and t.status = 'pending'`,
  ),
)

/** Stores new requests. Throws UNIQUE where one of its kind waits already. */
export async function insertRequests(h: Handle, requests: readonly StoredRequest[]): Promise<void> {
  if (requests.length > 0) await h.run(INSERT(json(requests)))
}

/** What became of a request that waited: a newer proposal, the view of the unit it proposes, or its end. */
export type RequestChange = Pick<StoredRequest, 'id'> &
  Partial<Pick<StoredRequest, 'status' | 'proposed_seq' | 'viewed_seq' | 'ended_at' | 'ended_seq'>>

/** Changes requests that wait. Throws when one of them does not. */
export async function changeRequests(h: Handle, changes: readonly RequestChange[]): Promise<void> {
  if (changes.length > 0) await h.run(CHANGE(json(changes)))
}

/** An event a request refers to. */
export interface Told<T extends EventType> {
  type: T
  data: EventData[T]
  texts: Texts | null
  service_account_id: string | null
}

/** The events that ask for something. */
type Asks = 'extension_requested' | 'dispute_raised' | 'transfer_requested'

/** A request with its finding and what was asked, proposed and decided, as far as the principal may read it. */
export interface ListedRequest {
  id: string
  kind: RequestKind
  status: RequestStatus
  finding_id: string
  unit_id: string
  target_unit_id: string | null
  finding_number: number
  handling: Handling
  /** Null of a request that is over, to whom does not see its finding. */
  revision: number | null
  asked_at: Instant
  ended_at: Instant | null
  /** To the unit that is proposed alone, which does not see the finding; never of one handled offline. */
  problem: string | null
  place: string | null
  asked: Told<Asks> | null
  viewed: Told<'view_given'> | null
  proposed: Told<'decision_proposed'> | null
  ended: { [T in EventType]: Told<T> }[EventType] | null
}

export interface RequestFilter {
  office_id: string
  statuses?: readonly RequestStatus[] | undefined
  kind?: RequestKind | undefined
  unit_id?: string | undefined
  finding_id?: string | undefined
}

/** The place of a request in the list: oldest first, as they wait. */
export interface RequestPlace {
  asked_at: Instant
  id: string
}

const told = (name: string) =>
  `case when ${name}.seq is null then null else json_build_object('type', ${name}.type, 'data', ${name}.data,
     'texts', ${name}.texts, 'service_account_id', ${name}.service_account_id) end`
// A unit that sees a request but not its finding, or that is proposed, is told of it what `asked_of` thinks fit.
const REQUEST = `select q.id, q.kind, q.status, q.finding_id, q.unit_id, q.target_unit_id,
    coalesce(f.number, o.number) as finding_number, coalesce(f.handling, o.handling) as handling,
    coalesce(f.revision, o.revision) as revision, o.problem, o.place #>> '{}' as place, q.asked_at, q.ended_at,
    coalesce(${told('asked')}, o.asked::json) as asked, ${told('proposed')} as proposed,
    coalesce(${told('viewed')}, o.viewed::json) as viewed, ${told('ended')} as ended
  from request q left join finding f on f.id = q.finding_id
  left join lateral asked_of(
    case when f.id is null or q.target_unit_id = any ((select app_units())::uuid[]) then q.id end) o on true
  left join finding_event asked on asked.finding_id = q.finding_id and asked.seq = q.asked_seq
  left join finding_event proposed
    on proposed.finding_id = q.finding_id and proposed.seq = q.proposed_seq
  left join finding_event viewed
    on viewed.finding_id = q.finding_id and viewed.seq = q.viewed_seq
  left join finding_event ended on ended.finding_id = q.finding_id and ended.seq = q.ended_seq`
const LIST = statement<ListedRequest>(
  `${REQUEST}
   where q.office_id = $1 and ($2::text[] is null or q.status = any ($2))
     and ($3::text is null or q.kind = $3) and ($4::uuid is null or q.unit_id = $4)
     and ($5::uuid is null or q.finding_id = $5)
     and ($6::timestamptz is null or (q.asked_at, q.id) > ($6, $7::uuid))
   order by q.asked_at, q.id limit $8`,
)
const SEEN = statement<Pick<StoredRequest, 'status'>>(
  'select status from request where id = $1 and finding_id = $2',
)
const FIND = statement<ListedRequest>(`${REQUEST} where q.id = $1`)

/** One page of the requests the principal may read, oldest first. */
export function listRequests(
  h: Handle,
  { office_id, statuses, kind, unit_id, finding_id }: RequestFilter,
  { after, limit }: { limit: number; after: RequestPlace | null },
): Promise<ListedRequest[]> {
  const whose = [kind ?? null, unit_id ?? null, finding_id ?? null]
  const place = [after?.asked_at ?? null, after?.id ?? null]
  return h.run(LIST(office_id, statuses ? [...statuses] : null, ...whose, ...place, limit))
}

/** A request, or null when there is none the principal sees. */
export function findRequest(h: Handle, id: string): Promise<ListedRequest | null> {
  return first(h.run(FIND(id)))
}

/** What became of a request of this finding; null where the principal sees no such request. */
export async function requestStatus(
  h: Handle,
  id: string,
  findingId: string,
): Promise<RequestStatus | null> {
  return (await first(h.run(SEEN(id, findingId))))?.status ?? null
}
