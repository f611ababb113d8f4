import type { Saying } from '../../commands/office-day/what-may-be-said.js'
import { insertMails } from '../../db/mail.js'
import { refuseMails } from '../../db/mail-queue.js'
import { markMessages } from '../../db/message.js'
import { lockOffice } from '../../db/office-clock.js'
import { holdClaimed, unitsMailedSince } from '../../db/saying.js'
import { transaction } from '../../db/transaction.js'
import { wantSubjects } from '../../db/workflow-sync.js'
import type { ActivityDeps } from '../deps.js'
import type { Utterance } from './batch.js'

const NO_ADDRESS = '没有可用的邮件地址，请在单位或人员资料中补登'

/**
 * Queues the mails and marks their messages said, in one transaction: said once or not at all. Throws when a message
 * has been said by somebody else since it was claimed; whoever asks again claims what is left.
 */
export async function writeUtterances(
  { pool }: Pick<ActivityDeps, 'pool'>,
  { office, opening }: Saying,
  utterances: readonly Utterance[],
): Promise<void> {
  if (utterances.length === 0) return
  await transaction(pool, async (tx) => {
    await lockOffice(tx, office.id)
    const claimed = utterances.flatMap(({ marks }) => marks.map(({ id }) => id))
    const [held, mailed] = await Promise.all([
      holdClaimed(tx, claimed),
      opening ? unitsMailedSince(tx, office.id, opening.at) : new Set<string>(),
    ])
    if (held.size !== claimed.length) throw new Error('messages were said by another worker')
    const fresh = utterances.filter(({ marks, unit_id }) => {
      return marks.length > 0 || (unit_id !== null && !mailed.has(unit_id))
    })
    const mails = fresh.flatMap((utterance) => utterance.mails)
    const lost = mails.filter(({ to_address }) => to_address === '').map(({ id }) => id)
    await tx.commitWith([
      insertMails(tx, mails),
      refuseMails(tx, lost, NO_ADDRESS),
      markMessages(
        tx,
        fresh.flatMap(({ marks }) => marks),
      ),
      wantSubjects(tx, [{ subject_id: office.id, office_id: office.id, kind: 'office' }]),
    ])
  })
}
