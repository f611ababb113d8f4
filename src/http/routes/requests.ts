import type { FastifyInstance } from 'fastify'
import { CommandError } from '../../commands/errors.js'
import { execute } from '../../commands/execute.js'
import { rulesKey } from '../../commands/rules.js'
import {
  requestOperations as operations,
  requestCommandOperations,
} from '../../contracts/requests.js'
import type { Handle } from '../../db/handle.js'
import { findOffice } from '../../db/office.js'
import { findRequest, listRequests, type RequestPlace } from '../../db/request.js'
import type { Command } from '../../domain/commands.js'
import { success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { revisionOf, strongTag } from '../frame/etag.js'
import { pageRequest } from '../frame/page.js'
import { presentRequest } from '../present/request.js'
import { readAs } from '../reading.js'
import { presentOutcome } from './finding-commands.js'
import type { RouteDeps } from './room.js'

/** What units ask of the office: list, read, and what both sides do with a request that waits. */
export function requestRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { commands, cursors, line } = deps
  const { pool } = commands
  const moment = async (h: Handle, office_id: string) => {
    const office = await findOffice(h, office_id)
    if (!office) throw new CommandError('NOT_FOUND')
    const { calendar } = await commands.rules.of(h, rulesKey(office))
    return { calendar, now: office.now }
  }

  bind(app, line, operations.listRequests, async ({ query, principal }) => {
    const page = pageRequest<RequestPlace>(cursors, operations.listRequests, query, principal)
    const { status, kind, unit, finding } = query
    const { office_id } = principal
    const filter = { office_id, statuses: status, kind, unit_id: unit, finding_id: finding }
    const { rows, at } = await readAs(pool, principal, async (h) => ({
      rows: await listRequests(h, filter, page),
      at: await moment(h, office_id),
    }))
    const place = ({ asked_at, id }: (typeof rows)[number]) => ({ asked_at, id })
    return success(
      operations.listRequests,
      page.of(rows, place, (row) => presentRequest(row, { principal, ...at })),
    )
  })

  bind(app, line, operations.getRequest, async ({ params, principal }) => {
    const { found, at } = await readAs(pool, principal, async (h) => ({
      found: await findRequest(h, params.id),
      at: await moment(h, principal.office_id),
    }))
    if (!found) throw new CommandError('NOT_FOUND')
    const etag = strongTag(found.revision ?? 0)
    return success(operations.getRequest, presentRequest(found, { principal, ...at }), { etag })
  })

  const { give_view: view, ...judged } = requestCommandOperations
  for (const [name, operation] of Object.entries(judged)) {
    bind(app, line, operation, async ({ params, body, principal, key, if_match, audience }) => {
      const found = await readAs(pool, principal, (h) => findRequest(h, params.id))
      if (!found) throw new CommandError('NOT_FOUND')
      const { signed_paper_id = null, ...fields } = body
      const asked = {
        principal,
        finding_id: found.finding_id,
        by_request: null,
        // Each contract gives the machine's own fields; a union of them cannot say so.
        command: { name, request_id: found.id, ...fields } as Command,
        if_match: revisionOf(if_match),
        signed_paper_id,
        key,
      }
      return execute(commands, asked, (outcome) =>
        presentOutcome(operation, outcome, { principal, audience }),
      )
    })
  }

  bind(app, line, view, async ({ params, body, principal, key, if_match, audience }) => {
    const found = await readAs(pool, principal, (h) => findRequest(h, params.id))
    if (!found) throw new CommandError('NOT_FOUND')
    const request_id = found.id
    const asked = {
      ...{ principal, finding_id: found.finding_id, by_request: request_id, key },
      signed_paper_id: null,
      command: { name: 'give_view', request_id, ...body } as const,
      if_match: revisionOf(if_match),
    }
    return execute(commands, asked, (outcome) => {
      if (outcome.kind !== 'done') return presentOutcome(view, outcome, { principal, audience })
      const { revision } = outcome.stored.finding
      const { agrees = false } = body
      return success(view, { request_id, agrees, revision }, { etag: strongTag(revision) })
    })
  })
}
