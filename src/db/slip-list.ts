import type { EventData, Texts } from '../domain/events.js'
import type { Instant } from '../domain/instant.js'
import type { Slip } from '../domain/slip.js'
import type { EventType, Handling, SlipStatus, State } from '../domain/vocabulary.js'
import { type Handle, statement } from './handle.js'

export type ListedSlip = Slip & { findings: string[] }

export interface SlipFilter {
  office_id: string
  statuses?: readonly SlipStatus[] | undefined
  unit_id?: string | undefined
  notice_id?: string | undefined
}

/** The place of a slip in the list: newest first. */
export interface SlipPlace {
  drafted_at: Instant
  id: string
}

const LIST = statement<ListedSlip>(
  `select s.id, s.office_id, s.notice_id, s.unit_id, s.rung, s.number, s.addressee, s.copies, s.text, s.status, s.drafted_at,
     s.issued_at, s.issued_by, s.entered_by, s.signed_paper_id, s.acknowledged_at, s.acknowledged_by, s.service_account_id,
     s.withdrawn_at, s.reason,
     s.revision, array (select f.finding_id from slip_finding f
       where f.slip_id = s.id order by f.joined_at, f.finding_id) as findings
   from slip s
   where s.office_id = $1 and ($2::text[] is null or s.status = any ($2))
     and ($3::uuid is null or s.unit_id = $3) and ($4::uuid is null or s.notice_id = $4)
     and ($5::timestamptz is null or (s.drafted_at, s.id) < ($5, $6::uuid))
   order by s.drafted_at desc, s.id desc limit $7`,
)

/** One page of the slips the principal may read, newest first. */
export function listSlips(
  h: Handle,
  { office_id, statuses, unit_id, notice_id }: SlipFilter,
  page: { limit: number; after: SlipPlace | null },
): Promise<ListedSlip[]> {
  const { after, limit } = page
  const conditions = [statuses ? [...statuses] : null, unit_id ?? null, notice_id ?? null]
  return h.run(LIST(office_id, ...conditions, after?.drafted_at ?? null, after?.id ?? null, limit))
}

/** A finding as its slip shows it. */
export interface FindingOnSlip {
  finding_id: string
  number: number
  category: string
  problem: string
  handling: Handling
  state: State
  due_at: Instant | null
  held: boolean
  joined_at: Instant
}

const FINDINGS = statement<FindingOnSlip>(
  `select f.id as finding_id, f.number, f.category, f.problem, f.handling, f.state, f.due_at, f.held,
     sf.joined_at
   from slip_finding sf join finding f on f.id = sf.finding_id
   where sf.slip_id = $1 order by f.number, f.id`,
)

/** The findings of a slip that the principal may read. */
export function findingsOnSlip(h: Handle, slipId: string): Promise<FindingOnSlip[]> {
  return h.run(FINDINGS(slipId))
}

/** One approach to the unit about a finding: a call, a reminder, a rung. */
export interface Approach {
  finding_id: string
  type: EventType
  at: Instant
  data: Partial<EventData['contact_recorded']>
  texts: Texts | null
}

const APPROACHES = statement<Approach>(
  `select e.finding_id, e.type, e.effective_at as at, e.data, e.texts from finding_event e
   where e.finding_id in (select finding_id from slip_finding where slip_id = $1)
     and e.type in ('contact_recorded', 'reminded', 'fell_due', 'climbed')
   order by e.finding_id, e.seq`,
)

/** How the units of a slip's findings were approached so far; read as the office's clock, it tells of the office's calls too. */
export function approachesOf(h: Handle, slipId: string): Promise<Approach[]> {
  return h.run(APPROACHES(slipId))
}
