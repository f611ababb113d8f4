import type { ConsultationFact } from '../../db/consultation.js'
import type { ContactFaultFact } from '../../db/contact-fault.js'
import type { EventFact, FindingFact, SlipFact } from '../../db/facts.js'
import type { WaitingMessage } from '../../db/message.js'
import { addWorkingDays } from '../../domain/calendar.js'
import type { Rules } from '../../domain/rules.js'
import { isOfTenure, stillHolds } from '../../domain/saying.js'
import { isReleased } from '../../domain/support.js'
import type { MessageKind } from '../../domain/vocabulary.js'
import type { DigestLine } from '../../mail/messages/digest.js'
import type { SliceInput } from '../../mail/messages/slice.js'
import type { UnitMailInput } from '../../mail/unit-mail.js'
import { consultationTo, enteredFor } from './consultations.js'
import { failedContact } from './contact-faults.js'
import { decisionOf, registeredOf } from './decisions.js'
import { delegatedTo } from './delegated.js'
import { digestLine, factsOf, type Moment } from './facts.js'
import { grouped } from './grouped.js'
import { slipInput } from './slips.js'
import { supportOf } from './supporting.js'

/** Everything read for a page of units. */
export interface UnitPage {
  facts: ReadonlyMap<string, FindingFact>
  events: readonly EventFact[]
  history: readonly EventFact[]
  slips: readonly SlipFact[]
  contact_faults: readonly ContactFaultFact[]
  /** By unit, its addresses in lower case at which nobody is reached. */
  dead: readonly { unit_id: string; address: string }[]
  consultations: readonly ConsultationFact[]
  earlier_slips: readonly SlipFact[]
  /** The rules a finding was issued under, by policy version. */
  rules: ReadonlyMap<string, Rules>
}

/** What a unit is told, and which of its messages that says; the others no longer hold. */
export interface UnitWords {
  input: UnitMailInput
  said: ReadonlySet<string>
}

/** What the clock says about a due or a step on the way; true only while the unit still owes an answer. */
const ABOUT_DUE: readonly MessageKind[] = ['reminder', 'fell_due', 'overdue', 'progress_due']

type Words<T> = (message: WaitingMessage, fact: FindingFact, moment: Moment) => T | null

