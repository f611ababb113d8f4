import type { Case, Check, Disagreement } from './case.js'
import { checkChain, checkFold, checkRounds } from './check-events.js'
import { checkMails, type MailFile } from './check-mails.js'
import { checkMessages, checkSaid } from './check-messages.js'
import { checkPlan, checkTaken } from './check-milestones.js'
import { checkWorkflow } from './check-workflow.js'
import type { OfficeRecord } from './read-office.js'

/** Every comparison made for every finding. */
const CHECKS: readonly Check[] = [
  checkChain,
  checkFold,
  checkRounds,
  checkPlan,
  checkTaken,
  checkMessages,
  checkSaid,
  checkWorkflow,
]

export interface Audit {
  findings: number
  /** Findings whose workflow was asked for in Temporal. */
  workflows_checked: number
  /** Findings, and the mail folder, that disagree with themselves, each with everything that does. */
  mismatches: readonly { subject: string; what: readonly Disagreement[] }[]
}

/** Compares everything recorded about an office with everything else. Pure: whoever calls has read it all. */
export function auditOffice(record: OfficeRecord, files: readonly MailFile[]): Audit {
  const found = record.cases.map(({ one, around }) => ({
    subject: `问题${one.stored.finding.number}`,
    what: CHECKS.flatMap((check) => check(one, around)),
  }))
  const mail = { subject: '邮件', what: checkMails(record.mails, files, record.office.rehearsal) }
  return {
    findings: record.cases.length,
    workflows_checked: record.cases.filter(({ one }) => wasAsked(one)).length,
    mismatches: [...found, mail].filter(({ what }) => what.length > 0),
  }
}

function wasAsked({ workflow }: Case): boolean {
  return workflow !== null && workflow.status !== 'NOT_FOUND'
}
