import {
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyActivities,
  sleep,
  workflowInfo,
} from '@temporalio/workflow'
import type { Activities } from '../src/activities/index.js'
import type { OfficeView } from '../src/domain/clock-view.js'
import { subjectOf } from './messages.js'
import { attempt, oneTimer } from './one-timer.js'

const retry = { initialInterval: 200, backoffCoefficient: 2, maximumInterval: 10_000 }

/** Many findings or mails in pages: a heartbeat per page tells a dead worker from a long job. */
const { catchUpOffice, sayWhatWaits } = proxyActivities<
  Pick<Activities, 'catchUpOffice' | 'sayWhatWaits'>
>({ startToCloseTimeout: 600_000, heartbeatTimeout: 10_000, retry })

/** Mail servers may take a minute for one mail: the heartbeat goes on beside. */
const { sendMails } = proxyActivities<Pick<Activities, 'sendMails'>>({
  startToCloseTimeout: 600_000,
  heartbeatTimeout: 10_000,
  retry,
})

/**
 * The office's own clock. At opening time everything due is caught up first, so that the day's mails speak of
 * today; then what waits is said, one mail per unit. In office hours decisions and slices are gathered for some
 * minutes; what is urgent is said at once. Sending runs beside: a slow mail server holds up no urgent word.
 */
export async function officeDay(first: OfficeView): Promise<void> {
  const officeId = subjectOf(workflowInfo().workflowId)
  let sending = false
  const day = oneTimer(first, {
    inHand: ({ kind }) => sending && kind === 'send_mail',
    busy: () => sending,
    catchUp: async (due, view) => {
      const kinds = due.map(({ kind }) => kind)
      // It rejects only when the whole workflow is cancelled, which then ends anyway.
      if (kinds.includes('send_mail')) void send().catch(() => undefined)
      if (kinds.includes('open_day')) await catchUpOffice(officeId)
      return kinds.some((kind) => kind !== 'send_mail') ? sayWhatWaits(officeId) : view
    },
  })

  /** One page at a time. Where nothing was to be sent after all, a second goes by before the next look. */
  async function send(): Promise<void> {
    sending = true
    const answer = await attempt(() => sendMails(officeId))
    if (answer) day.adopt(answer.view)
    if (!answer?.moved) await sleep(1_000)
    sending = false
  }

  while (!day.settled()) {
    await day.keep(() => true)
    if (day.settled()) break
    await condition(allHandlersFinished)
    await continueAsNew<typeof officeDay>(day.view())
  }
}
