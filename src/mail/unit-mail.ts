import { alert, type Message, message } from './blocks.js'
import type { MailContent } from './content.js'
import type { MailContext } from './context.js'
import {
  type ConsultationInput,
  consultation,
  type EnteredLine,
  enteredAnswers,
} from './messages/consultation.js'
import { type FailedContact, failedContacts } from './messages/contact-fault.js'
import { type DecisionInput, decision } from './messages/decision.js'
import { type DelegatedFinding, delegated } from './messages/delegated.js'
import { type DigestLine, digest } from './messages/digest.js'
import type { FindingFacts } from './messages/facts.js'
import { hiddenBlocks, hiddenSubject } from './messages/hidden.js'
import { type SliceInput, slice } from './messages/slice.js'
import { type SlipInput, slip } from './messages/slip.js'
import { type SupportedFinding, supporting } from './messages/supporting.js'
import { reference } from './messages/words.js'
import { page } from './page.js'

/** Everything that is to be said to one unit at one time. */
export interface UnitMailInput {
  unit_name: string
  slips: readonly SlipInput[]
  decisions: readonly DecisionInput[]
  slices: readonly SliceInput[]
  /** Reminders and what is overdue. */
  digest: readonly DigestLine[]
  /** What it is asked about drafts. */
  consultations: readonly ConsultationInput[]
  /** What the office entered in its name of what it was asked. */
  entered_answers: readonly EnteredLine[]
  /** What it works on, itself or for another unit, by an inner due. */
  delegated: readonly DelegatedFinding[]
  /** What it helps another unit with. */
  supporting: readonly SupportedFinding[]
  /** Its own addresses at which nobody is reached. */
  failed_contacts: readonly FailedContact[]
}

/**
 * The one mail a unit gets: slips, decisions, slices, what it is asked and what was entered for it, digest, what was delegated, what it helps with, dead contacts; parts with urgent findings first,
 * under an alert with the duty telephone. Sensitive and offline findings are taken out of the parts
 * and named once, at the end unless one is urgent; an offline one never makes a mail urgent. Null
 * when there is nothing to say.
 */
export function unitMail(input: UnitMailInput, context: MailContext): MailContent | null {
  const all = findingsOf(input)
  const hidden = all.filter((finding) => finding.handling !== 'normal')
  const sections = sectionsOf(input, context).toSorted((a, b) => rank(a) - rank(b))
  const urgent = all.filter((finding) => finding.urgent && finding.handling === 'normal')
  const wait = hidden.length > 0 ? [message('', hiddenBlocks(hidden))] : []
  const hurry = hidden.some((finding) => finding.urgent && finding.handling === 'sensitive')
  const parts = [
    ...alertOf(urgent, context),
    ...(hurry ? wait : []),
    ...sections.map((section) => section.message),
    ...(hurry ? [] : wait),
  ]
  if (parts.length === 0) return null
  const named = [...sections.map((s) => s.message.subject), ...hiddenSubject(hidden)].join('、')
  const mark = urgent.length > 0 || hurry ? '【紧急】' : '【整改】'
  return page(`${mark}${input.unit_name}：${named}`, input.unit_name, parts, context)
}

interface Section {
  message: Message
  urgent: boolean
}

function sectionsOf(input: UnitMailInput, context: MailContext): readonly Section[] {
  const slips = input.slips.map((entry) => ({ ...entry, findings: normal(entry.findings) }))
  const slices = input.slices.map((entry) => ({ ...entry, findings: normal(entry.findings) }))
  const decisions = input.decisions.filter((entry) => entry.finding.handling === 'normal')
  const passed = input.delegated.filter((entry) => entry.finding.handling === 'normal')
  const helped = input.supporting.filter((entry) => entry.finding.handling === 'normal')
  const entered = input.entered_answers
  const failed = input.failed_contacts
  const lines = input.digest.filter((entry) => entry.finding.handling === 'normal')
  return [
    ...slips.filter(isNotEmpty).map((entry) => sectionOf(slip(entry), entry.findings)),
    ...(decisions.length > 0 ? [sectionOf(decision(decisions), decisions.map(findingOf))] : []),
    ...slices.filter(isNotEmpty).map((entry) => sectionOf(slice(entry, context), entry.findings)),
    ...input.consultations.map((entry) => sectionOf(consultation(entry), [])),
    ...(entered.length > 0 ? [sectionOf(enteredAnswers(entered), [])] : []),
    ...(lines.length > 0 ? [sectionOf(digest(lines, context), lines.map(findingOf))] : []),
    ...(passed.length > 0 ? [sectionOf(delegated(passed), passed.map(findingOf))] : []),
    ...(helped.length > 0 ? [sectionOf(supporting(helped), helped.map(findingOf))] : []),
    ...(failed.length > 0 ? [sectionOf(failedContacts(failed, context), [])] : []),
  ]
}

function alertOf(urgent: readonly FindingFacts[], context: MailContext): readonly Message[] {
  if (urgent.length === 0) return []
  const names = [...new Set(urgent.map(reference))].join('、')
  const phone = context.duty_phone === null ? '' : `值班电话：${context.duty_phone}。`
  return [message('', [alert(`紧急事项：${names}，请立即处置。${phone}`)])]
}

function sectionOf(said: Message, findings: readonly FindingFacts[]): Section {
  return { message: said, urgent: findings.some((finding) => finding.urgent) }
}

function findingsOf(input: UnitMailInput): readonly FindingFacts[] {
  return [
    ...input.slips.flatMap((entry) => entry.findings),
    ...input.decisions.map(findingOf),
    ...input.slices.flatMap((entry) => entry.findings),
    ...input.digest.map(findingOf),
    ...input.delegated.map(findingOf),
    ...input.supporting.map(findingOf),
  ]
}

function findingOf(entry: { finding: FindingFacts }): FindingFacts {
  return entry.finding
}

function normal(findings: readonly FindingFacts[]): readonly FindingFacts[] {
  return findings.filter((finding) => finding.handling === 'normal')
}

function isNotEmpty({ findings }: { findings: readonly FindingFacts[] }): boolean {
  return findings.length > 0
}

function rank({ urgent }: Section): number {
  return urgent ? 0 : 1
}
