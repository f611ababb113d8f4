import type { FastifyInstance } from 'fastify'
import { commandNamed } from '../../commands/command-named.js'
import { execute, type FindingOutcome } from '../../commands/execute.js'
import type { Answer } from '../../commands/once.js'
import type { Principal } from '../../commands/principal.js'
import { commandOperations } from '../../contracts/findings/operations.js'
import type { Operation } from '../../contracts/operation.js'
import { fromEpoch } from '../../domain/instant.js'
import { FINDING_COMMANDS } from '../../domain/vocabulary.js'
import { rejected, stale, success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { revisionOf, strongTag } from '../frame/etag.js'
import type { Audience } from '../frame/problem.js'
import { presentAnswer } from '../present/finding-answer.js'
import type { RouteDeps } from './room.js'

/** One route per command a person may send; all go the same way. */
export function findingCommandRoutes(app: FastifyInstance, { commands, line }: RouteDeps): void {
  for (const name of FINDING_COMMANDS) {
    const operation = commandOperations[name]
    bind(app, line, operation, ({ params, body, principal, key, if_match, audience }) => {
      const { signed_paper_id = null, ...fields } = body
      return execute(
        commands,
        {
          principal,
          finding_id: params.id,
          by_request: null,
          command: commandNamed(commands, name, fields),
          if_match: revisionOf(if_match),
          signed_paper_id,
          key,
        },
        (outcome) => presentOutcome(operation, outcome, { principal, audience }),
      )
    })
  }
}

/** What came of a command on a finding, as it is answered. */
export function presentOutcome(
  operation: Operation,
  outcome: FindingOutcome,
  { principal, audience }: { principal: Principal; audience: Audience },
): Answer {
  if (outcome.kind === 'refused') return rejected(audience, outcome.rejection)
  if (outcome.kind === 'stale') return stale(audience, outcome.revision)
  const { stored, rules, allowed } = outcome
  // The command's own event is the newest, so its time is the `now` the command was decided at.
  const now = stored.last_event_at ?? fromEpoch(Date.now())
  const body = presentAnswer(
    stored,
    allowed,
    { now, rules },
    { principal, language: audience.language },
  )
  return success(operation as never, body as never, { etag: strongTag(stored.finding.revision) })
}
