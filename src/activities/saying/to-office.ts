import type { Saying } from '../../commands/office-day/what-may-be-said.js'
import { consultationFacts } from '../../db/consultation.js'
import { contactFaultFacts } from '../../db/contact-fault.js'
import { eventFacts, findingFacts, slipsOfFindings } from '../../db/facts.js'
import type { NewMail } from '../../db/mail.js'
import { type RoleHolder, roleHolders } from '../../db/membership.js'
import type { WaitingMessage } from '../../db/message.js'
import type { Recipient } from '../../domain/vocabulary.js'
import { localDateOf } from '../../domain/zone.js'
import { officeMail } from '../../mail/office-mail.js'
import type { ActivityDeps } from '../deps.js'
import { mailsTo, marksOf, parked, type Utterance } from './batch.js'
import { noticesAsked } from './consultations.js'
import { type OfficePage, officeWords } from './office-words.js'
import { contextOf } from './to-units.js'
import { seqOf } from './unit-words.js'

const ROLES = {
  handler: 'office.handler',
  reviewer: 'office.reviewer',
  leader: 'office.leader',
} as const

/** What is said to the people of the office themselves: one mail for each of them. */
export async function sayToOffice(
  deps: ActivityDeps,
  saying: Saying,
  messages: readonly WaitingMessage[],
): Promise<Utterance[]> {
  if (messages.length === 0) return []
  const { office, rules } = saying
  const today = localDateOf(office.zone, office.now)
  const [page, holders] = await Promise.all([
    readPage(deps, messages),
    roleHolders(deps.pool, {
      office_id: office.id,
      roles: Object.values(ROLES),
      unit_ids: [],
      on: today,
    }),
  ])
  const moment = { now: office.now, today, rules }
  const heard = messages.map((message) => ({ message, ears: earsOf(message, page, holders) }))
  const said = new Map<string, NewMail>()
  const unsaid = new Set(heard.filter(({ ears }) => ears.length === 0).map(idOf))
  const sayTo = (person: RoleHolder, own: readonly WaitingMessage[]): NewMail[] => {
    const words = officeWords(own, page, moment)
    const content = officeMail(
      { person_name: person.name, ...words.input },
      contextOf(deps, saying),
    )
    if (!content) return []
    const kind = own.some(({ urgent }) => urgent) ? 'office_urgent' : 'office'
    const reader = { person_id: person.id, name: person.name, address: person.email ?? '' }
    const to = { kind, unit_id: null, name: person.name, readers: [reader] }
    const mails = mailsTo({ office, now: office.now, newId: deps.newId }, content, to)
    for (const id of words.said) if (mails[0] && !said.has(id)) said.set(id, mails[0])
    return mails
  }
  const mails = byPerson(heard).flatMap(({ person, own }) => {
    try {
      return sayTo(person, own)
    } catch (error) {
      deps.alarm('a mail could not be written', { office: office.id, person: person.id, error })
      for (const { id } of own) unsaid.add(id)
      return []
    }
  })
  if (heard.some(({ ears }) => ears.length === 0)) {
    const roles = heard.flatMap(({ ears, message }) => (ears.length > 0 ? [] : message.recipient))
    deps.alarm('nobody holds a role that is to be told something', {
      office: office.id,
      roles: [...new Set(roles)],
    })
  }
  const spoken = new Set(said.keys())
  const marks = messages.flatMap((message) => {
    if (unsaid.has(message.id) && !said.has(message.id)) return [parked(message)]
    return marksOf([message], spoken, said.get(message.id), office.now)
  })
  return [{ unit_id: null, mails, marks }]
}

interface Heard {
  message: WaitingMessage
  ears: readonly RoleHolder[]
}

const idOf = ({ message }: Heard) => message.id

/** Everybody who is told something, with what it is, in the order in which it came. */
function byPerson(heard: readonly Heard[]): { person: RoleHolder; own: WaitingMessage[] }[] {
  const people = new Map<string, { person: RoleHolder; own: WaitingMessage[] }>()
  for (const { message, ears } of heard) {
    for (const person of new Map(ears.map((ear) => [ear.id, ear])).values()) {
      const known = people.get(person.id) ?? { person, own: [] }
      people.set(person.id, known)
      known.own.push(message)
    }
  }
  return [...people.values()]
}

/** The finding's own handler where it has one, else everybody with the role. */
function earsOf(
  { recipient, finding_id }: WaitingMessage,
  { facts }: OfficePage,
  holders: readonly RoleHolder[],
): RoleHolder[] {
  const role = recipient in ROLES ? ROLES[recipient as Exclude<Recipient, 'unit'>] : null
  const all = holders.filter((holder) => holder.unit_id === null && holder.role === role)
  const handler = finding_id && facts.get(finding_id)?.handler_id
  const own = recipient === 'handler' ? all.filter(({ id }) => id === handler) : []
  return own.length > 0 ? own : all
}

async function readPage(
  { pool }: ActivityDeps,
  messages: readonly WaitingMessage[],
): Promise<OfficePage> {
  const ids = messages.flatMap(({ finding_id }) => finding_id ?? [])
  const climbed = messages.filter(({ kind }) => kind === 'slip_waits')
  const slips = await slipsOfFindings(
    pool,
    climbed.flatMap(({ finding_id }) => finding_id ?? []),
  )
  const wanted = messages.flatMap((message) => {
    const seq = seqOf(message)
    return message.kind === 'office_comment' && message.finding_id && seq !== null
      ? [{ finding_id: message.finding_id, seq }]
      : []
  })
  const listed = slips.flatMap(({ finding_ids }) => finding_ids)
  const [facts, events, contact_faults, consultations] = await Promise.all([
    findingFacts(pool, [...ids, ...listed]),
    eventFacts(pool, wanted),
    contactFaultFacts(
      pool,
      messages.flatMap(({ contact_fault_id }) => contact_fault_id ?? []),
    ),
    consultationFacts(pool, noticesAsked(messages)),
  ])
  return {
    facts: new Map(facts.map((fact) => [fact.id, fact])),
    events,
    slips,
    contact_faults,
    consultations,
  }
}
