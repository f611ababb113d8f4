import type { FastifyInstance } from 'fastify'
import { applyCalendar } from '../../commands/calendars/apply.js'
import { createCalendar } from '../../commands/calendars/create.js'
import { preview } from '../../commands/calendars/preview.js'
import { CommandError } from '../../commands/errors.js'
import { calendarOperations as operations } from '../../contracts/calendars.js'
import { previewOperations } from '../../contracts/previews.js'
import { findCalendar, listCalendars } from '../../db/calendar.js'
import { findOffice } from '../../db/office.js'
import { refusal, rejected, success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { presentCalendar, presentCalendarHead } from '../present/calendar.js'
import { presentJob } from '../present/job.js'
import { presentPreview, previewTag } from '../present/preview.js'
import { readAs } from '../reading.js'
import { readYear, twiceIn } from '../year-list.js'
import type { RouteDeps } from './room.js'

/** The office's working days, version by version; what one would move, and moving it. */
export function calendarRoutes(app: FastifyInstance, { commands, line }: RouteDeps): void {
  bind(app, line, operations.listCalendars, async ({ principal }) => {
    const { office_id } = principal
    const [office, heads] = await readAs(commands.pool, principal, (h) =>
      Promise.all([findOffice(h, office_id), listCalendars(h, office_id)]),
    )
    if (!office) throw new CommandError('NOT_FOUND')
    const items = heads.map((head) => presentCalendarHead(head, office.calendar_version_id))
    return success(operations.listCalendars, { items })
  })

  bind(app, line, operations.getCalendar, async ({ params, principal }) => {
    const { office_id } = principal
    const [office, version] = await readAs(commands.pool, principal, (h) =>
      Promise.all([findOffice(h, office_id), findCalendar(h, office_id, params.id)]),
    )
    if (!office || !version) throw new CommandError('NOT_FOUND')
    return success(operations.getCalendar, presentCalendar(version, office.calendar_version_id))
  })

  bind(app, line, operations.createCalendar, async ({ body, principal, key, audience }) => {
    const read = body.year ? readYear(body.year) : { days: [], faults: [] }
    const { source, reason, based_on = null, days = [] } = body
    const faults = [...read.faults, ...twiceIn(days)]
    if (faults.length > 0) return refusal(audience, 'VALIDATION_FAILED', faults)
    const year = body.year ? { year: body.year.year, days: read.days } : null
    const request = { principal, key, source, reason, based_on, year, days }
    return createCalendar(commands, request, (outcome) => {
      if (outcome.kind === 'refused') return rejected(audience, outcome.rejection)
      const location = `/v1/calendars/${outcome.version.head.id}`
      const shown = presentCalendar(outcome.version, outcome.current)
      return success(operations.createCalendar, shown, { location })
    })
  })

  bind(app, line, previewOperations.preview, async ({ body, principal }) => {
    const shown = await preview(commands, principal, body)
    return success(previewOperations.preview, presentPreview(shown), { etag: previewTag(shown) })
  })

  bind(app, line, operations.applyCalendar, (call) => {
    const { params, body, principal, key, if_match, audience } = call
    const seen = (shown: Parameters<typeof previewTag>[0]) => previewTag(shown) === if_match
    const application = { principal, key, calendar_version: params.id, reason: body.reason, seen }
    return applyCalendar(commands, application, (outcome) => {
      if (outcome.kind === 'refused') return rejected(audience, outcome.rejection)
      if (outcome.kind === 'running') return refusal(audience, 'ALREADY_RUNNING')
      if (outcome.kind === 'stale') {
        return refusal(audience, 'STALE', [], previewTag(outcome.preview))
      }
      const location = `/v1/operations/${outcome.operation.id}`
      return success(operations.applyCalendar, presentJob(outcome.operation), { location })
    })
  })
}
