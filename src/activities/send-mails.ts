import { heartbeat } from '@temporalio/activity'
import { startSending } from '../commands/office-day/start-sending.js'
import { claimMails, type Mail, recordAttempt, renewClaims } from '../db/mail.js'
import { clocksOf, findingsProvedLate, slicesInMail } from '../db/mail-queue.js'
import { proveSlices } from '../db/slice.js'
import { transaction } from '../db/transaction.js'
import { wantSubjects } from '../db/workflow-sync.js'
import type { OfficeView } from '../domain/clock-view.js'
import type { Instant } from '../domain/instant.js'
import type { Delivery } from '../mail/delivery.js'
import { nextAttempt } from '../mail/retry.js'
import { catchUpAll } from './catch-up-office.js'
import type { ActivityDeps } from './deps.js'
import { officeView } from './office-view.js'

/** A mail server may take a minute for one mail: claims are renewed meanwhile, and end soon after a kill. */
const LEASE = 15_000
const RENEW = 5_000
const BATCH = 10
const LANES = 5
/** How long a page of batches goes on, in milliseconds. */
const PAGE = 10_000

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
  const beat = setInterval(heartbeat, 2_000)
  try {
    for (const end = Date.now() + PAGE; Date.now() < end; ) {
      const mails = await claimMails(deps.pool, officeId, BATCH, LEASE)
      if (mails.length === 0) break
      await sendBatch(deps, mails, sent)
    }
  } finally {
    clearInterval(beat)
  }
  if (sent.accepted > 0) {
    await catchUpAll(deps, officeId, await findingsProvedLate(deps.pool, officeId))
  }
  return sent.accepted + sent.deferred + sent.refused > 0 ? sent : null
}

async function sendBatch(deps: ActivityDeps, mails: readonly Mail[], sent: Sent): Promise<void> {
  const queue = [...mails]
  const held = new Set(mails.map(({ id }) => id))
  const lane = async () => {
    for (let mail = queue.shift(); mail; mail = queue.shift()) {
      sent[await sendOne(deps, mail)] += 1
      held.delete(mail.id)
    }
  }
  // A database that is away for a moment is noticed when the attempt is to be recorded.
  const renew = () => void renewClaims(deps.pool, [...held], LEASE).catch(() => undefined)
  const renewal = setInterval(renew, RENEW)
  try {
    await Promise.all(Array.from({ length: Math.min(LANES, mails.length) }, lane))
  } finally {
    clearInterval(renewal)
  }
}

async function sendOne(deps: ActivityDeps, mail: Mail): Promise<Delivery['outcome']> {
  const { pool, mailer } = deps
  const { id, subject, text, html, to_name, to_address, created_at, rehearsal, office_id } = mail
  const to = { name: to_name, address: to_address }
  const content = { subject, text, html: html ?? '' }
  const delivery = await mailer.send({ ...content, id, to, created_at, rehearsal })
  const { at, real } = await clocksOf(pool, office_id)
  const next = delivery.outcome === 'deferred' ? nextAttempt(mail.attempts + 1, real) : null
  const proves = delivery.outcome === 'accepted' && mail.kind.startsWith('slice')
  const proofs = proves ? await proofsOf(deps, id, at) : []
  await transaction(pool, (tx) =>
    tx.commitWith([
      recordAttempt(tx, {
        mail_id: id,
        at,
        outcome: delivery.outcome,
        reason: delivery.outcome === 'accepted' ? delivery.response : delivery.reason,
        next_attempt_at: next,
        message_id: delivery.outcome === 'accepted' ? delivery.message_id : null,
      }),
      proveSlices(tx, proofs),
    ]),
  )
  if (delivery.outcome === 'refused' || (delivery.outcome === 'deferred' && next === null)) {
    deps.alarm('a mail was given up', { office: office_id, mail: id, code: delivery.code })
  }
  return delivery.outcome
}

/** A mail server that accepted a slice proves that the unit was reached (time.md, rule 3). */
async function proofsOf({ pool }: ActivityDeps, mailId: string, at: Instant) {
  const slices = await slicesInMail(pool, mailId)
  return slices.map((slice) => ({ ...slice, proof: { at, how: 'mail' } as const }))
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
