import type { EventData, Texts } from '../domain/events.js'
import type { DueBasis, Finding } from '../domain/finding.js'
import type { Instant, LocalDate, LocalTime } from '../domain/instant.js'
import type { Slip } from '../domain/slip.js'
import type { EventType, Handling, Medium, Rung, State } from '../domain/vocabulary.js'
import { type Handle, statement } from './handle.js'
import { HELD_TODAY } from './membership.js'
import { json } from './setwise.js'

/** A finding with everything a mail may have to say of it. */
export interface FindingFact {
  id: string
  number: number
  state: State
  notice_id: string
  notice_number: string | null
  notice_title: string
  unit_id: string
  unit_name: string
  handling: Handling
  urgent: boolean
  category: string
  problem: string
  medium: Medium
  place: string | null
  asset: string | null
  due_at: Instant | null
  due_date: LocalDate | null
  due_time: LocalTime | null
  due_provisional: boolean | null
  due_basis: DueBasis | null
  policy_version: string
  served_at: Instant | null
  service_date: LocalDate | null
  received_at: Instant | null
  turn_since: Instant | null
  returns: number
  fix_steps: Finding['fix_steps']
  progress_at: Instant | null
  extension: Finding['extension']
  dispute: Finding['dispute']
  transfer: Finding['transfer']
  lookback: Finding['lookback']
  seen_again: boolean
  delegated_to: Finding['delegated_to']
  /** The person it was delegated to; written to while they are one of the unit or of one below it. */
  delegate: { id: string; name: string; email: string | null } | null
  supports: Finding['supports']
  /** The units that help with it or work on it for its own, by id, with their names; null where none does. */
  helpers: Readonly<Record<string, string>> | null
  /** The unit that a transfer proposes, by name. */
  target_unit: string | null
  handler_id: string | null
  /** The rung that comes next if nothing is answered. */
  next_rung: Rung | null
  next_rung_at: Instant | null
}

const FINDINGS = statement<FindingFact>(
  `select f.id, f.number, f.state, f.notice_id, n.number as notice_number, n.title as notice_title,
     f.unit_id, u.name as unit_name, f.handling, f.urgent, f.category, f.problem, f.medium,
     f.place #>> '{}' as place, a.name as asset,
     f.due_at, f.due_date, f.due_time, f.due_provisional, f.due_basis, f.policy_version, f.served_at, f.service_date,
     f.received_at, f.turn_since, f.returns, f.fix_steps, f.progress_at, f.extension, f.dispute, f.transfer,
     f.lookback, f.seen_again, f.delegated_to, f.supports,
     (select jsonb_object_agg(helper.id, helper.name) from unit helper where helper.id = any (f.helping_unit_ids)) as helpers,
     case when delegate.id is not null then jsonb_build_object('id', delegate.id, 'name', delegate.name, 'email',
       case when delegate.status = 'active' and exists (
         with recursive within (id) as (
           select f.unit_id union select below.id from unit below join within on below.parent_id = within.id
         ) select from membership m join office o on o.id = m.office_id
         where m.person_id = delegate.id and m.unit_id in (select id from within) and ${HELD_TODAY}
       ) then delegate.email end) end as delegate, target.name as target_unit, f.handler_id,
     rung.step as next_rung, rung.at as next_rung_at
   from finding f
   join notice n on n.id = f.notice_id
   join unit u on u.id = f.unit_id
   left join asset a on a.id = f.asset_id
   left join unit target on target.id = (f.transfer ->> 'target_unit_id')::uuid
   left join person delegate on delegate.id = (f.delegated_to ->> 'person_id')::uuid
   left join lateral (select step, at from milestone
     where subject_id = f.id and outcome is null and kind = 'climb' order by at limit 1) rung on true
   where f.id = any ($1::uuid[]) order by f.unit_id, n.id, f.number`,
)

/** These findings' facts; a finding without a unit has none. */
export function findingFacts(h: Handle, ids: readonly string[]): Promise<FindingFact[]> {
  return h.run(FINDINGS([...new Set(ids)]))
}

/** An event a message speaks of, or one of those before it. */
export type EventFact = {
  [T in EventType]: { finding_id: string; seq: number; type: T; data: EventData[T] } & {
    unit_id: string | null
    texts: Texts | null
    effective_at: Instant
  }
}[EventType]

const EVENT = 'finding_id, seq, unit_id, type, data, texts, effective_at'
const EVENTS = statement<EventFact>(
  `select ${EVENT} from finding_event join jsonb_to_recordset($1::jsonb)
     as wanted (finding_id uuid, seq integer) using (finding_id, seq)`,
)
const HISTORY = statement<EventFact>(
  `select ${EVENT} from finding_event
   where finding_id = any ($1::uuid[]) and type = any ($2::text[]) order by finding_id, seq`,
)

/** Events by finding and number. */
export function eventFacts(
  h: Handle,
  wanted: readonly { finding_id: string; seq: number }[],
): Promise<EventFact[]> {
  return wanted.length === 0 ? Promise.resolve([]) : h.run(EVENTS(json(wanted)))
}

/** The events of some types of these findings, in order. */
export function eventHistory(
  h: Handle,
  findingIds: readonly string[],
  types: readonly EventType[],
): Promise<EventFact[]> {
  return findingIds.length === 0
    ? Promise.resolve([])
    : h.run(HISTORY([...new Set(findingIds)], [...types]))
}

/** A slip with its signer's name and the findings it lists. */
export type SlipFact = Slip & { signer: string | null; unit_name: string; finding_ids: string[] }

const SLIP = `
  select s.id, s.office_id, s.notice_id, s.unit_id, s.rung, s.number, s.addressee, s.copies, s.text, s.status, s.revision, s.drafted_at,
    s.issued_at, s.issued_by, s.entered_by, s.signed_paper_id, s.acknowledged_at, s.acknowledged_by, s.service_account_id,
    s.withdrawn_at, s.reason,
    p.name as signer, u.name as unit_name,
    array(select finding_id from slip_finding where slip_id = s.id order by finding_id) as finding_ids
  from slip s join unit u on u.id = s.unit_id left join person p on p.id = s.issued_by`
const SLIPS = statement<SlipFact>(`${SLIP} where s.id = any ($1::uuid[]) order by s.rung, s.id`)
const SLIPS_OF = statement<SlipFact>(
  `${SLIP} where s.id in (select slip_id from slip_finding where finding_id = any ($1::uuid[]))
   order by s.drafted_at, s.id`,
)

/** These slips. */
export function slipFacts(h: Handle, ids: readonly string[]): Promise<SlipFact[]> {
  return ids.length === 0 ? Promise.resolve([]) : h.run(SLIPS([...new Set(ids)]))
}

/** Every slip that lists one of these findings, whatever became of it. */
export function slipsOfFindings(h: Handle, findingIds: readonly string[]): Promise<SlipFact[]> {
  return findingIds.length === 0 ? Promise.resolve([]) : h.run(SLIPS_OF([...new Set(findingIds)]))
}
