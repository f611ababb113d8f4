import type { ConsultationFact } from '../../db/consultation.js'
import type { ContactFaultFact } from '../../db/contact-fault.js'
import type { EventFact, FindingFact, SlipFact } from '../../db/facts.js'
import type { WaitingMessage } from '../../db/message.js'
import { workingDaysBetween } from '../../domain/calendar.js'
import { isViewMissed, waitingRequests } from '../../domain/requests.js'
import { isOfTenure, stillHolds } from '../../domain/saying.js'
import type { MessageKind, State } from '../../domain/vocabulary.js'
import { localDateOf } from '../../domain/zone.js'
import type {
  OfficeDigestInput,
  UnprovenSlice,
  WaitingFinding,
  WaitingRequest,
  WaitingSlip,
} from '../../mail/messages/office-digest.js'
import { consultedNotice } from './consultations.js'
import { failedContact } from './contact-faults.js'
import { factsOf, type Moment } from './facts.js'
import { grouped } from './grouped.js'
import { seqOf } from './unit-words.js'

/** Everything read for the office's messages. */
export interface OfficePage {
  facts: ReadonlyMap<string, FindingFact>
  events: readonly EventFact[]
  /** Every slip of the findings spoken of. */
  slips: readonly SlipFact[]
  contact_faults: readonly ContactFaultFact[]
  consultations: readonly ConsultationFact[]
}

/** What one person is told, and which messages that says; the others no longer hold. */
export interface OfficeWords {
  input: OfficeDigestInput
  said: ReadonlySet<string>
}

/** The words for one person of the office. What has been dealt with meanwhile is not said. */
export function officeWords(
  messages: readonly WaitingMessage[],
  page: OfficePage,
  moment: Moment,
): OfficeWords {
  const said = new Set<string>()
  const known = messages.flatMap((message) => {
    const fact = message.finding_id ? page.facts.get(message.finding_id) : undefined
    return fact && isOfTenure(message, fact) ? [{ message, fact }] : []
  })
  type Known = (typeof known)[number]
  const pick = (holds: (one: Known) => boolean): FindingFact[] => {
    const found = known.filter(holds)
    for (const { message } of found) said.add(message.id)
    return [...new Map(found.map(({ fact }) => [fact.id, fact])).values()]
  }
  const about = (state: State) =>
    pick(({ message, fact }) => fact.state === state && WAITS.includes(message.kind))
  const climbed = pick(
    ({ message, fact }) => message.kind === 'slip_waits' && draftsOf([fact], page).length > 0,
  )
  const still = (kind: MessageKind) =>
    pick(({ message, fact }) => message.kind === kind && stillHolds(kind, fact))
  const unproven = still('delivery_unproven')
  const thirds = still('third_return')
  const asked = pick(
    ({ message: { kind }, fact }) => ASKED.includes(kind) && stillHolds(kind, fact),
  )
  const lookbacks = still('lookback_waits')
  const seen = still('seen_again')
  const comments = known.flatMap(({ message, fact }) => {
    const comment = message.kind === 'office_comment' && commentOf(message, page.events)
    if (!comment) return []
    said.add(message.id)
    const { text, unit_id } = comment
    const by = unit_id === undefined ? null : (fact.helpers?.[unit_id] ?? '协办单位')
    return [{ finding: factsOf(fact, moment), text, by }]
  })
  const failed_contacts = messages.flatMap((message) => {
    const failed = failedContact(message, page.contact_faults, moment)
    if (failed) said.add(message.id)
    return failed ?? []
  })
  // All messages that a draft has its answers say one thing: how they stand now.
  const answered = new Set<string | null>()
  const consulted = messages.flatMap((message) => {
    const words = consultedNotice(message, page.consultations, moment)
    if (words) said.add(message.id)
    const again = message.kind === 'consultation_answered' && answered.has(message.notice_id)
    if (message.kind === 'consultation_answered') answered.add(message.notice_id)
    return again ? [] : (words ?? [])
  })
  const { review_days, close_days } = moment.rules.policy
  const input: OfficeDigestInput = {
    to_review: about('responded').map((fact) => waiting(fact, review_days, moment)),
    to_close: about('verified').map((fact) => waiting(fact, close_days, moment)),
    requests: asked.flatMap((fact) => requestsOf(fact, moment)),
    slips: draftsOf(climbed, page).map((slip) => waitingSlip(slip, page, moment)),
    unproven: unprovenSlices(unproven, moment),
    third_returns: thirds.map((fact) => ({
      finding: factsOf(fact, moment),
      returns: fact.returns,
    })),
    lookbacks: lookbacks.map((fact) => factsOf(fact, moment)),
    seen_again: seen.map((fact) => factsOf(fact, moment)),
    comments,
    failed_contacts,
    consulted,
  }
  return { input, said }
}

