import { heartbeat } from '@temporalio/activity'
import type { Mail } from '../db/mail.js'
import { recordAttempt } from '../db/mail.js'
import { claimMailsOf, findingsProvedLate, realNow, slicesInMail } from '../db/mail-queue.js'
import { findOffice } from '../db/office.js'
import { proveSlices } from '../db/slice.js'
import { transaction } from '../db/transaction.js'
import type { Instant } from '../domain/instant.js'
import type { Delivery } from '../mail/delivery.js'
import { nextAttempt } from '../mail/retry.js'
import { catchUpAll } from './catch-up-office.js'
import type { ActivityDeps } from './deps.js'

/** A mail server may take a minute for one mail; a lease outlives that. */
const LEASE = 120_000
const PAGE = 20
const LANES = 5

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
  const mails = await claimMailsOf(deps.pool, officeId, PAGE, LEASE)
  if (mails.length === 0) return null
  const sent: Sent = { accepted: 0, deferred: 0, refused: 0 }
  const queue = [...mails]
  const beat = setInterval(heartbeat, 2_000)
  const lane = async () => {
    for (let mail = queue.shift(); mail; mail = queue.shift()) {
      sent[await sendOne(deps, mail)] += 1
    }
  }
  try {
    await Promise.all(Array.from({ length: Math.min(LANES, mails.length) }, lane))
  } finally {
    clearInterval(beat)
  }
  if (sent.accepted > 0) {
    await catchUpAll(deps, officeId, await findingsProvedLate(deps.pool, officeId))
  }
  return sent
}

async function sendOne(deps: ActivityDeps, mail: Mail): Promise<Delivery['outcome']> {
  const { pool, mailer } = deps
  const { id, subject, text, html, to_name, to_address, created_at, rehearsal, office_id } = mail
  const to = { name: to_name, address: to_address }
  const content = { subject, text, html: html ?? '' }
  const delivery = await mailer.send({ ...content, id, to, created_at, rehearsal })
  const [office, real] = await Promise.all([findOffice(pool, office_id), realNow(pool)])
  const at = office?.now ?? real
  const next = delivery.outcome === 'deferred' ? nextAttempt(mail.attempts + 1, real) : null
  const proofs = delivery.outcome === 'accepted' ? await proofsOf(deps, id, at) : []
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
