import type { FastifyInstance } from 'fastify'
import { securityEventOperations as operations } from '../../contracts/security-events.js'
import {
  pageSecurityEvents,
  type SecurityEvent,
  type SecurityEventPlace,
} from '../../db/security-event.js'
import { success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { pageRequest } from '../frame/page.js'
import { readAs } from '../reading.js'
import type { RouteDeps } from './room.js'

/** What matters to safety, for whoever audits. */
export function securityEventRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { commands, cursors, line } = deps
  const { listSecurityEvents } = operations
  bind(app, line, listSecurityEvents, async ({ query, principal }) => {
    const page = pageRequest<SecurityEventPlace>(cursors, listSecurityEvents, query, principal)
    const asked = { office_id: principal.office_id, kind: query.event }
    const rows = await readAs(commands.pool, principal, (h) => pageSecurityEvents(h, asked, page))
    return success(
      listSecurityEvents,
      page.of(rows, ({ at, id }) => ({ at, id }), present),
    )
  })
}

function present({ office_id: _, detail, ...event }: SecurityEvent) {
  return { ...event, detail: { ...detail } }
}
