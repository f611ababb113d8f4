import type { StoredEvent } from '../db/event.js'
import type { Row } from '../db/setwise.js'
import { differingFields } from '../domain/differing-fields.js'
import type { RequestKind, RequestStatus } from '../domain/vocabulary.js'
import type { Check } from './case.js'

type Entry = Pick<
  Row<'request'>,
  | 'id'
  | 'kind'
  | 'target_unit_id'
  | 'status'
  | 'asked_at'
  | 'asked_seq'
  | 'proposed_seq'
  | 'viewed_seq'
  | 'ended_at'
  | 'ended_seq'
>

/** Every request in the list is what the events say of it, and there is none without the other. */
export const checkRequests: Check = ({ events, requests }) => {
  const told = events.flatMap((event, index) => entryOf(event, events.slice(index + 1)) ?? [])
  if (told.length !== requests.length) return ['申请清单与记录不一致：多出或缺少']
  return told.flatMap((entry) => {
    const row = requests.find(({ id }) => id === entry.id)
    if (!row) return [`记录中的申请 ${entry.id} 不在清单内`]
    const { office_id, finding_id, unit_id, ...kept } = row
    return differingFields(entry, kept).map((field) => `申请 ${row.id} 的 ${field} 与记录不一致`)
  })
}

/** What an event that asks for something, and those after it, say of the request; null for any other. */
function entryOf(event: StoredEvent, later: readonly StoredEvent[]): Entry | null {
  const kind = kindOf(event)
  if (!kind || !('id' in event.data)) return null
  const { id } = event.data
  const ended = later.find((one) => endedBy(one, id) !== null)
  const until = ended ? later.slice(0, later.indexOf(ended)) : later
  const proposed = until.findLast((one) => one.type === 'decision_proposed' && one.data.id === id)
  const viewed = until.find((one) => one.type === 'view_given' && one.data.id === id)
  return {
    id,
    kind,
    target_unit_id: event.type === 'transfer_requested' ? event.data.unit_id : null,
    status: (ended && endedBy(ended, id)) ?? 'pending',
    asked_at: event.effective_at,
    asked_seq: event.seq,
    proposed_seq: proposed?.seq ?? null,
    viewed_seq: viewed?.seq ?? null,
    ended_at: ended?.effective_at ?? null,
    ended_seq: ended?.seq ?? null,
  }
}

function kindOf({ type }: StoredEvent): RequestKind | null {
  if (type === 'extension_requested') return 'extension'
  if (type === 'dispute_raised') return 'dispute'
  return type === 'transfer_requested' ? 'transfer' : null
}

function endedBy(event: StoredEvent, id: string): RequestStatus | null {
  switch (event.type) {
    case 'request_decided':
      return event.data.id === id ? event.data.verdict : null
    case 'request_withdrawn':
      return event.data.id === id ? 'withdrawn' : null
    case 'closed':
    case 'closed_unreported':
    case 'withdrawn':
    case 'plan_accepted':
    case 'reassigned':
      return 'lapsed'
    default:
      return null
  }
}
