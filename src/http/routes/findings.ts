import type { FastifyInstance } from 'fastify'
import { CommandError } from '../../commands/errors.js'
import { openable } from '../../commands/evidence.js'
import { viewDeadline, viewFinding } from '../../commands/view-finding.js'
import { findingOperations as operations } from '../../contracts/findings/operations.js'
import { listEvents } from '../../db/event.js'
import { evidenceByHash } from '../../db/evidence.js'
import { findFinding } from '../../db/finding.js'
import { type FindingPlace, listFindings, placeOf, planForValues } from '../../db/finding-list.js'
import { findNotice } from '../../db/notice.js'
import { findOffice } from '../../db/office.js'
import { pageRounds } from '../../db/round.js'
import { timeLedger } from '../../domain/time-ledger.js'
import { filterOf } from '../finding-filter.js'
import { success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { strongTag } from '../frame/etag.js'
import { pageRequest } from '../frame/page.js'
import { presentDeadline, presentTimeLedger } from '../present/deadline.js'
import { evidenceNamedIn, presentEvent } from '../present/event.js'
import { presentSummary } from '../present/finding.js'
import { presentAnswer } from '../present/finding-answer.js'
import { presentRound } from '../present/round.js'
import { formerHandling, readAs, readingBelow, readUnits } from '../reading.js'
import type { RouteDeps } from './room.js'

/** Reading findings: lists, one, and its history. */
export function findingRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { commands, cursors, line, metrics } = deps
  const { pool, rules } = commands

  bind(app, line, operations.listFindings, async ({ query, principal }) => {
    const page = pageRequest<FindingPlace>(cursors, operations.listFindings, query, principal)
    const { limit: _, cursor: __, ...asked } = query
    const reader = readingBelow(principal)
    const [rows, now] = await readAs(pool, reader, async (h) => {
      const [office, units] = await Promise.all([
        findOffice(h, principal.office_id),
        readUnits(h, reader),
        planForValues(h),
      ])
      if (!office) throw new CommandError('NOT_FOUND')
      const filter = {
        ...filterOf(asked, principal, units),
        ...{ office_id: office.id, now: office.now },
      }
      return [await listFindings(h, filter, page), office.now] as const
    })
    const body = page.of(rows, placeOf, (row) => presentSummary(row, now))
    return success(operations.listFindings, body)
  })

  bind(app, line, operations.getFinding, async ({ params, principal, audience }) => {
    const { stored, situation, allowed } = await viewFinding(
      commands,
      readingBelow(principal),
      params.id,
    )
    const body = presentAnswer(stored, allowed, situation, {
      principal,
      language: audience.language,
    })
    return success(operations.getFinding, body, { etag: strongTag(stored.finding.revision) })
  })

  bind(app, line, operations.listFindingEvents, async ({ params, query, principal }) => {
    const scope = { ...query, finding: params.id }
    const page = pageRequest<number>(cursors, operations.listFindingEvents, scope, principal)
    const reader = readingBelow(principal)
    const [handling, rows, files] = await readAs(pool, reader, async (h) => {
      const [found, events] = await Promise.all([
        findFinding(h, params.id),
        listEvents(h, params.id, { after: page.after ?? 0, limit: page.limit }),
      ])
      const handling = found?.finding.handling ?? (await formerHandling(h, reader, params.id))
      const hashes = events.flatMap(evidenceNamedIn)
      const named = await evidenceByHash(h, principal.office_id, hashes)
      return [handling, events, named] as const
    })
    const body = page.of(
      rows,
      ({ seq }) => seq,
      (event) => presentEvent(event, handling, openable(principal, files)),
    )
    return success(operations.listFindingEvents, body)
  })

  bind(app, line, operations.getFindingDeadline, async ({ params, principal, request }) => {
    const reader = readingBelow(principal)
    const view = await viewDeadline(commands, reader, params.id)
    const { finding, rules: current } = view.situation
    const calendar_version = finding.due?.basis.calendar_version ?? current.calendar.version
    const { hours } = current
    const [events, notice, then] = await readAs(pool, reader, (h) =>
      Promise.all([
        listEvents(h, finding.id),
        findNotice(h, finding.notice_id),
        rules.of(h, { hours, calendar_version, policy_version: finding.policy_version }),
      ]),
    )
    const fromNotice = finding.due?.basis.rule.startsWith('notice_') ?? false
    const words = fromNotice ? (notice?.deadline?.words ?? null) : null
    const shown = { office: principal.scope === 'office', words, events, rules: then }
    const body = presentDeadline(view, shown)
    if (!body.agrees) {
      metrics.disagrees()
      request.log.error({ finding: finding.id }, 'a due does not follow from its record')
    }
    return success(operations.getFindingDeadline, body)
  })

  bind(app, line, operations.getFindingTimeLedger, async ({ params, principal }) => {
    const reader = readingBelow(principal)
    const { situation } = await viewFinding(commands, reader, params.id)
    const events = await readAs(pool, reader, (h) => listEvents(h, params.id))
    const ledger = timeLedger(situation.rules, events, situation.now)
    return success(operations.getFindingTimeLedger, presentTimeLedger(params.id, ledger))
  })

  bind(app, line, operations.listFindingRounds, async ({ params, query, principal }) => {
    const scope = { ...query, finding: params.id }
    const page = pageRequest<number>(cursors, operations.listFindingRounds, scope, principal)
    const reader = readingBelow(principal)
    const [handling, rounds, files] = await readAs(pool, reader, async (h) => {
      const [found, sealed] = await Promise.all([
        findFinding(h, params.id),
        pageRounds(h, params.id, page),
      ])
      const handling = found?.finding.handling ?? (await formerHandling(h, reader, params.id))
      const hashes = sealed.flatMap(({ evidence }) => evidence)
      const named = await evidenceByHash(h, principal.office_id, hashes)
      return [handling, sealed, named] as const
    })
    const body = page.of(
      rounds,
      ({ number }) => number,
      (round) => presentRound(round, handling, openable(principal, files)),
    )
    return success(operations.listFindingRounds, body)
  })
}
