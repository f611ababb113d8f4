import type { StoredEvent } from '../db/event.js'
import type { RequestChange, StoredRequest } from '../db/request.js'
import type { Finding } from '../domain/finding.js'
import { waitingRequests } from '../domain/requests.js'
import type { RequestKind } from '../domain/vocabulary.js'

/** What is asked for in a finding's new events, as rows. */
export function requestsAsked(events: readonly StoredEvent[]): StoredRequest[] {
  return events.flatMap((event): StoredRequest[] => {
    const kind = kindAsked(event)
    if (!kind || !('asked_by' in event.data) || event.unit_id === null) return []
    return [
      {
        id: event.data.id,
        office_id: event.office_id,
        finding_id: event.finding_id,
        unit_id: event.unit_id,
        kind,
        target_unit_id: event.type === 'transfer_requested' ? event.data.unit_id : null,
        status: 'pending',
        asked_at: event.effective_at,
        asked_seq: event.seq,
        proposed_seq: null,
        viewed_seq: null,
        ended_at: null,
        ended_seq: null,
      },
    ]
  })
}

/** What an event asks for; null where it asks for nothing. */
function kindAsked({ type }: Pick<StoredEvent, 'type'>): RequestKind | null {
  return ASKS[type] ?? null
}

const ASKS: { readonly [T in StoredEvent['type']]?: RequestKind } = {
  extension_requested: 'extension',
  dispute_raised: 'dispute',
  transfer_requested: 'transfer',
}

/**
 * What became of the requests that waited before: proposed, said by the proposed unit, decided, taken back, or lapsed with the event that ended
 * their finding, or with the fix plan that answers it. One row each, since one transaction ends a request at most once.
 */
export function requestsChanged(
  before: Finding,
  after: Finding,
  events: readonly StoredEvent[],
): RequestChange[] {
  const still = waitingRequests(after).map(({ request }) => request.id)
  return waitingRequests(before).flatMap(({ request: { id } }): RequestChange[] => {
    const proposed = events.findLast((e) => e.type === 'decision_proposed' && e.data.id === id)
    const viewed = events.findLast((e) => e.type === 'view_given' && e.data.id === id)
    const heard = { proposed_seq: proposed?.seq ?? null, viewed_seq: viewed?.seq ?? null }
    if (still.includes(id)) return proposed || viewed ? [{ id, ...heard }] : []
    const told = events.findLast((e) => endOf(e, id) !== null)
    const ended = told ?? events.findLast((e) => LAPSES.includes(e.type))
    if (!ended) throw new Error(`request ${id} ended without an event`)
    const status = endOf(ended, id) ?? 'lapsed'
    return [{ id, ...heard, status, ended_at: ended.effective_at, ended_seq: ended.seq }]
  })
}

/** What ends a finding, or answers whatever was asked of it. */
const LAPSES: readonly StoredEvent['type'][] = [
  'closed',
  'closed_unreported',
  'withdrawn',
  'plan_accepted',
  'reassigned',
]

function endOf(event: StoredEvent, id: string): 'granted' | 'refused' | 'withdrawn' | null {
  if (event.type === 'request_decided' && event.data.id === id) return event.data.verdict
  return event.type === 'request_withdrawn' && event.data.id === id ? 'withdrawn' : null
}
