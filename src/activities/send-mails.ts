import { setTimeout as sleep } from 'node:timers/promises'
import { cancellationSignal, heartbeat } from '@temporalio/activity'
import { keepContactFault } from '../commands/contact-faults.js'
import { startSending } from '../commands/office-day/start-sending.js'
import { rulesKey } from '../commands/rules.js'
import { type Mail, recordAttempt } from '../db/mail.js'
import { clocksOf, findingsDoubted, slicesInMail } from '../db/mail-queue.js'
import { findOffice } from '../db/office.js'
import { proveSlices } from '../db/slice.js'
import { transaction } from '../db/transaction.js'
import { wantSubjects } from '../db/workflow-sync.js'
import type { OfficeView } from '../domain/clock-view.js'
import { faultOf } from '../domain/contact-fault.js'
import type { Instant } from '../domain/instant.js'
import type { Rules } from '../domain/rules.js'
import type { Delivery } from '../mail/delivery.js'
import { nextAttempt } from '../mail/retry.js'
import { catchUpAll } from './catch-up-office.js'
import type { ActivityDeps } from './deps.js'
import { type ClaimedMails, claimToSend } from './mail-claim.js'
import { officeView } from './office-view.js'

/** A worker frozen for half a minute keeps its mails; a rehearsal's mail is a file, written at once. */
const LEASE = 60_000
const FILE_LEASE = 10_000
const BATCH = 10
const LANES = 5
/** How long a page of batches goes on, in milliseconds. */
const PAGE = 10_000
/** Milliseconds for which the database may be away between a server's word and its record. */
const RECORD_WITHIN = 30_000
const RECORD_AGAIN = 250

/** What became of a page of mails. */
export interface Sent {
  accepted: number
  deferred: number
  refused: number
}

/**
 * Sends a page of an office's queued mail, several at a time, and logs every attempt; null when nothing was due. A
 * mail whose acceptance was not recorded (a kill in between) is sent again under the same Message-ID, never lost.
 */
export async function sendPageOfMail(deps: ActivityDeps, officeId: string): Promise<Sent | null> {
  const sent: Sent = { accepted: 0, deferred: 0, refused: 0 }
  const { rehearsal } = await clocksOf(deps.pool, officeId)
  // What is a file only bothers nobody.
  const own = rehearsal
    ? { lease_ms: FILE_LEASE, perDay: 0 }
    : { lease_ms: LEASE, perDay: deps.mailsPerDay }
  const signal = cancellationSignal()
  const beat = setInterval(heartbeat, 2_000)
  try {
    for (const end = Date.now() + PAGE; Date.now() < end && !signal.aborted; ) {
      const claimed = await claimToSend(deps, { office_id: officeId, limit: BATCH, ...own })
      await sendBatch(deps, claimed, sent, signal)
      if (claimed.mails.length === 0) break
    }
  } finally {
    clearInterval(beat)
  }
  if (sent.accepted > 0) {
    await catchUpAll(deps, officeId, await findingsDoubted(deps.pool, officeId))
  }
  return sent.accepted + sent.deferred + sent.refused > 0 ? sent : null
}

/** Every lane ends what it has begun, whatever becomes of the others: no mail is under way without its claim. */
async function sendBatch(
  deps: ActivityDeps,
  { mails, mine, letGo }: ClaimedMails,
  sent: Sent,
  signal: AbortSignal,
): Promise<void> {
  const queue = [...mails]
  const lane = async () => {
    for (let mail = queue.shift(); mail && mine() && !signal.aborted; mail = queue.shift()) {
      sent[await sendOne(deps, mail)] += 1
    }
  }
  const lanes = Array.from({ length: Math.min(LANES, mails.length) }, lane)
  const failed = (await Promise.allSettled(lanes)).find(({ status }) => status === 'rejected')
  letGo()
  if (failed?.status === 'rejected') throw failed.reason
}

async function sendOne(deps: ActivityDeps, mail: Mail): Promise<Delivery['outcome']> {
  const { id, subject, text, html, to_name, to_address, created_at, rehearsal } = mail
  const to = { name: to_name, address: to_address }
  const content = { subject, text, html: html ?? '' }
  const delivery = await deps.mailer.send({ ...content, id, to, created_at, rehearsal })
  const next = await recorded(deps, mail, delivery)
  if (delivery.outcome === 'refused' || (delivery.outcome === 'deferred' && next === null)) {
    deps.alarm('a mail was given up', { office: mail.office_id, mail: id, code: delivery.code })
  }
  return delivery.outcome
}

/** What a server has said is not lost because the database is away for a moment: else the mail would go out twice. */
async function recorded(
  deps: ActivityDeps,
  mail: Mail,
  delivery: Delivery,
): Promise<Instant | null> {
  for (const end = performance.now() + RECORD_WITHIN; ; ) {
    try {
      return await record(deps, mail, delivery)
    } catch (error) {
      if (performance.now() > end) throw error
      await sleep(RECORD_AGAIN)
    }
  }
}

/** Logs the attempt with what it proves; returns when the mail is tried again, if at all. */
async function record(deps: ActivityDeps, mail: Mail, delivery: Delivery): Promise<Instant | null> {
  const { pool } = deps
  const { id, kind, attempts, office_id } = mail
  const accepted = delivery.outcome === 'accepted'
  // A mail server that accepted a slice proves that the unit was reached (time.md, rule 3).
  const proves = accepted && kind.startsWith('slice')
  const [{ at, real }, slices] = await Promise.all([
    clocksOf(pool, office_id),
    proves ? slicesInMail(pool, id) : [],
  ])
  const next = delivery.outcome === 'deferred' ? nextAttempt(attempts + 1, real) : null
  const how = faultOf(delivery, next !== null)
  const rules = how && (await rulesOf(deps, office_id))
  await transaction(pool, (tx) =>
    tx.commitWith([
      recordAttempt(tx, {
        mail_id: id,
        at,
        outcome: delivery.outcome,
        reason: accepted ? delivery.response : delivery.reason,
        next_attempt_at: next,
        message_id: accepted ? delivery.message_id : null,
      }),
      proveSlices(
        tx,
        slices.map(({ as_of, ...slice }) => ({
          ...slice,
          proof: { at, as_of, how: 'mail', mail_id: id } as const,
        })),
      ),
      ...(how && rules && !accepted
        ? keepContactFault(tx, deps, rules, { mail, how, reason: delivery.reason, now: at })
        : []),
    ]),
  )
  return next
}

/** The office's own rules, by which its people and units are told something. */
async function rulesOf(
  { pool, rules }: Pick<ActivityDeps, 'pool' | 'rules'>,
  officeId: string,
): Promise<Rules | null> {
  const office = await findOffice(pool, officeId)
  return office && rules.of(pool, rulesKey(office))
}

/**
 * Sends a page of the office's mail, or hands a large batch over to an operation, and answers with what the office's
 * workflow waits for then. The version is raised even where nothing was due, since mail moves without one: a page
 * begun again by another worker must not leave the workflow with a view in which that mail still waits.
 */
export async function sendMails(
  deps: ActivityDeps,
  officeId: string,
): Promise<{ view: OfficeView; moved: boolean }> {
  const handedOver = await startSending(deps, officeId)
  const sent = handedOver ? null : await sendPageOfMail(deps, officeId)
  await wantSubjects(deps.pool, [{ subject_id: officeId, office_id: officeId, kind: 'office' }])
  const view = await officeView(deps, officeId)
  deps.wake()
  return { view, moved: handedOver || sent !== null }
}
