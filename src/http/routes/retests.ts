import type { FastifyInstance } from 'fastify'
import { CommandError } from '../../commands/errors.js'
import type { Principal } from '../../commands/principal.js'
import { askRetest, cancelTask } from '../../commands/retests/ask.js'
import { claimRetest, type RetestOutcome } from '../../commands/retests/claim.js'
import { reportRetest } from '../../commands/retests/report.js'
import { rulesKey } from '../../commands/rules.js'
import { retestOperations as operations } from '../../contracts/retests.js'
import { findFinding } from '../../db/finding.js'
import type { Handle } from '../../db/handle.js'
import { findOffice } from '../../db/office.js'
import { becomeSystem } from '../../db/principal.js'
import {
  listRetests,
  objectsOf,
  type Retest,
  type RetestObject,
  type RetestPlace,
  retestsOfFinding,
  sightsOf,
} from '../../db/retest.js'
import { LEASE_MINUTES, retestProposal } from '../../domain/retest.js'
import { beforeAndAfter } from '../../domain/sights.js'
import { rejected, success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { pageRequest } from '../frame/page.js'
import type { Audience } from '../frame/problem.js'
import { presentRetest, presentSight } from '../present/retest.js'
import { readAs } from '../reading.js'
import type { RouteDeps } from './room.js'

/** So many tasks and sights of a finding are shown at most. */
const SHOWN = 100

/** What inspection tools are asked to look at again, and what they saw. */
export function retestRoutes(app: FastifyInstance, { commands, cursors, line }: RouteDeps): void {
  bind(app, line, operations.listRetests, async ({ query, principal }) => {
    const page = pageRequest<RetestPlace>(cursors, operations.listRetests, query, principal)
    const { status, finding: finding_id } = query
    const filter = { office_id: principal.office_id, status, finding_id }
    const [rows, objects] = await readAs(commands.pool, principal, async (h) => {
      const tasks = await listRetests(h, filter, page)
      return [tasks, await objectsFor(h, principal, tasks)] as const
    })
    const place = ({ id }: Retest) => ({ id })
    return success(
      operations.listRetests,
      page.of(rows, place, (task) => presentWith(task, objects)),
    )
  })

  bind(app, line, operations.claimRetest, ({ params, body, principal, key, audience }) => {
    const { minutes = LEASE_MINUTES.usual, claim = null } = body
    const request = { principal, key, id: params.id, minutes, claim }
    return claimRetest(commands, request, outcomeOf(operations.claimRetest, audience))
  })

  bind(app, line, operations.reportRetest, ({ params, body, principal, key, audience }) => {
    const { observed_at = null, screenshot = null, ...said } = body
    const report = { ...said, observed_at, screenshot }
    const request = { principal, key, id: params.id, report }
    return reportRetest(commands, request, outcomeOf(operations.reportRetest, audience))
  })

  bind(app, line, operations.askRetest, ({ params, body, principal, key, audience }) => {
    const { tool = null, reason = null } = body
    const request = { principal, key, finding_id: params.id, tool, reason }
    return askRetest(commands, request, outcomeOf(operations.askRetest, audience))
  })

  bind(app, line, operations.cancelRetest, ({ params, body, principal, key, audience }) => {
    const request = { principal, key, id: params.id, reason: body.reason }
    return cancelTask(commands, request, outcomeOf(operations.cancelRetest, audience))
  })

  bind(app, line, operations.getFindingRetests, async ({ params: { id }, principal }) => {
    const body = await readAs(commands.pool, principal, async (h) => {
      const [stored, office, tasks, sights] = await Promise.all([
        findFinding(h, id),
        findOffice(h, principal.office_id),
        retestsOfFinding(h, id, SHOWN),
        sightsOf(h, id, SHOWN),
      ])
      if (!stored || !office) throw new CommandError('NOT_FOUND')
      const objects = await objectsFor(h, principal, tasks)
      const { finding } = stored
      const { policy } = await commands.rules.of(h, rulesKey(office, finding.policy_version))
      const { before, after } = beforeAndAfter(sights, finding.round)
      const offline = finding.handling === 'offline'
      return {
        before: offline ? null : presentSight(before),
        after: offline ? null : presentSight(after),
        proposal: retestProposal(finding, policy),
        tasks: tasks.map((task) => presentWith(task, objects)),
      }
    })
    return success(operations.getFindingRetests, body)
  })
}

/** What the tasks are about, read for a tool, which reads no findings, by the office's clock. */
async function objectsFor(
  h: Handle,
  { scope }: Principal,
  tasks: readonly Retest[],
): Promise<ReadonlyMap<string, RetestObject>> {
  if (tasks.length === 0) return new Map()
  const ids = [...new Set(tasks.map(({ finding_id }) => finding_id))]
  const [, objects] = await Promise.all([
    scope === 'tool' ? becomeSystem(h) : null,
    objectsOf(h, ids),
  ])
  return new Map(objects.map((object) => [object.finding_id, object]))
}

function presentWith(task: Retest, objects: ReadonlyMap<string, RetestObject>) {
  const object = objects.get(task.finding_id)
  if (!object) throw new Error('a task without its finding')
  return presentRetest(task, object)
}

type Acting = (typeof operations)['claimRetest' | 'reportRetest' | 'askRetest' | 'cancelRetest']

function outcomeOf(operation: Acting, audience: Audience) {
  return (outcome: RetestOutcome) => {
    if (outcome.kind === 'refused') return rejected(audience, outcome.rejection)
    return success(operation, presentRetest(outcome.task, outcome.object))
  }
}
