import type { FastifyInstance } from 'fastify'
import { CommandError } from '../../commands/errors.js'
import { changeNotice } from '../../commands/notices/change.js'
import { draftNotice } from '../../commands/notices/draft.js'
import { expandFinding } from '../../commands/notices/expand.js'
import { noticeOperations as operations } from '../../contracts/notices/operations.js'
import { listFindings } from '../../db/finding-list.js'
import { findNotice, listNotices, type NoticePage } from '../../db/notice.js'
import { findOffice } from '../../db/office.js'
import { MOST_LINES } from '../../domain/notice/expansion.js'
import { refusal, rejected, success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { revisionOf, strongTag } from '../frame/etag.js'
import { pageRequest } from '../frame/page.js'
import { presentNotice, presentNoticeSummary } from '../present/notice.js'
import { readAs } from '../reading.js'
import { refuseOfflineTexts } from './offline-lines.js'
import type { RouteDeps } from './room.js'

const TOO_MANY = { in: 'body', pointer: '/unit_ids', code: 'TOO_LONG' } as const

/** Drafting and changing notices. */
export function noticeRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { commands, cursors, line } = deps
  const { pool } = commands

  bind(app, line, operations.draftNotice, async ({ body, principal, key }) => {
    const { findings: lines, ...head } = body
    refuseOfflineTexts(lines)
    return draftNotice(commands, { principal, key, head, lines }, (drafted) =>
      success(operations.draftNotice, presentNotice(drafted, principal), {
        etag: strongTag(drafted.notice.revision),
        location: `/v1/notices/${drafted.notice.id}`,
      }),
    )
  })

  bind(app, line, operations.listNotices, async ({ query, principal }) => {
    const page = pageRequest<NonNullable<NoticePage['after']>>(
      cursors,
      operations.listNotices,
      query,
      principal,
    )
    const filter = { office_id: principal.office_id, status: query.status }
    const rows = await readAs(pool, principal, (h) => listNotices(h, filter, page))
    const place = ({ created_at, id }: (typeof rows)[number]) => ({ created_at, id })
    return success(operations.listNotices, page.of(rows, place, presentNoticeSummary))
  })

  bind(app, line, operations.getNotice, async ({ params, principal }) => {
    const { office_id } = principal
    const found = await readAs(pool, principal, async (h) => {
      const [notice, office] = await Promise.all([
        findNotice(h, params.id),
        findOffice(h, office_id),
      ])
      if (!notice || !office) throw new CommandError('NOT_FOUND')
      const filter = { office_id, now: office.now, notice_id: notice.id }
      const findings = await listFindings(h, filter, { limit: MOST_LINES, after: null })
      return { notice, findings }
    })
    const etag = strongTag(found.notice.revision)
    return success(operations.getNotice, presentNotice(found, principal), { etag })
  })

  bind(app, line, operations.changeNotice, async (call) => {
    const { params, body, principal, key, if_match, audience } = call
    const { findings: lines = null, ...head } = body
    refuseOfflineTexts(lines ?? [])
    const request = {
      principal,
      key,
      notice_id: params.id,
      if_match: revisionOf(if_match),
      head,
      lines,
    }
    return changeNotice(commands, request, (outcome) => {
      if (outcome.kind === 'refused') return rejected(audience, outcome.rejection)
      const etag = strongTag(outcome.notice.revision)
      return success(operations.changeNotice, presentNotice(outcome, principal), { etag })
    })
  })

  bind(app, line, operations.expandFinding, (call) => {
    const { params, body, principal, key, if_match, audience } = call
    const seen = { notice_id: params.id, if_match: revisionOf(if_match) }
    const request = { principal, key, ...seen, number: params.number, unit_ids: body.unit_ids }
    return expandFinding(commands, request, (outcome) => {
      if (outcome.kind === 'refused') return rejected(audience, outcome.rejection)
      if (outcome.kind === 'too_many') return refusal(audience, 'VALIDATION_FAILED', [TOO_MANY])
      const etag = strongTag(outcome.notice.revision)
      return success(operations.expandFinding, presentNotice(outcome, principal), { etag })
    })
  })
}
