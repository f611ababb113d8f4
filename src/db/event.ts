import type { NewEvent } from '../domain/events.js'
import type { Instant } from '../domain/instant.js'
import type { Audience } from '../domain/vocabulary.js'
import type { WireRow } from './each-row.js'
import { type Handle, statement } from './handle.js'
import { readInstant } from './parsers.js'
import { insertText, json, type Row } from './setwise.js'

/** An event as it stands in the record: numbered, dated, linked to the one before. */
export type StoredEvent = NewEvent & {
  office_id: string
  finding_id: string
  seq: number
  /** The unit of its tenure: a former unit keeps what it did and sees nothing later. */
  unit_id: string | null
  audience: Audience
  at: Instant
  salt: string | null
  canonical: string
  previous_hash: string
  hash: string
}

/** What is stored of an event. */
export const EVENT_COLUMNS = [
  'office_id',
  'finding_id',
  'seq',
  'unit_id',
  'audience',
  'type',
  'actor_id',
  'actor_role',
  'signed_paper_id',
  'service_account_id',
  'at',
  'effective_at',
  'data',
  'texts',
  'salt',
  'canonical',
  'previous_hash',
  'hash',
] as const
export type EventRow = Pick<Row<'finding_event'>, (typeof EVENT_COLUMNS)[number]>

const APPEND = statement<never>(insertText('finding_event', EVENT_COLUMNS))
const LIST = statement<EventRow>(
  `select ${EVENT_COLUMNS.join(', ')} from finding_event
   where finding_id = $1 and seq > $2 order by seq limit $3`,
)

/** Appends events of any number of findings. Throws UNIQUE when a number is taken: the finding was not locked. */
export async function appendEvents(h: Handle, events: readonly StoredEvent[]): Promise<void> {
  if (events.length > 0) await h.run(APPEND(json(events.map(writeEvent))))
}

/** A finding's events in order, those the principal may read, after a number. */
export async function listEvents(
  h: Handle,
  findingId: string,
  page: { after: number; limit: number } = { after: 0, limit: 10_000 },
): Promise<StoredEvent[]> {
  return (await h.run(LIST(findingId, page.after, page.limit))).map(readEvent)
}

function writeEvent({ actor, ...event }: StoredEvent): EventRow {
  const { person_id: actor_id, role: actor_role, signed_paper_id } = actor
  const service_account_id = actor.service_account_id ?? null
  return { ...event, actor_id, actor_role, signed_paper_id, service_account_id }
}

/** The event of a row. Type and data come from one event and so belong together; SQL cannot say so. */
export function readEvent(row: EventRow): StoredEvent {
  const { actor_id, actor_role, signed_paper_id, service_account_id, ...event } = row
  const through = service_account_id === null ? {} : { service_account_id }
  const actor = { person_id: actor_id, role: actor_role, signed_paper_id, ...through }
  return { ...event, actor } as StoredEvent
}

/** A text or nothing for each of these columns, in their order. */
type Written<Columns extends readonly string[]> = { readonly [C in keyof Columns]: string | null }

/** What `readEvent` gives, of a row as the server wrote it: all of `EVENT_COLUMNS`, in their order. */
export function readEventTexts(row: WireRow): StoredEvent {
  const [
    office_id,
    finding_id,
    seq,
    unit_id,
    audience,
    type,
    person_id,
    role,
    signed_paper_id,
    service_account_id,
    at,
    effective_at,
    data,
    texts,
    salt,
    canonical,
    previous_hash,
    hash,
  ] = row as Written<typeof EVENT_COLUMNS>
  const actor = { person_id, role, signed_paper_id }
  return {
    office_id,
    finding_id,
    seq: Number(seq),
    unit_id,
    audience,
    type,
    at: readInstant(at ?? ''),
    effective_at: readInstant(effective_at ?? ''),
    data: JSON.parse(data ?? 'null') as unknown,
    texts: JSON.parse(texts ?? 'null') as unknown,
    salt,
    canonical,
    previous_hash,
    hash,
    actor: service_account_id === null ? actor : { ...actor, service_account_id },
  } as StoredEvent
}
