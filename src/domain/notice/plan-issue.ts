import { isUrgentLine } from '../catalogue.js'
import { advance } from '../clock/advance.js'
import type { CommandOf } from '../commands.js'
import { dueAtIssue } from '../due.js'
import { serviceDate } from '../hours.js'
import type { LocalDate } from '../instant.js'
import { decide } from '../machine/decide.js'
import { isRejection } from '../machine/spec.js'
import { authorise } from '../permissions.js'
import { repeatedSince, repeatsAmong } from '../repeats.js'
import type { Situation } from '../situation.js'
import { checkDraft } from './check-draft.js'
import { doubtsOf } from './doubts.js'
import type {
  Doubt,
  DraftLine,
  IssueContext,
  IssuedLine,
  IssueProblem,
  NoticeHead,
} from './draft.js'

export interface IssuePlan {
  problems: readonly IssueProblem[]
  doubts: readonly Doubt[]
  issued: readonly IssuedLine[]
  service_date: LocalDate
}

/**
 * What issuing this notice now would do, line by line, without doing it. With any problem nothing may be issued;
 * `issued` then holds only the lines that are fine. Whoever may not issue is told so once, and what a leader would
 * do. Service is now; its day follows the office's hours.
 */
export function planIssue(
  head: NoticeHead,
  drafts: readonly DraftLine[],
  context: IssueContext,
): IssuePlan {
  const { calendar, hours } = context.rules
  const service_date = serviceDate(calendar, hours, context.now)
  const wrong = checkDraft(head, drafts, context)
  const acting = authorise('issue', context) ? { ...context, ...A_LEADER } : context
  const repeatsOf = repeatsAmong(context.earlier, repeatedSince(context.rules, context.now))
  const outcomes = drafts
    .filter((draft) => draft.dispatched)
    .map((draft) => issueLine(head, draft, acting, { service_date, repeatsOf }))
  const refused = outcomes.flatMap((outcome) => ('code' in outcome ? [outcome] : []))
  const issued = outcomes.flatMap((outcome) => ('code' in outcome ? [] : [outcome]))
  return {
    problems: [...wrong, ...refused],
    doubts: doubtsOf(head, issued, context),
    issued,
    service_date,
  }
}

const A_LEADER = { actor: { person_id: null, roles: ['office.leader'] }, paper: null } as const

interface Shared {
  service_date: LocalDate
  repeatsOf: ReturnType<typeof repeatsAmong>
}

function issueLine(
  head: NoticeHead,
  draft: DraftLine,
  context: IssueContext,
  shared: Shared,
): IssuedLine | IssueProblem {
  const situation: Situation = {
    ...context,
    finding: draft.finding,
    milestones: [],
    proof: null,
    unit_open: draft.unit?.open ?? false,
    target_open: false,
  }
  const command = commandFor(head, draft, context, shared)
  if ('code' in command) return command
  const ruling = decide(situation, command)
  if (isRejection(ruling)) {
    return { line: draft.finding.number, code: ruling.code, field: ruling.field ?? '' }
  }
  return { draft, situation: ruling.reduce(advance, situation), events: ruling }
}

function commandFor(
  head: NoticeHead,
  { finding, line, own_due, severity_confirmed, follows, supporting }: DraftLine,
  { rules, now, policy_version }: IssueContext,
  { service_date, repeatsOf }: Shared,
): CommandOf<'issue'> | IssueProblem {
  const { unit_id, indicator_id, severity } = line
  if (!unit_id) return { line: finding.number, code: 'UNIT_REQUIRED', field: '/unit_id' }
  if (!indicator_id) {
    return { line: finding.number, code: 'FIELD_REQUIRED', field: '/indicator_id' }
  }
  if (!severity) return { line: finding.number, code: 'FIELD_REQUIRED', field: '/severity' }
  const { asset_id = null, handling = 'normal' } = line
  const urgent = isUrgentLine(line)
  const repeats = repeatsOf({ ...line, follows })
  const public_report = head.kind === 'public_report'
  const { due, from_receipt } = dueAtIssue(rules, {
    own: own_due,
    deadline: head.deadline,
    issued_on: head.issued_on ?? service_date,
    served_at: now,
    service_date,
    indicator_id,
    severity,
    urgent,
    repeats,
    public_report,
  })
  return {
    name: 'issue',
    line: { unit_id, asset_id, indicator_id, severity, handling, urgent },
    served_at: now,
    service_date,
    due,
    due_from_receipt: from_receipt,
    policy_version,
    ...(repeats ? { repeats } : {}),
    ...(public_report ? { public_report } : {}),
    severity_confirmed,
    supporting: supporting.map(({ id }) => id),
  }
}
