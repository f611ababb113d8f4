import { startSending } from '../commands/office-day/start-sending.js'
import type { OfficeView } from '../domain/clock-view.js'
import { catchUpFinding } from './catch-up.js'
import { catchUpOffice } from './catch-up-office.js'
import type { ActivityDeps } from './deps.js'
import { officeView } from './office-view.js'
import { advancePage } from './operations/advance.js'
import { sendBatchPage } from './operations/send.js'
import { sayWhatWaits } from './say.js'
import { sendPageOfMail } from './send-mails.js'

export type { ActivityDeps } from './deps.js'

/** Everything workflows may have done, each idempotent: what it finds done it leaves, what a killed one left it does. */
export function createActivities(deps: ActivityDeps) {
  return {
    catchUp: (findingId: string) => catchUpFinding(deps, findingId),
    catchUpOffice: (officeId: string) => catchUpOffice(deps, officeId),
    sayWhatWaits: (officeId: string) => sayWhatWaits(deps, officeId),
    sendMails: (officeId: string) => sendMails(deps, officeId),
    advancePage: (operationId: string) => advancePage(deps, operationId),
    sendPage: (operationId: string) => sendBatchPage(deps, operationId),
  }
}
export type Activities = ReturnType<typeof createActivities>

/** A page of the office's mail, or its handing over to an operation; null when nothing was due. */
async function sendMails(deps: ActivityDeps, officeId: string): Promise<OfficeView | null> {
  const handedOver = await startSending(deps, officeId)
  if (handedOver) deps.wake()
  const sent = handedOver || (await sendPageOfMail(deps, officeId))
  return sent ? officeView(deps, officeId) : null
}
