import { catchUpFinding } from './catch-up.js'
import { catchUpOffice } from './catch-up-office.js'
import type { ActivityDeps } from './deps.js'
import { advancePage } from './operations/advance.js'
import { sendBatchPage } from './operations/send.js'
import { sayWhatWaits } from './say.js'
import { sendMails } from './send-mails.js'

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
