import type { Act } from './plan.js'
import { answer, cheat, enterPaper } from './scenes/answering.js'
import { issue, served } from './scenes/issuing.js'
import { accept, close, returnFalse } from './scenes/judging.js'
import { proposals, slip } from './scenes/ladder.js'
import { lookBack, reopen } from './scenes/looking-back.js'
import { call, closeUnreported, dueDay, holiday, retest } from './scenes/overdue.js'
import { acceptPlan, promise } from './scenes/planning.js'
import { deemed, sign, takeDown } from './scenes/receipt.js'
import { askTime, decideTime, dispute, uphold } from './scenes/requests.js'
import { askTransfer, giveView, transfer } from './scenes/transferring.js'
import type { Stage } from './stage.js'

/** Plays one act on the stage; the clock stands at its instant already. */
export function play(stage: Stage, act: Act): Promise<void> {
  switch (act.scene) {
    case 'issue':
      return issue(stage)
    case 'served':
      return served(stage)
    case 'sign':
      return sign(stage, act)
    case 'deemed':
      return deemed(stage)
    case 'take_down':
      return takeDown(stage, act)
    case 'dispute':
      return dispute(stage, act)
    case 'uphold':
      return uphold(stage, act)
    case 'ask_transfer':
      return askTransfer(stage, act)
    case 'view':
      return giveView(stage, act)
    case 'transfer':
      return transfer(stage, act)
    case 'ask_time':
      return askTime(stage, act)
    case 'grant':
      return decideTime(stage, act, 'granted')
    case 'deny':
      return decideTime(stage, act, 'refused')
    case 'answer':
      return answer(stage, act)
    case 'promise':
      return promise(stage, act)
    case 'plan':
      return acceptPlan(stage, act)
    case 'cheat':
      return cheat(stage, act)
    case 'enter_paper':
      return enterPaper(stage, act)
    case 'accept':
      return accept(stage, act)
    case 'return':
      return returnFalse(stage, act)
    case 'close':
      return close(stage, act)
    case 'due_day':
      return dueDay(stage)
    case 'holiday':
      return holiday(stage)
    case 'call':
      return call(stage, act)
    case 'retest':
      return retest(stage, act)
    case 'close_unreported':
      return closeUnreported(stage, act)
    case 'look_back':
      return lookBack(stage, act)
    case 'reopen':
      return reopen(stage, act)
    case 'slip':
      return slip(stage, act)
    case 'proposals':
      return proposals(stage)
    case 'end':
      return Promise.resolve()
  }
}
