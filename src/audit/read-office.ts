import {
  allFindings,
  allMails,
  allMessages,
  allMilestones,
  allRequests,
  allSlips,
  allSyncRows,
  type MailFate,
} from '../db/audit.js'
import { loadCalendar } from '../db/calendar.js'
import { listEvents } from '../db/event.js'
import type { Handle } from '../db/handle.js'
import type { Message } from '../db/message.js'
import type { StoredMilestone } from '../db/milestone.js'
import { findOffice, type Office } from '../db/office.js'
import { loadPolicy } from '../db/policy.js'
import { listRounds } from '../db/round.js'
import type { Row } from '../db/setwise.js'
import { surroundingsOf } from '../db/surroundings.js'
import type { HashText } from '../domain/chain.js'
import { type Instant, toEpoch } from '../domain/instant.js'
import type { Around, Case } from './case.js'
import type { LookAtWorkflow } from './workflow-fact.js'

/** An office with everything recorded about every finding. */
export interface OfficeRecord {
  office: Office
  now: Instant
  cases: readonly { one: Case; around: Around }[]
  mails: readonly MailFate[]
  messages: readonly Message[]
  /** The last instant at which the office gathered what waited to be said; null before the first. */
  gathered_at: Instant | null
  slips: readonly Row<'slip'>[]
}

/** Where the facts come from: the database in the worker's role, and Temporal. */
export interface Sources {
  database: Handle
  /** Null leaves Temporal alone. */
  look: LookAtWorkflow | null
  hash: HashText
}

/** Reads an office from all sources. Throws when there is none of that id. */
export async function readOffice(
  { database, look, hash }: Sources,
  officeId: string,
): Promise<OfficeRecord> {
  const [office, stored, milestones, messages, mails, sync, slips, requests] = await Promise.all([
    findOffice(database, officeId),
    allFindings(database, officeId),
    allMilestones(database, officeId),
    allMessages(database, officeId),
    allMails(database, officeId),
    allSyncRows(database, officeId),
    allSlips(database, officeId),
    allRequests(database, officeId),
  ])
  if (!office) throw new Error(`no office ${officeId}`)
  const ids = stored.map(({ finding }) => finding.id)
  const [rounds, surroundings, calendar] = await Promise.all([
    listRounds(database, ids),
    surroundingsOf(database, ids),
    loadCalendar(database, office.calendar_version_id),
  ])
  const mailById = new Map(mails.map((mail) => [mail.id, mail]))
  const gathered_at = lastTaken(milestones, ['open_day', 'gather'])
  const opened_at = lastTaken(milestones, ['open_day'])
  const cases: { one: Case; around: Around }[] = []
  for (const row of stored) {
    const { id, policy_version, state, notice_id, unit_id } = row.finding
    const told = sync.find((entry) => entry.subject_id === id) ?? null
    const one: Case = {
      stored: row,
      events: await listEvents(database, id),
      rounds: rounds.filter((round) => round.finding_id === id),
      requests: requests.filter((request) => request.finding_id === id),
      milestones: milestones.filter((milestone) => milestone.finding_id === id),
      messages: messages.filter((message) => message.finding_id === id),
      mails: mailById,
      slips: slips.filter((slip) => slip.notice_id === notice_id && slip.unit_id === unit_id),
      sync: told,
      workflow: look && state !== 'draft' ? await look('finding', id) : null,
      proof: surroundings.find((entry) => entry.finding_id === id)?.proof ?? null,
    }
    const policy = await loadPolicy(database, policy_version)
    const rules = { calendar, hours: office.hours, policy }
    cases.push({ one, around: { now: office.now, rules, gathered_at, opened_at, hash } })
  }
  return { office, now: office.now, cases, mails, messages, gathered_at, slips }
}

function lastTaken(
  milestones: readonly StoredMilestone[],
  kinds: readonly string[],
): Instant | null {
  const taken = milestones.filter((row) => row.outcome === 'taken' && kinds.includes(row.kind))
  return (
    taken
      .map((row) => row.at)
      .toSorted((a, b) => toEpoch(a) - toEpoch(b))
      .at(-1) ?? null
  )
}
