import type { Instant } from '../domain/instant.js'
import type { SecurityEventKind } from '../domain/security-event.js'
import { type Handle, statement } from './handle.js'
import { insertText, json, type Row } from './setwise.js'

/** What matters to safety, as it was recorded; without an office where no office knows who it was. */
export type SecurityEvent = Row<'security_event'>
export type NewSecurityEvent = Omit<SecurityEvent, 'at'>

const NEW = [
  'id',
  'office_id',
  'kind',
  'result',
  'person_id',
  'service_account_id',
  'address',
  'subject',
  'about',
  'detail',
] as const satisfies readonly (keyof NewSecurityEvent)[]

const INSERT = statement<never>(insertText('security_event', NEW))
const PAGE = statement<SecurityEvent>(
  `select ${NEW.join(', ')}, at from security_event
   where (office_id = $1 or office_id is null) and ($2::text is null or kind = $2)
     and ($3::timestamptz is null or (at, id) < ($3, $4::uuid))
   order by at desc, id desc limit $5`,
)

/** Records events; nothing changes them afterwards. */
export async function insertSecurityEvents(
  h: Handle,
  events: readonly NewSecurityEvent[],
): Promise<void> {
  if (events.length > 0) await h.run(INSERT(json(events)))
}

/** The place of an event in its list: newest first. */
export interface SecurityEventPlace {
  at: Instant
  id: string
}

/** One page of an office's events and of nobody's, newest first; empty for whoever does not audit. */
export function pageSecurityEvents(
  h: Handle,
  { office_id, kind }: { office_id: string; kind?: SecurityEventKind | undefined },
  { limit, after }: { limit: number; after: SecurityEventPlace | null },
): Promise<SecurityEvent[]> {
  return h.run(PAGE(office_id, kind ?? null, after?.at ?? null, after?.id ?? null, limit))
}
