import type { z } from 'zod'
import type { IssueOutcome } from '../../commands/notices/issue.js'
import { fieldWords } from '../../contracts/field-errors.js'
import type { issuedSlice, issueReport } from '../../contracts/notices/issue.js'
import { DOUBT_LABELS } from '../../domain/due-labels.js'
import type { IssueProblem } from '../../domain/notice/draft.js'
import type { Audience } from '../frame/problem.js'
import type { FieldFault } from '../frame/problem-error.js'
import { presentDue, presentRepeats } from './finding.js'

const TAKEN: FieldFault = { in: 'body', pointer: '/number', code: 'TAKEN' }

/** What issuing did, or in a dry run would do. */
export function presentIssue(
  { notice, plan, findings, served_at, issued, number_taken }: IssueOutcome,
  dry_run: boolean,
  { language }: Audience,
): z.input<typeof issueReport> {
  const drafts = findings.filter(({ line }) => line.dispatch === 'none')
  return {
    notice_id: notice.id,
    dry_run,
    issued,
    served_at,
    service_date: plan.service_date,
    dispatched: plan.issued.length,
    not_dispatched: drafts.length,
    slices: slicesOf(plan),
    problems: [...(number_taken ? [TAKEN] : []), ...plan.problems.map(faultOf)].map((fault) => ({
      ...fault,
      line: fault.line ?? null,
      message: fieldWords(fault.code, language),
    })),
    doubts: plan.doubts.map(({ line, kind }) => ({ line, kind, message: DOUBT_LABELS[kind] })),
  }
}

/** Why a draft cannot be issued, as faults of the notice as it was drafted; `line` is the number of the finding. */
export function faultOf({ line, code, field }: IssueProblem): FieldFault {
  const pointer = line === null ? field : `/findings/${line - 1}${field}`
  return { in: 'body', pointer, code, line }
}

/** What each unit gets, in the order in which the notice names it. */
function slicesOf({ issued }: IssueOutcome['plan']): z.input<typeof issuedSlice>[] {
  const slices = new Map<string, z.input<typeof issuedSlice>>()
  for (const { draft, situation } of issued) {
    const { unit } = draft
    const { id, number, due, repeats } = situation.finding
    const shown = presentDue(due)
    if (!unit || !shown) continue
    const slice = slices.get(unit.id) ?? {
      unit_id: unit.id,
      unit_name: unit.name,
      reachable: unit.reachable,
      findings: [],
    }
    slice.findings.push({ finding_id: id, number, due: shown, repeats: presentRepeats(repeats) })
    slices.set(unit.id, slice)
  }
  return [...slices.values()]
}
