import type { Saying } from '../../commands/office-day/what-may-be-said.js'
import { rulesKey } from '../../commands/rules.js'
import { consultationFacts } from '../../db/consultation.js'
import { contactFaultFacts, deadAddresses } from '../../db/contact-fault.js'
import {
  eventFacts,
  eventHistory,
  findingFacts,
  slipFacts,
  slipsOfFindings,
} from '../../db/facts.js'
import { type RoleHolder, roleHolders } from '../../db/membership.js'
import type { WaitingMessage } from '../../db/message.js'
import type { Owing } from '../../db/saying.js'
import { listUnits } from '../../db/unit.js'
import { isAddress } from '../../domain/address.js'
import type { Rules } from '../../domain/rules.js'
import { COURTESY } from '../../domain/saying.js'
import { localDateOf } from '../../domain/zone.js'
import type { MailContext } from '../../mail/context.js'
import { unitMail } from '../../mail/unit-mail.js'
import type { ActivityDeps } from '../deps.js'
import { mailsTo, marksOf, parked, type Reader, type Utterance } from './batch.js'
import { noticesAsked } from './consultations.js'
import { officeHeadOf } from './office-head.js'
import { sideMails } from './side-mails.js'
import { seqOf, type UnitPage, unitWords } from './unit-words.js'

/** What the office says to units: one mail per unit, with the messages claimed for it and, at opening, what it owes. */
export async function sayToUnits(
  deps: ActivityDeps,
  saying: Saying,
  messages: readonly WaitingMessage[],
  owing: readonly Owing[],
): Promise<Utterance[]> {
  const { office, rules } = saying
  const today = localDateOf(office.zone, office.now)
  const moment = { now: office.now, today, rules }
  const context = contextOf(deps, saying)
  const ids = [...new Set([...messages, ...owing].flatMap(({ unit_id }) => unit_id ?? []))]
  const [page, units, holders] = await Promise.all([
    readPage(deps, saying, messages, owing),
    listUnits(deps.pool, office.id),
    roleHolders(deps.pool, {
      office_id: office.id,
      roles: ['unit.reporter', 'unit.signatory'],
      unit_ids: ids,
      on: today,
    }),
  ])
  const sayTo = (unit_id: string): Utterance => {
    const unit = units.find(({ id }) => id === unit_id)
    const own = messages.filter((message) => message.unit_id === unit_id)
    if (!unit) return nothingTo(unit_id, own, office.now)
    const owed = owing.find((one) => one.unit_id === unit_id)?.finding_ids ?? []
    const { input, said } = unitWords(unit.name, own, owed, page, moment)
    const content = unitMail(input, context)
    const spoken = own.filter(({ id }) => said.has(id))
    const courtesy = owed.length === 0 && spoken.every(({ kind }) => COURTESY.includes(kind))
    const people = holders.filter((holder) => holder.unit_id === unit_id)
    const reporters = people.filter(({ role }) => role === 'unit.reporter')
    const signatories = people.filter(({ role }) => role === 'unit.signatory')
    const dead = new Set(page.dead.flatMap((one) => (one.unit_id === unit_id ? [one.address] : [])))
    const readers = readersOf(unit, reporters, { courtesy, dead })
    const to = { kind: kindOf(own), unit_id, name: unit.name, readers }
    const speech = { office, now: office.now, newId: deps.newId }
    const mails = content ? mailsTo(speech, content, to) : []
    const heads = officeHeadOf(unit, spoken, readers, signatories)
    // The same mail, yet no service: that a head's server takes it proves nothing of the unit's own contacts.
    const alike = { ...to, kind: urgency(own, 'unit'), readers: heads }
    if (content && heads.length > 0) mails.push(...mailsTo(speech, content, alike))
    const told = { unit_id, input, readers, heads, dead, facts: page.facts, signatories }
    const aside = sideMails(told, speech, context)
    return { unit_id, mails: [...mails, ...aside], marks: marksOf(own, said, mails[0], office.now) }
  }
  return ids.map((unit_id) => {
    try {
      return sayTo(unit_id)
    } catch (error) {
      // Words that cannot be put must not keep all other units waiting: parked, and somebody is told.
      deps.alarm('a mail could not be written', { office: office.id, unit: unit_id, error })
      const own = messages.filter((message) => message.unit_id === unit_id)
      return { unit_id, mails: [], marks: own.map(parked) }
    }
  })
}

