import { countQueued } from '../../db/mail-queue.js'
import { findOffice } from '../../db/office.js'
import { lockOffice } from '../../db/office-clock.js'
import { insertOperation, runningOperation } from '../../db/operation.js'
import { transaction } from '../../db/transaction.js'
import { wantSubjects } from '../../db/workflow-sync.js'
import type { Deps } from '../deps.js'

/** From so many mails at once on, sending is a long job of its own, with its progress to be looked at. */
export const LARGE_BATCH = 100

/**
 * Starts an operation for a large batch of queued mail, one at a time per office. True when one sends now, this or
 * another; false for the small batches that the office's day sends itself.
 */
export async function startSending(
  deps: Pick<Deps, 'pool' | 'newId'>,
  officeId: string,
): Promise<boolean> {
  if (await runningOperation(deps.pool, officeId, 'send_mail')) return true
  const mails = await countQueued(deps.pool, officeId)
  if (mails < LARGE_BATCH) return false
  return transaction(deps.pool, async (tx) => {
    await lockOffice(tx, officeId)
    const [office, running] = await Promise.all([
      findOffice(tx, officeId),
      runningOperation(tx, officeId, 'send_mail'),
    ])
    if (!office || running) return running !== null
    const id = deps.newId()
    const subject = { office_id: officeId }
    await tx.commitWith([
      insertOperation(tx, {
        ...subject,
        id,
        kind: 'send_mail',
        input: { mails },
        requested_by: null,
        created_at: office.now,
      }),
      wantSubjects(tx, [
        { ...subject, subject_id: id, kind: 'operation' },
        { ...subject, subject_id: officeId, kind: 'office' },
      ]),
    ])
    return true
  })
}
