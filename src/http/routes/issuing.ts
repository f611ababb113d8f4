import type { FastifyInstance } from 'fastify'
import { CommandError } from '../../commands/errors.js'
import { acknowledgeSlice } from '../../commands/notices/acknowledge-slice.js'
import { type IssueOutcome, issueNotice, tryIssue } from '../../commands/notices/issue.js'
import { recordOpening } from '../../commands/notices/record-opening.js'
import { revokeNotice } from '../../commands/notices/revoke.js'
import type { Answer } from '../../commands/once.js'
import { noticeOperations as operations } from '../../contracts/notices/operations.js'
import { findNotice } from '../../db/notice.js'
import { type ListedSlice, type SlicePlace, sliceList } from '../../db/slice-list.js'
import { reject } from '../../domain/situation.js'
import { refusal, rejected, success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { revisionOf, strongTag } from '../frame/etag.js'
import { pageRequest } from '../frame/page.js'
import type { Audience } from '../frame/problem.js'
import { faultOf, presentIssue } from '../present/issue.js'
import { presentSlice, sliceTag } from '../present/slice.js'
import { readAs } from '../reading.js'
import type { RouteDeps } from './room.js'

/** Issuing a notice, or trying what it would do, revoking it, and what each unit makes of its slice. */
export function issuingRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { commands, cursors, line } = deps
  bind(app, line, operations.issueNotice, (call) => {
    const { params, query, body, principal, key, if_match, audience } = call
    const { signed_paper_id = null } = body
    const request = { principal, notice_id: params.id, signed_paper_id }
    if (query.dry_run) {
      return tryIssue(commands, { ...request, if_match: null }, (outcome) =>
        outcome.already_issued
          ? rejected(audience, reject('NOT_IN_THIS_STATE'))
          : success(operations.issueNotice, presentIssue(outcome, true, audience)),
      )
    }
    const seen = { ...request, key, if_match: revisionOf(if_match) }
    return issueNotice(commands, seen, (outcome) => presentOutcome(outcome, audience))
  })

  bind(app, line, operations.revokeNotice, (call) => {
    const { params, body, principal, key, if_match, audience } = call
    const { reason, signed_paper_id = null } = body
    const seen = { notice_id: params.id, if_match: revisionOf(if_match) }
    const revocation = { principal, key, ...seen, reason, signed_paper_id }
    return revokeNotice(commands, revocation, (outcome) => {
      if (outcome.kind === 'refused') return rejected(audience, outcome.rejection)
      const { notice, withdrawn, marked } = outcome
      const report = { notice_id: notice.id, withdrawn: [...withdrawn], marked: [...marked] }
      const etag = strongTag(notice.revision)
      return success(operations.revokeNotice, report, { etag })
    })
  })

  bind(app, line, operations.listSlices, async ({ params, query, principal }) => {
    const scope = { ...query, notice: params.id }
    const page = pageRequest<SlicePlace>(cursors, operations.listSlices, scope, principal)
    const slices = await readAs(commands.pool, principal, async (h) => {
      const [notice, found] = await Promise.all([
        findNotice(h, params.id),
        sliceList(h, params.id, page),
      ])
      if (!notice) throw new CommandError('NOT_FOUND')
      return found
    })
    await recordOpening(commands, principal, slices)
    const place = ({ unit_name, unit_id }: SlicePlace) => ({ unit_name, unit_id })
    return success(operations.listSlices, page.of(slices, place, presentSlice))
  })

  bind(app, line, operations.acknowledgeSlice, ({ params, principal, key, if_match, audience }) => {
    const seen = (slice: ListedSlice) => sliceTag(slice) === if_match
    const request = { principal, key, notice_id: params.id, unit_id: params.unit_id, seen }
    return acknowledgeSlice(commands, request, (outcome) => {
      if (outcome.kind === 'refused') return rejected(audience, outcome.rejection)
      const etag = sliceTag(outcome.slice)
      if (outcome.kind === 'stale') return refusal(audience, 'STALE', [], etag)
      const { notice_id, unit_id, received_at, received_by, service_account_id } = outcome.slice
      const acknowledged = [...outcome.acknowledged]
      const received = { received_at, received_by, service_account_id }
      const body = { notice_id, unit_id, ...received, acknowledged }
      return success(operations.acknowledgeSlice, body, { etag })
    })
  })
}

/** A notice goes out whole or not at all; every bad line is named. */
function presentOutcome(outcome: IssueOutcome, to: Audience): Answer {
  const { plan, notice } = outcome
  if (outcome.already_issued) return rejected(to, reject('NOT_IN_THIS_STATE'))
  const denied = plan.problems.find(({ line, field }) => line === null && field === '')
  if (denied) return rejected(to, reject(denied.code))
  if (!outcome.issued) return refusal(to, 'NOTICE_REFUSED', plan.problems.map(faultOf))
  const etag = strongTag(notice.revision)
  return success(operations.issueNotice, presentIssue(outcome, false, to), { etag })
}
