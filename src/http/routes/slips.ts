import type { FastifyInstance } from 'fastify'
import { CommandError } from '../../commands/errors.js'
import { actOnSlip, type SlipOutcome } from '../../commands/slips.js'
import { slipOperations as operations } from '../../contracts/slips.js'
import { findOffice } from '../../db/office.js'
import { becomeSystem } from '../../db/principal.js'
import { findSlip } from '../../db/slip.js'
import { approachesOf, findingsOnSlip, listSlips, type SlipPlace } from '../../db/slip-list.js'
import type { SlipCommand } from '../../domain/slip.js'
import { rejected, success } from '../frame/answers.js'
import { bind, type Call } from '../frame/bind.js'
import { revisionOf, strongTag } from '../frame/etag.js'
import { pageRequest } from '../frame/page.js'
import type { Audience } from '../frame/problem.js'
import { presentSlip, presentSlipSummary } from '../present/slip.js'
import { readAs } from '../reading.js'
import type { RouteDeps } from './room.js'

/** The slips of units that are overdue: list, read, and what people do with one. */
export function slipRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const { commands, cursors, line } = deps
  const { pool } = commands

  bind(app, line, operations.listSlips, async ({ query, principal }) => {
    const page = pageRequest<SlipPlace>(cursors, operations.listSlips, query, principal)
    const { status, unit, notice } = query
    const { office_id } = principal
    const filter = { office_id, statuses: status, unit_id: unit, notice_id: notice }
    const rows = await readAs(pool, principal, (h) => listSlips(h, filter, page))
    const place = ({ drafted_at, id }: (typeof rows)[number]) => ({ drafted_at, id })
    const body = page.of(rows, place, ({ findings, ...slip }) => presentSlipSummary(slip, findings))
    return success(operations.listSlips, body)
  })

  bind(app, line, operations.getSlip, async ({ params, principal }) => {
    const [slip, office, findings, , approaches] = await readAs(pool, principal, (h) =>
      Promise.all([
        findSlip(h, params.id),
        findOffice(h, principal.office_id),
        findingsOnSlip(h, params.id),
        // A call is the office's own note; that it was made stands on the slip.
        becomeSystem(h),
        approachesOf(h, params.id),
      ]),
    )
    if (!slip || !office) throw new CommandError('NOT_FOUND')
    const body = presentSlip(slip, findings, approaches, { now: office.now, ...principal })
    return success(operations.getSlip, body, { etag: strongTag(slip.revision) })
  })

  bind(app, line, operations.issueSlip, ({ body, ...call }) => {
    const { signed_paper_id = null, ...words } = body
    const present = presenter(operations.issueSlip, call.audience)
    return actOnSlip(commands, request(call, { name: 'issue', ...words }, signed_paper_id), present)
  })

  bind(app, line, operations.acknowledgeSlip, (call) => {
    const present = presenter(operations.acknowledgeSlip, call.audience)
    return actOnSlip(commands, request(call, { name: 'acknowledge' }, null), present)
  })

  bind(app, line, operations.withdrawSlip, ({ body, ...call }) => {
    const { signed_paper_id = null, reason } = body
    const present = presenter(operations.withdrawSlip, call.audience)
    const command = { name: 'withdraw', reason } as const
    return actOnSlip(commands, request(call, command, signed_paper_id), present)
  })
}

type SlipCall = Pick<
  Call<typeof operations.acknowledgeSlip>,
  'principal' | 'key' | 'params' | 'if_match'
>

function request(call: SlipCall, command: SlipCommand, signed_paper_id: string | null) {
  const { principal, key, params, if_match } = call
  return {
    principal,
    key,
    slip_id: params.id,
    command,
    if_match: revisionOf(if_match),
    signed_paper_id,
  }
}

type Act = (typeof operations)['issueSlip' | 'acknowledgeSlip' | 'withdrawSlip']

function presenter(operation: Act, to: Audience) {
  return (outcome: SlipOutcome) => {
    if (outcome.kind === 'refused') return rejected(to, outcome.rejection)
    const { slip, findings } = outcome
    const ids = findings.map(({ finding_id }) => finding_id)
    const etag = strongTag(slip.revision)
    return success(operation, presentSlipSummary(slip, ids), { etag })
  }
}
