import type { z } from 'zod'
import { RefusedError } from '../client/index.js'
import { PROBLEM_CODES, type ProblemCode } from '../contracts/errors.js'
import type { answerCheck } from '../contracts/findings/checking.js'
import type { commandBodies } from '../contracts/findings/commands.js'
import type { deadline } from '../contracts/findings/deadline.js'
import type { findingAnswer, findingSummary } from '../contracts/findings/finding.js'
import type { noticeDraft } from '../contracts/notices/draft.js'
import type { issueReport } from '../contracts/notices/issue.js'
import type { notice } from '../contracts/notices/notice.js'
import type { slip, slipSummary } from '../contracts/slips.js'
import type { FindingCommandName, Verdict } from '../domain/vocabulary.js'

export type Draft = z.input<typeof noticeDraft>
export type Notice = z.output<typeof notice>
export type IssueReport = z.output<typeof issueReport>
export type FindingAnswer = z.output<typeof findingAnswer>
export type FindingSummary = z.output<typeof findingSummary>
export type AnswerCheck = z.output<typeof answerCheck>
export type Deadline = z.output<typeof deadline>
export type Slip = z.output<typeof slip>
export type SlipSummary = z.output<typeof slipSummary>
export type BodyOf<N extends FindingCommandName> = z.input<(typeof commandBodies)[N]>

/** What one person does in the story, each a request in their own name. Refusals throw with a problem's `code`. */
export interface Hands {
  draftNotice: (draft: Draft) => Promise<Notice>
  notice: (notice_id: string) => Promise<Notice>
  changeNotice: (notice_id: string, change: Draft) => Promise<Notice>
  tryIssue: (notice_id: string) => Promise<IssueReport>
  issue: (notice_id: string) => Promise<IssueReport>
  signSlice: (notice_id: string, unit_id: string) => Promise<void>
  upload: (name: string, text: string) => Promise<string>
  act: <N extends FindingCommandName>(
    finding_id: string,
    command: N,
    body: BodyOf<N>,
  ) => Promise<FindingAnswer>
  /** What an answer would lack if it were sent; nothing is sent. */
  check: (finding_id: string, body: BodyOf<'respond'>) => Promise<AnswerCheck>
  /** Proposes or decides on a request. */
  judge: (
    request_id: string,
    command: 'propose_decision' | 'decide_request',
    body: { verdict: Verdict; reason: string },
  ) => Promise<FindingAnswer>
  /** Says for a unit that is proposed whether it would take the finding. */
  giveView: (request_id: string, body: { agrees: boolean; reason: string }) => Promise<void>
  finding: (finding_id: string) => Promise<FindingAnswer>
  deadline: (finding_id: string) => Promise<Deadline>
  /** Closed findings whose look-back waits for a re-test. */
  lookbacks: () => Promise<readonly FindingSummary[]>
  draftSlips: (unit_id: string) => Promise<readonly SlipSummary[]>
  slip: (slip_id: string) => Promise<Slip>
  issueSlip: (slip_id: string, number: string) => Promise<SlipSummary>
  signSlip: (slip_id: string) => Promise<SlipSummary>
}

/** The code of the problem a request is refused with; throws when it is not refused. */
export async function problemCode(request: Promise<unknown>): Promise<ProblemCode> {
  try {
    await request
  } catch (error) {
    const told = error instanceof RefusedError ? error.code : null
    const code = PROBLEM_CODES.find((known) => known === told)
    if (code) return code
    throw error
  }
  throw new Error('the request was not refused')
}
