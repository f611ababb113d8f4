import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { HitChoice } from '../../commands/hits/choose.js'
import {
  type DismissalsOutcome,
  dismissMany,
  tryDismissing,
} from '../../commands/hits/dismiss-many.js'
import { type TakeUpOutcome, takeUpHits, tryTakingUp } from '../../commands/hits/take-up.js'
import type { Answer } from '../../commands/once.js'
import { type hitTaking, triageOperations as operations } from '../../contracts/hit-triage.js'
import { refusal, rejected, success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { revisionOf, strongTag } from '../frame/etag.js'
import type { Audience } from '../frame/problem.js'
import { ProblemError } from '../frame/problem-error.js'
import type { RouteDeps } from './room.js'

const DIFFERS = { in: 'body', pointer: '/expected', code: 'OUT_OF_RANGE' } as const
const TOO_MANY = { in: 'body', pointer: '/hits', code: 'TOO_LONG' } as const

/** What the office decides of many hits together: taken up in a draft, or not used. */
export function hitTriageRoutes(app: FastifyInstance, { commands, line }: RouteDeps): void {
  bind(app, line, operations.takeUpHits, (call) => {
    const { params, query, body, principal, key, if_match, audience } = call
    const { dry_run = false } = query
    const { grouping = 'object' } = body
    const choice = choiceOf(body, dry_run)
    const wish = { principal, notice_id: params.id, choice, grouping }
    const present = (outcome: TakeUpOutcome) => presentTaking(outcome, dry_run, audience)
    if (dry_run) return tryTakingUp(commands, wish, present)
    return takeUpHits(commands, { ...wish, key, if_match: revisionOf(if_match) }, present)
  })

  bind(app, line, operations.dismissHits, ({ query, body, principal, key, audience }) => {
    const { dry_run = false } = query
    const wish = { principal, choice: choiceOf(body, dry_run), reason: body.reason }
    const present = (outcome: DismissalsOutcome) => {
      if (outcome.kind === 'differs') return refusal(audience, 'COUNT_DIFFERS', [DIFFERS])
      const { matched, hits } = outcome
      return success(operations.dismissHits, { dry_run, matched, hits: [...hits] })
    }
    if (dry_run) return tryDismissing(commands, wish, present)
    return dismissMany(commands, { ...wish, key }, present)
  })
}

/** What is decided by a filter was seen before: how many it finds has to be said, but in a dry run. */
function choiceOf({ hits, filter, expected }: Chosen, dry_run: boolean): HitChoice {
  if (hits) return { by: 'ids', ids: hits }
  if (expected === undefined && !dry_run) {
    const fault = { in: 'body', pointer: '/expected', code: 'REQUIRED' } as const
    throw new ProblemError('VALIDATION_FAILED', [fault])
  }
  const { status = 'waiting', ...rest } = filter ?? {}
  return { by: 'query', query: { status, ...rest }, expected: expected ?? null }
}

type Chosen = Pick<z.output<typeof hitTaking>, 'hits' | 'filter' | 'expected'>

function presentTaking(outcome: TakeUpOutcome, dry_run: boolean, to: Audience): Answer {
  switch (outcome.kind) {
    case 'refused':
      return rejected(to, outcome.rejection)
    case 'differs':
      return refusal(to, 'COUNT_DIFFERS', [DIFFERS])
    case 'too_many':
      return refusal(to, 'VALIDATION_FAILED', [TOO_MANY])
    case 'done': {
      const { notice, matched, lines, hits } = outcome
      const taken = { dry_run, notice_id: notice.id, matched, lines: [...lines], hits: [...hits] }
      return success(operations.takeUpHits, taken, { etag: strongTag(notice.revision) })
    }
  }
}
