import type { StoredFinding } from '../../db/finding-row.js'
import type { Notice } from '../../db/notice.js'
import { isNumberTaken, markSupplemented, updateNotice } from '../../db/notice.js'
import { holdCalendar } from '../../db/office.js'
import { setPrincipal } from '../../db/principal.js'
import { insertSlices, type Slice } from '../../db/slice.js'
import type { Transaction } from '../../db/transaction.js'
import { transaction } from '../../db/transaction.js'
import type { Instant } from '../../domain/instant.js'
import { type IssuePlan, planIssue } from '../../domain/notice/plan-issue.js'
import type { Deps } from '../deps.js'
import { effectOf } from '../effect.js'
import { CommandError, unknownPaper } from '../errors.js'
import { type Answer, type KeyUse, once, type Work } from '../once.js'
import { persist } from '../persist.js'
import type { Principal } from '../principal.js'
import { followUp } from './follow.js'
import { contextOf, draftsOf, headOf, type LoadedDraft, loadDraft } from './load-draft.js'
import { PATIENCE } from './patience.js'

export interface IssueRequest {
  principal: Principal
  key: KeyUse | null
  notice_id: string
  if_match: number
  signed_paper_id: string | null
}

/** What issuing did, or in a dry run would do. With any problem, nothing. */
export interface IssueOutcome {
  notice: Notice
  plan: IssuePlan
  findings: readonly StoredFinding[]
  served_at: Instant
  issued: boolean
  already_issued: boolean
  /** In a dry run: another issued notice has the number. */
  number_taken: boolean
}

type Present = (outcome: IssueOutcome) => Answer

/**
 * Issues a notice as one act: every finding, slice, milestone and message, or nothing, in a number of statements
 * that does not grow with its lines. Throws CommandError NOT_FOUND, STALE, UNKNOWN_REFERENCE (the
 * paper), ALREADY_EXISTS (the number is used).
 */
export function issueNotice(deps: Deps, request: IssueRequest, present: Present): Promise<Answer> {
  return once(deps, request.principal, request.key, {
    patience: PATIENCE,
    load: (tx) => loadDraft(tx, request),
    act: async (tx, loaded) => issue(tx, deps, request, loaded, present),
  })
}

/** A trial needs no key, and none has to have seen the newest draft. */
export type TrialRequest = Omit<IssueRequest, 'key' | 'if_match'> & { if_match: number | null }

/** Says exactly what issuing now would do, and does nothing. */
export async function tryIssue(
  deps: Deps,
  request: TrialRequest,
  present: Present,
): Promise<Answer> {
  const trial = async (tx: Transaction) => {
    const [, loaded, number_taken] = await Promise.all([
      setPrincipal(tx, request.principal),
      loadDraft(tx, request),
      isNumberTaken(tx, request.notice_id),
    ])
    return present({ ...(await planned(tx, deps, request, loaded)), number_taken })
  }
  return transaction(deps.pool, trial, { patience: PATIENCE })
}

async function planned(
  tx: Transaction,
  deps: Deps,
  request: TrialRequest,
  loaded: LoadedDraft,
): Promise<IssueOutcome> {
  const { notice, office } = loaded
  if (!notice || !office) throw new CommandError('NOT_FOUND')
  if (request.signed_paper_id && !loaded.paper) throw unknownPaper()
  const { if_match } = request
  if (if_match !== null && notice.revision !== if_match)
    throw new CommandError('STALE', notice.revision)
  const context = await contextOf(tx, deps.rules, request.principal, loaded, office)
  const plan = planIssue(headOf(notice, loaded, office.now), draftsOf(loaded), context)
  return {
    notice,
    plan,
    findings: loaded.findings,
    served_at: office.now,
    issued: false,
    already_issued: notice.status !== 'draft',
    number_taken: false,
  }
}

async function issue(
  tx: Transaction,
  deps: Deps,
  request: IssueRequest,
  loaded: LoadedDraft,
  present: Present,
): Promise<Work> {
  const outcome = await planned(tx, deps, request, loaded)
  const { notice, plan, served_at } = outcome
  if (outcome.already_issued || plan.problems.length > 0) {
    return { answer: present(outcome), writes: [] }
  }
  const byId = new Map(loaded.findings.map((stored) => [stored.finding.id, stored]))
  const effects = plan.issued.flatMap(({ draft, situation, events }) => {
    const stored = byId.get(draft.finding.id)
    const before = { ...situation, finding: draft.finding, milestones: [] }
    return stored ? [effectOf(deps, before, { situation, events }, stored)] : []
  })
  const rules = plan.issued[0]?.situation.rules
  if (!rules) throw new CommandError('NOT_FOUND')
  const issued: Notice = {
    ...notice,
    status: 'issued',
    issued_at: served_at,
    revision: notice.revision + 1,
  }
  // A calendar applied meanwhile finds no draft to move: the dues would be those of the one before.
  const calendar = await holdCalendar(tx, notice.office_id)
  if (calendar !== rules.calendar.version) throw new CommandError('LOCKED')
  const followed = await followUp(tx, deps, notice.office_id, plan)
  const moment = { office_id: notice.office_id, now: served_at, rules }
  const writes = [
    updateNotice(tx, issued),
    ...(loaded.supplements ? [markSupplemented(tx, loaded.supplements.id)] : []),
    insertSlices(tx, slicesOf(outcome)),
    ...persist(tx, deps, moment, [...effects, ...followed]),
  ]
  return { answer: present({ ...outcome, notice: issued, issued: true }), writes }
}

function slicesOf({ notice, plan, served_at }: IssueOutcome): Slice[] {
  const units = new Set(plan.issued.flatMap(({ draft }) => (draft.unit ? [draft.unit.id] : [])))
  return [...units].map((unit_id) => ({
    office_id: notice.office_id,
    notice_id: notice.id,
    unit_id,
    served_at,
    service_date: plan.service_date,
    received_at: null,
    received_by: null,
    service_account_id: null,
    receipt_deemed: false,
  }))
}