const WAITS: readonly WaitingMessage['kind'][] = ['response_waits', 'decision_waits', 'office_late']

const ASKED: readonly WaitingMessage['kind'][] = [
  'request_waits',
  'view_given',
  'proposal_waits',
  'request_late',
]

/** The drafts that list one of these findings, each once. */
function draftsOf(facts: readonly FindingFact[], { slips }: OfficePage): SlipFact[] {
  return slips.filter(
    ({ status, finding_ids }) =>
      status === 'draft' && facts.some(({ id }) => finding_ids.includes(id)),
  )
}

function waiting(fact: FindingFact, limit: number, moment: Moment): WaitingFinding {
  const { calendar } = moment.rules
  const since = localDateOf(calendar.zone, fact.turn_since ?? moment.now)
  const working_days = workingDaysBetween(calendar, since, moment.today)
  return { finding: factsOf(fact, moment), working_days, over_limit: working_days > limit }
}

function requestsOf(fact: FindingFact, moment: Moment): WaitingRequest[] {
  const { calendar, policy } = moment.rules
  return waitingRequests(fact).map((waiting): WaitingRequest => {
    const { asked_at, proposal } = waiting.request
    const since = localDateOf(calendar.zone, asked_at)
    const working_days = workingDaysBetween(calendar, since, moment.today)
    return {
      finding: factsOf(fact, moment),
      kind: waiting.kind,
      new_date: waiting.kind === 'extension' ? waiting.request.due.date : null,
      target_unit: waiting.kind === 'transfer' ? fact.target_unit : null,
      agrees: waiting.kind === 'transfer' ? (waiting.request.view?.agrees ?? null) : null,
      view_missed:
        waiting.kind === 'transfer' &&
        isViewMissed(calendar, { asked_at, viewed: waiting.request.view !== null }, moment.now),
      proposed: proposal?.verdict ?? null,
      working_days,
      over_limit: working_days > policy.decide_days,
    }
  })
}

function waitingSlip(slip: SlipFact, { facts }: OfficePage, moment: Moment): WaitingSlip {
  const { rung, number, unit_name, drafted_at, finding_ids } = slip
  const listed = finding_ids.flatMap((id) => facts.get(id) ?? [])
  const drafted_on = localDateOf(moment.rules.calendar.zone, drafted_at)
  const findings = listed.map((fact) => factsOf(fact, moment))
  return { rung, number, unit_name, drafted_on, findings }
}

function unprovenSlices(facts: readonly FindingFact[], moment: Moment): UnprovenSlice[] {
  const slices = grouped(
    facts,
    ({ unit_id, notice_id, service_date }) => `${unit_id}/${notice_id}/${service_date}`,
  )
  return slices.flatMap((findings) => {
    const first = findings[0]
    if (!first?.service_date) return []
    return [
      {
        unit_name: first.unit_name,
        notice: { number: first.notice_number, title: first.notice_title },
        served_on: first.service_date,
        findings: findings.map((fact) => factsOf(fact, moment)),
      },
    ]
  })
}

function commentOf(
  message: WaitingMessage,
  events: readonly EventFact[],
): { text: string; unit_id: string | undefined } | null {
  const seq = seqOf(message)
  const event = events.find((one) => one.finding_id === message.finding_id && one.seq === seq)
  const text = event?.texts?.['text']
  return event?.type === 'commented' && text ? { text, unit_id: event.data.unit_id } : null
}
