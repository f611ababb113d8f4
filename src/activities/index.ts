import { catchUpFinding } from './catch-up.js'
import { catchUpOffice } from './catch-up-office.js'
import type { ActivityDeps } from './deps.js'
import { guarded } from './failures.js'
import { advancePage } from './operations/advance.js'
import { bulkPage } from './operations/bulk.js'
import { importPage } from './operations/import-hits.js'
import { recalculatePage } from './operations/recalculate.js'
import { sendBatchPage } from './operations/send.js'
import { sayWhatWaits } from './say.js'
import { sendMails } from './send-mails.js'
import { createTakingAlong } from './take-along.js'

export type { ActivityDeps } from './deps.js'

/** Everything workflows may have done, each idempotent: what it finds done it leaves, what a killed one left it does. */
export function createActivities(deps: ActivityDeps, along = createTakingAlong(deps)) {
  const on = <R>(name: string, work: (deps: ActivityDeps, id: string) => Promise<R>) =>
    guarded(deps, name, (id: string) => work(deps, id))
  return {
    catchUp: on('catchUp', (own, id) => catchUpFinding(own, along, id)),
    catchUpOffice: on('catchUpOffice', catchUpOffice),
    sayWhatWaits: on('sayWhatWaits', sayWhatWaits),
    sendMails: on('sendMails', sendMails),
    advancePage: on('advancePage', advancePage),
    sendPage: on('sendPage', sendBatchPage),
    recalculatePage: on('recalculatePage', recalculatePage),
    importPage: on('importPage', importPage),
    bulkPage: on('bulkPage', bulkPage),
  }
}
export type Activities = ReturnType<typeof createActivities>
