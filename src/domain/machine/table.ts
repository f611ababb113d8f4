import type { CommandName } from '../vocabulary.js'
import { accept } from './accept.js'
import { acceptPlan } from './accept-plan.js'
import { acknowledge } from './acknowledge.js'
import { beginReview } from './begin-review.js'
import { catchUp } from './catch-up.js'
import { close } from './close.js'
import { closeUnreported } from './close-unreported.js'
import { comment } from './comment.js'
import { contribute } from './contribute.js'
import { correct } from './correct.js'
import { decideRequest } from './decide-request.js'
import { delegate } from './delegate.js'
import { dispute } from './dispute.js'
import { eraseWords } from './erase-words.js'
import { exemptReport } from './exempt-report.js'
import { follow } from './follow.js'
import { giveView } from './give-view.js'
import { issue } from './issue.js'
import { nameSupporting } from './name-supporting.js'
import { proposeDecision } from './propose-decision.js'
import { reassign } from './reassign.js'
import { recalculate } from './recalculate.js'
import { recall } from './recall.js'
import { recordContact } from './record-contact.js'
import { recordInstruction } from './record-instruction.js'
import { recordRetest } from './record-retest.js'
import { registerReport } from './register-report.js'
import { registerResponse } from './register-response.js'
import { reopen } from './reopen.js'
import { reportProgress } from './report-progress.js'
import { requestExtension } from './request-extension.js'
import { requestTransfer } from './request-transfer.js'
import { reschedule } from './reschedule.js'
import { respond } from './respond.js'
import { returnAnswer } from './return.js'
import { revoke } from './revoke.js'
import type { CommandSpec } from './spec.js'
import { reportTakedown } from './takedown.js'
import { withdraw } from './withdraw.js'
import { withdrawRequest } from './withdraw-request.js'

/** The whole machine: every command with the states it starts from and its rules. */
export const MACHINE: { readonly [N in CommandName]: CommandSpec<N> } = {
  issue,
  acknowledge,
  delegate,
  name_supporting: nameSupporting,
  contribute,
  report_takedown: reportTakedown,
  report_progress: reportProgress,
  respond,
  register_response: registerResponse,
  recall,
  begin_review: beginReview,
  accept,
  accept_plan: acceptPlan,
  return: returnAnswer,
  close,
  close_unreported: closeUnreported,
  reopen,
  follow,
  withdraw,
  revoke,
  correct,
  reassign,
  reschedule,
  recalculate,
  request_extension: requestExtension,
  dispute,
  request_transfer: requestTransfer,
  give_view: giveView,
  withdraw_request: withdrawRequest,
  propose_decision: proposeDecision,
  decide_request: decideRequest,
  record_retest: recordRetest,
  register_report: registerReport,
  exempt_report: exemptReport,
  record_contact: recordContact,
  record_instruction: recordInstruction,
  comment,
  erase_words: eraseWords,
  catch_up: catchUp,
}
