import type { StoredEvent } from '../db/event.js'
import type { HandedFile } from '../db/evidence.js'
import type { LockedFinding } from '../db/finding-row.js'
import type { RequestChange, StoredRequest } from '../db/request.js'
import type { Slice } from '../db/slice.js'
import { audienceOf } from '../domain/audience.js'
import { genesis, linkEvent } from '../domain/chain.js'
import { correctedLine } from '../domain/corrected-line.js'
import type { NewEvent } from '../domain/events.js'
import type { Finding } from '../domain/finding.js'
import type { FindingLine } from '../domain/finding-line.js'
import { messagesOf, type NewMessage } from '../domain/messages.js'
import type { Milestone } from '../domain/milestone.js'
import { isOpen, isUnitsTurn } from '../domain/overdue.js'
import { type RetestChange, retestChange } from '../domain/retest.js'
import type { Situation } from '../domain/situation.js'
import { type SlipChange, slipChange, startsLadder } from '../domain/slip-rungs.js'
import { unitOf } from '../domain/tenure.js'
import type { Deps } from './deps.js'
import { requestsAsked, requestsChanged } from './requests.js'

/** Everything one transaction changes about one finding. */
export interface Effect {
  locked: LockedFinding
  /** What a correction or an edit of its draft changed beside the row. */
  line: Partial<FindingLine> | null
  events: readonly StoredEvent[]
  created: readonly (Milestone & { id: string })[]
  changed: readonly (Milestone & { id: string })[]
  messages: readonly (NewMessage & { id: string })[]
  slips: SlipChange
  retests: RetestChange
  /** What its unit asked for, and what became of what it had asked before. */
  requests: { asked: readonly StoredRequest[]; changed: readonly RequestChange[] }
  /** The slice of the unit to which it came, where that has none of the notice yet. */
  served: Slice | null
  /** Files that a unit which helps gives to the one that answers. */
  handed: readonly HandedFile[]
  /** Its turn or its ladder ended: draft slips of which this was the last finding that climbed so far are superseded. */
  freed: boolean
  /** Whether words of earlier events go. */
  erases: boolean
}

/**
 * The difference between a situation and what became of it, as rows to write. Pure but for the ids and salts the
 * deps hand out.
 */
export function effectOf(
  deps: Pick<Deps, 'newId' | 'newSalt' | 'hash'>,
  before: Situation,
  after: { situation: Situation; events: readonly NewEvent[] },
  stored: LockedFinding,
): Effect {
  const { finding, milestones, rules } = after.situation
  const events = chained(deps, after, stored)
  const last = events.at(-1)
  const rows = milestones.map((row) => ({ ...row, id: row.id ?? deps.newId() }))
  const known = new Map(before.milestones.map((row) => [row.id, row]))
  return {
    locked: {
      finding,
      handler_id: stored.handler_id,
      audience: finding.served_at === null ? 'office' : 'unit',
      last_hash: last?.hash ?? stored.last_hash,
      last_event_at: last?.at ?? stored.last_event_at,
    },
    line: correctedLine(finding, after.events),
    events,
    created: rows.filter((row) => !known.has(row.id)),
    changed: rows.filter((row) => differs(row, known.get(row.id))),
    messages: messagesOf(finding, rules.policy, after.events, before.finding.seq + 1).map(
      (message) => ({ ...message, id: deps.newId() }),
    ),
    slips: slipChange(before.finding, finding, after.events),
    retests: retestChange(before.finding, finding, after.events, rules.policy),
    requests: {
      asked: requestsAsked(events),
      changed: requestsChanged(before.finding, finding, events),
    },
    served: servedAnew(finding, events),
    handed: handedBy(deps, finding, after.events),
    erases: events.some(({ type }) => type === 'words_erased'),
    freed:
      isOpen(before.finding) &&
      isUnitsTurn(before.finding) &&
      owesLess(before.finding, finding, after.events),
  }
}

function servedAnew(finding: Finding, events: readonly StoredEvent[]): Slice | null {
  const event = events.find(({ type }) => type === 'reassigned')
  if (event?.type !== 'reassigned') return null
  const { office_id, notice_id } = finding
  const { due: _due, ...served } = event.data
  const unread = {
    received_at: null,
    received_by: null,
    service_account_id: null,
    receipt_deemed: false,
  }
  return { office_id, notice_id, ...served, ...unread }
}

function handedBy(
  { newId }: Pick<Deps, 'newId'>,
  { office_id, unit_id: to }: Finding,
  events: readonly NewEvent[],
): HandedFile[] {
  return events.flatMap((event) => {
    if (event.type !== 'contributed' || to === null) return []
    const { unit_id: from, evidence } = event.data
    return [...new Set(evidence)].map((sha256) => ({ id: newId(), office_id, sha256, from, to }))
  })
}

function owesLess(before: Finding, after: Finding, events: readonly NewEvent[]): boolean {
  const moved = events.some(startsLadder)
  return !isUnitsTurn(after) || (moved && after.rung < before.rung)
}

function differs(row: Milestone, stored: Milestone | undefined): boolean {
  return stored !== undefined && (stored.outcome !== row.outcome || stored.at !== row.at)
}

function chained(
  deps: Pick<Deps, 'newSalt' | 'hash'>,
  { situation, events }: { situation: Situation; events: readonly NewEvent[] },
  stored: LockedFinding,
): StoredEvent[] {
  const { finding, now } = situation
  const origin = {
    office_id: finding.office_id,
    notice_id: finding.notice_id,
    finding_id: finding.id,
  }
  let previous = stored.last_hash ?? genesis(deps.hash, origin)
  return events.map((event, index) => {
    const salt = deps.newSalt()
    const dated = {
      ...event,
      office_id: finding.office_id,
      finding_id: finding.id,
      seq: stored.finding.seq + 1 + index,
      at: now,
      unit_id: unitOf(finding, events, index),
      audience: audienceOf(finding, event),
    }
    const link = linkEvent(deps.hash, origin, dated, salt, previous)
    previous = link.hash
    return { ...dated, salt: event.texts ? salt : null, ...link }
  })
}
