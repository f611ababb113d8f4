import {
  allHandlersFinished,
  condition,
  continueAsNew,
  proxyActivities,
  workflowInfo,
} from '@temporalio/workflow'
import type { Activities } from '../src/activities/index.js'
import type { FindingView } from '../src/domain/clock-view.js'
import type { State } from '../src/domain/vocabulary.js'
import { subjectOf } from './messages.js'
import { type OneTimer, oneTimer } from './one-timer.js'

/** A database that is away comes back; until then the clock waits. Never given up. */
const { catchUp } = proxyActivities<Pick<Activities, 'catchUp'>>({
  startToCloseTimeout: 5_000,
  retry: { initialInterval: 200, backoffCoefficient: 2, maximumInterval: 10_000 },
})

/**
 * The life of one finding after its notice was issued. The truth is in the database and people move it there; the
 * workflow is told, waits for what the clock has to do next, and has it done. Which acts of the clock those are
 * in each stage follows from the milestones of the view; they are named here for the reader.
 */
export async function findingLifecycle(first: FindingView): Promise<void> {
  const findingId = subjectOf(workflowInfo().workflowId)
  const life = oneTimer(first, { catchUp: () => catchUp(findingId) })

  while (!life.settled()) {
    await receipt(life)
    await writtenAnswer(life)
    await verification(life)
    await afterlife(life)
    if (life.wantsRenewal() && !life.settled()) {
      await condition(allHandlersFinished)
      await continueAsNew<typeof findingLifecycle>(life.view())
    }
  }
  await condition(allHandlersFinished)
}

type Life = OneTimer<FindingView>

/** 待签收: until the unit signs or receipt is deemed. The due is already running: reminders and rungs come too. */
const receipt = (life: Life) => life.keep(isIn('notified'))

/** 整改中, 退回整改, 持续整改: reminding, falling due, climbing the ladder, until the unit answers in writing. */
const writtenAnswer = (life: Life) => life.keep(isIn('rectifying', 'returned', 'ongoing'))

/** 已反馈, 待复核: nagging by the office's own limits, until it closes or returns, and then again from there. */
const verification = (life: Life) => life.keep(isIn('responded', 'verified'))

/** 已销号 with something left to look at again; a draft has no clock and is never told. */
const afterlife = (life: Life) => life.keep(isIn('closed', 'withdrawn', 'draft'))

function isIn(...states: State[]): (view: FindingView) => boolean {
  return ({ state }) => states.includes(state)
}
