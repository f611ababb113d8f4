import { endOperation } from '../../commands/operations.js'
import { findOperation, recordProgress } from '../../db/operation.js'
import { transaction } from '../../db/transaction.js'
import type { ActivityDeps } from '../deps.js'
import { type Sent, sendPageOfMail } from '../send-mails.js'

const PAGE = 60_000
const NOTHING: Sent = { accepted: 0, deferred: 0, refused: 0 }

/**
 * Sends a large batch of an office's mail for a page of time. Ends the operation when nothing more is due; what was
 * deferred is tried again by the office's day.
 */
export async function sendBatchPage(
  deps: ActivityDeps,
  operationId: string,
): Promise<'more' | 'finished'> {
  const { pool } = deps
  const operation = await findOperation(pool, operationId)
  if (operation?.status !== 'running') return 'finished'
  let progress = (operation.progress as Sent | null) ?? NOTHING
  for (const end = Date.now() + PAGE; Date.now() < end; ) {
    const sent = await sendPageOfMail(deps, operation.office_id)
    if (!sent) {
      await transaction(pool, (tx) =>
        endOperation(tx, operation, { status: 'done', result: progress }),
      )
      deps.wake()
      return 'finished'
    }
    progress = sum(progress, sent)
    if (!(await recordProgress(pool, operation.id, progress))) return 'finished'
  }
  return 'more'
}

function sum(a: Sent, b: Sent): Sent {
  return {
    accepted: a.accepted + b.accepted,
    deferred: a.deferred + b.deferred,
    refused: a.refused + b.refused,
  }
}
