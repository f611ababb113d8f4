import type { Case, Check, Disagreement } from './case.js'
import { checkChain, checkFold, checkRounds } from './check-events.js'
import { checkMails, type MailFile } from './check-mails.js'
import { checkMessages } from './check-messages.js'
import { checkPlan, checkTaken } from './check-milestones.js'
import { checkRequests } from './check-requests.js'
import { checkSaid } from './check-said.js'
import { checkSlips } from './check-slips.js'
import { checkWorkflow } from './check-workflow.js'
import type { OfficeRecord } from './read-office.js'

/** Every comparison made for every finding. */
export const CHECKS = {
  checkChain,
  checkFold,
  checkRounds,
  checkRequests,
  checkPlan,
  checkTaken,
  checkMessages,
  checkSaid,
  checkWorkflow,
} satisfies Record<string, Check>

export interface Audit {
  findings: number
  /** Findings whose workflow was asked for in Temporal. */
  workflows_checked: number
  /** Findings, slips and the mail folder, that disagree with themselves, each with everything that does. */
  mismatches: readonly { subject: string; what: readonly Disagreement[] }[]
}

/** Compares everything recorded about an office with everything else. Pure: whoever calls has read it all. */
export function auditOffice(record: OfficeRecord, files: readonly MailFile[]): Audit {
  const found = record.cases.map(({ one, around }) => ({
    subject: `问题${one.stored.finding.number}`,
    what: Object.values(CHECKS).flatMap((check) => check(one, around)),
  }))
  const { slips, messages, gathered_at } = record
  const mails = new Map(record.mails.map((one) => [one.id, one]))
  const slip = { subject: '单据', what: checkSlips(slips, messages, { mails, last: gathered_at }) }
  const mail = { subject: '邮件', what: checkMails(record.mails, files, record.office.rehearsal) }
  return {
    findings: record.cases.length,
    workflows_checked: record.cases.filter(({ one }) => wasAsked(one)).length,
    mismatches: [...found, slip, mail].filter(({ what }) => what.length > 0),
  }
}

function wasAsked({ workflow }: Case): boolean {
  return workflow !== null && workflow.status !== 'NOT_FOUND'
}
