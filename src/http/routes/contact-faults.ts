import type { FastifyInstance } from 'fastify'
import { clearFault } from '../../commands/clear-contact-fault.js'
import { takeReturn } from '../../commands/returned-mail.js'
import { contactFaultOperations as operations } from '../../contracts/contact-faults.js'
import {
  type ContactFaultPlace,
  type ListedContactFault,
  listContactFaults,
} from '../../db/contact-fault.js'
import { refusal, rejected, success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { pageRequest } from '../frame/page.js'
import { readAs } from '../reading.js'
import { readReturned } from '../returned-mail.js'
import type { RouteDeps } from './room.js'

/** Addresses at which nobody is reached: mail that came back, the list, and what was found right after all. */
export function contactFaultRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { commands, cursors, line } = deps

  bind(app, line, operations.reportBounce, async ({ body, principal, key, audience }) => {
    const returned = await readReturned(body.message)
    if (!returned) {
      const fault = { in: 'body', pointer: '/message', code: 'NOT_RETURNED' } as const
      return refusal(audience, 'VALIDATION_FAILED', [fault])
    }
    const { verdict, reason } = returned
    return takeReturn(commands, { principal, key, ...returned }, (mail) => {
      const { id: mail_id, unit_id, to_name: name, to_address: address } = mail
      const body = { mail_id, verdict, reason, unit_id, name, address }
      return success(operations.reportBounce, body)
    })
  })

  bind(app, line, operations.listContactFaults, async ({ query, principal }) => {
    const named = operations.listContactFaults
    const page = pageRequest<ContactFaultPlace>(cursors, named, query, principal)
    const { standing, unit: unit_id } = query
    const filter = { office_id: principal.office_id, standing, unit_id }
    const rows = await readAs(commands.pool, principal, (h) => listContactFaults(h, filter, page))
    const place = ({ found_at, id }: ListedContactFault) => ({ found_at, id })
    return success(named, page.of(rows, place, present))
  })

  bind(app, line, operations.clearContactFault, ({ params, body, principal, key, audience }) => {
    const clearing = { principal, key, id: params.id, reason: body.reason }
    return clearFault(commands, clearing, (outcome) => {
      if (outcome.kind === 'refused') return rejected(audience, outcome.rejection)
      return success(operations.clearContactFault, present({ ...outcome.fault, in_use: false }))
    })
  })
}

function present({ office_id: _, in_use, ...fault }: ListedContactFault) {
  return { ...fault, standing: in_use && fault.cleared_at === null }
}