/** The words for one unit: its messages, and what it owes where that is to be said too. */
export function unitWords(
  unit_name: string,
  messages: readonly WaitingMessage[],
  owing: readonly string[],
  page: UnitPage,
  moment: Moment,
): UnitWords {
  const said = new Set<string>()
  // Looked up by finding: a unit may have thousands.
  const events = new Map(page.events.map((event) => [`${event.finding_id} ${event.seq}`, event]))
  const histories = new Map(
    grouped(page.history, ({ finding_id }) => finding_id).map((past) => [
      past[0]?.finding_id,
      past,
    ]),
  )
  const fact = (message: WaitingMessage) => {
    const known = message.finding_id ? page.facts.get(message.finding_id) : undefined
    if (!known || !isOfTenure(message, known)) return undefined
    const another = message.kind === 'view_wanted' || message.kind === 'support_ended'
    return another ? notTheirs(known) : passedOn(message.unit_id, known)
  }
  const say = <T>(message: WaitingMessage, words: T | null | undefined | ''): T[] => {
    if (!words) return []
    said.add(message.id)
    return [words]
  }
  const decisions = messages.flatMap((message) => {
    const known = fact(message)
    const event = events.get(`${message.finding_id} ${seqOf(message)}`)
    if (known && !stillHolds(message.kind, known)) return []
    if (known && message.kind === 'support_ended' && !isReleased(known, message.unit_id)) return []
    const words = message.kind === 'response_registered' ? registeredOf : decisionOf
    return say(
      message,
      known && event && words(known, event, histories.get(known.id) ?? [], moment),
    )
  })
  const slips = messages.flatMap((message) => {
    const slip = page.slips.find(({ id }) => id === message.slip_id)
    if (!slip) return []
    const past = { events: page.history, slips: page.earlier_slips }
    const facts = [...page.facts.values()].map((one) => passedOn(message.unit_id, one))
    return say(message, slipInput(slip, message, facts, past, moment))
  })
  const served = messages.flatMap((message) => {
    if (message.kind !== 'slice') return []
    const known = fact(message)
    return say(message, known && stillHolds(message.kind, known) ? known : null)
  })
  const failed_contacts = messages.flatMap((message) =>
    say(message, failedContact(message, page.contact_faults, moment)),
  )
  const consultations = messages.flatMap((message) =>
    say(message, consultationTo(message, page.consultations, moment)),
  )
  const entered_answers = messages.flatMap((message) =>
    say(message, enteredFor(message, page.consultations, moment)),
  )
  // Work on what another unit answers: each finding once, as the newest message has it.
  const work = <T extends { finding: { id: string } }>(kind: MessageKind, words: Words<T>): T[] => {
    const told = new Map<string, T>()
    for (const message of messages.filter((one) => one.kind === kind)) {
      const known = message.finding_id ? page.facts.get(message.finding_id) : undefined
      for (const one of say(message, known && words(message, known, moment)))
        told.set(one.finding.id, one)
    }
    return [...told.values()]
  }
  const delegated = work('delegation', delegatedTo)
  const supporting = work('support', supportOf)
  const lines = new Map<string, DigestLine>()
  for (const message of messages.filter(({ kind }) => ABOUT_DUE.includes(kind))) {
    const known = fact(message)
    for (const line of say(message, known && digestLine(known, moment)))
      lines.set(line.finding.id, line)
  }
  for (const known of owing.flatMap((id) => page.facts.get(id) ?? [])) {
    const line = digestLine(known, moment)
    if (line) lines.set(known.id, line)
  }
  const slices = slicesOf(served, page, moment)
  const digest = [...lines.values()]
  return {
    said,
    input: {
      unit_name,
      slips,
      decisions,
      slices,
      digest,
      delegated,
      supporting,
      failed_contacts,
      consultations,
      entered_answers,
    },
  }
}

/** A unit that might take a finding, or helped with it, is told what it is about, and nothing of another's time. */
function notTheirs(fact: FindingFact): FindingFact {
  return { ...fact, due_at: null }
}

/** A former unit knows what it had; of the finding as another has it, it is told neither the time nor the words. */
function passedOn(unit_id: string | null, fact: FindingFact): FindingFact {
  if (fact.unit_id === unit_id) return fact
  const problem = '责任单位已调整，内容见原通报'
  return { ...fact, due_at: null, problem, place: null, asset: null }
}

/** The event a message speaks of, by its cause `event/3`. */
export function seqOf({ cause }: Pick<WaitingMessage, 'cause'>): number | null {
  const number = /^event\/(\d+)$/.exec(cause)?.[1]
  return number === undefined ? null : Number(number)
}

function slicesOf(served: readonly FindingFact[], page: UnitPage, moment: Moment): SliceInput[] {
  const ofService = ({ notice_id, service_date }: FindingFact) => `${notice_id}/${service_date}`
  return grouped(served, ofService).flatMap((facts) => {
    const first = facts[0]
    const rules = first && page.rules.get(first.policy_version)
    if (!first || !rules) return []
    return [
      {
        notice: { number: first.notice_number, title: first.notice_title },
        findings: facts.map((fact) => factsOf(fact, moment)),
        deemed_on: deemedOn(facts, rules),
        stamped_report: rules.policy.stamped_report !== 'never',
      },
    ]
  })
}

/** Nobody can say one day for all where something is due before receipt would be deemed. */
function deemedOn(
  facts: readonly FindingFact[],
  { calendar, policy }: Rules,
): SliceInput['deemed_on'] {
  const service = facts[0]?.service_date
  if (!service) return null
  const day = addWorkingDays(calendar, service, policy.deem_receipt_days)
  return facts.every(({ due_date }) => due_date !== null && due_date >= day) ? day : null
}