/** Urgent mails leave before all others; one that serves a slice proves by its acceptance that the unit was reached. */
function kindOf(messages: readonly WaitingMessage[]): string {
  const serves = messages.some(({ kind }) => kind === 'slice') ? 'slice' : 'unit'
  return urgency(messages, serves)
}

function urgency(messages: readonly WaitingMessage[], kind: string): string {
  return messages.some(({ urgent }) => urgent) ? `${kind}_urgent` : kind
}

function nothingTo(
  unit_id: string,
  messages: readonly WaitingMessage[],
  now: Saying['office']['now'],
): Utterance {
  return { unit_id, mails: [], marks: marksOf(messages, new Set(), undefined, now) }
}

/** What all mails of this office share at this moment. */
export function contextOf({ origin }: ActivityDeps, { office }: Saying): MailContext {
  const { name: office_name, duty_phone, rehearsal } = office
  return { office_name, duty_phone, origin, rehearsal, today: localDateOf(office.zone, office.now) }
}

/** A unit's mailbox and its people; of mail that is a courtesy only those who like it, unless that reaches nobody. */
function readersOf(
  unit: Parameters<typeof mailboxOf>[0],
  people: readonly RoleHolder[],
  { courtesy, dead }: { courtesy: boolean; dead: ReadonlySet<string> },
): Reader[] {
  const liking = people.filter(({ courtesy_mail }) => courtesy_mail)
  const reached = (some: readonly RoleHolder[]) =>
    [mailboxOf(unit), ...some.map(readerOf)].filter((one) => one !== null)
  const readers = reached(courtesy ? liking : people)
  const heard = readers.some(
    ({ address }) => isAddress(address) && !dead.has(address.toLowerCase()),
  )
  return heard ? readers : reached(people)
}

function mailboxOf({ name, mailbox }: { name: string; mailbox: string | null }): Reader | null {
  return mailbox ? { person_id: null, name, address: mailbox } : null
}

function readerOf({ id, name, email }: { id: string; name: string; email: string | null }) {
  return email ? { person_id: id, name, address: email } : null
}

async function readPage(
  deps: ActivityDeps,
  { office }: Saying,
  messages: readonly WaitingMessage[],
  owing: readonly Owing[],
): Promise<UnitPage> {
  const { pool } = deps
  const slips = await slipFacts(
    pool,
    messages.flatMap(({ slip_id }) => slip_id ?? []),
  )
  const listed = slips.flatMap(({ finding_ids }) => finding_ids)
  const own = messages.flatMap(({ finding_id }) => finding_id ?? [])
  const corrected = messages.filter(({ kind }) => kind === 'corrected')
  const told = corrected.flatMap(({ finding_id }) => finding_id ?? [])
  const wanted = messages.flatMap((message) => {
    const seq = seqOf(message)
    return message.finding_id && seq !== null ? [{ finding_id: message.finding_id, seq }] : []
  })
  const unit_ids = [...new Set([...messages, ...owing].flatMap(({ unit_id }) => unit_id ?? []))]
  const [facts, events, past, changes, earlier_slips, contact_faults, dead, consultations] =
    await Promise.all([
      findingFacts(pool, [...own, ...listed, ...owing.flatMap(({ finding_ids }) => finding_ids)]),
      eventFacts(pool, wanted),
      eventHistory(pool, listed, ['contact_recorded', 'climbed']),
      eventHistory(pool, told, ['issued', 'corrected']),
      slipsOfFindings(pool, listed),
      contactFaultFacts(
        pool,
        messages.flatMap(({ contact_fault_id }) => contact_fault_id ?? []),
      ),
      deadAddresses(pool, unit_ids),
      consultationFacts(pool, noticesAsked(messages)),
    ])
  const versions = [...new Set(facts.map(({ policy_version }) => policy_version))]
  const rules = new Map<string, Rules>()
  for (const version of versions) {
    rules.set(version, await deps.rules.of(pool, rulesKey(office, version)))
  }
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  const history = [...past, ...changes]
  return {
    facts: byId,
    events,
    history,
    slips,
    earlier_slips,
    contact_faults,
    dead,
    consultations,
    rules,
  }
}
