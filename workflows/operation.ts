import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  defineSignal,
  isCancellation,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'
import type { Activities } from '../src/activities/index.js'
import type { OperationKind, OperationView } from '../src/domain/clock-view.js'
import { ADVANCED, subjectOf } from './messages.js'

/** One page of work each; the database holds how far it is, so a page begun again goes on from there. */
const { advancePage, sendPage, recalculatePage, importPage, bulkPage } = proxyActivities<
  Pick<Activities, 'advancePage' | 'sendPage' | 'recalculatePage' | 'importPage' | 'bulkPage'>
>({
  startToCloseTimeout: 300_000,
  heartbeatTimeout: 10_000,
  cancellationType: 'WAIT_CANCELLATION_COMPLETED',
  retry: { initialInterval: 200, backoffCoefficient: 2, maximumInterval: 10_000 },
})

const PAGES: Record<OperationKind, (operationId: string) => Promise<'more' | 'finished'>> = {
  advance_rehearsal: advancePage,
  send_mail: sendPage,
  apply_calendar: recalculatePage,
  import_hits: importPage,
  bulk: bulkPage,
}

/**
 * A long job, page after page, until it is finished or a newer view says that it was cancelled or is over. The
 * page under way is then cancelled too and leaves what it has done.
 */
export async function operation(first: OperationView): Promise<void> {
  let view = first
  setHandler(defineSignal<[OperationView]>(ADVANCED), (newer) => {
    if (newer.version > view.version) view = newer
  })
  const operationId = subjectOf(workflowInfo().workflowId)
  const pages = new CancellationScope()
  void condition(() => view.settled).then(() => pages.cancel())

  let finished = false
  while (!finished && !view.settled && !workflowInfo().continueAsNewSuggested) {
    try {
      finished = (await pages.run(() => PAGES[view.state](operationId))) === 'finished'
    } catch (error) {
      if (!isCancellation(error) || !view.settled) throw error
    }
  }
  await condition(allHandlersFinished)
  if (!finished && !view.settled) await continueAsNew<typeof operation>(view)
}
