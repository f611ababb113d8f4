import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { changeRetention } from '../../commands/retention.js'
import {
  retentionOperations as operations,
  type retainedClass,
  type retentionDecision,
} from '../../contracts/retention.js'
import {
  type NextSweep,
  newestRetention,
  nextSweeps,
  type RetentionVersion,
} from '../../db/retention.js'
import {
  RETAINED,
  RETENTION,
  RETENTION_CLASSES,
  type RetentionDays,
  USUAL_RETENTION,
} from '../../domain/retention.js'
import { refusal, rejected, success } from '../frame/answers.js'
import { bind } from '../frame/bind.js'
import { contentTag } from '../frame/etag.js'
import { readAs } from '../reading.js'
import type { RouteDeps } from './room.js'

/** How long an office keeps what is no part of the record; the tag is that of what was decided last. */
export function retentionRoutes(app: FastifyInstance, { commands, line }: RouteDeps): void {
  bind(app, line, operations.getRetention, async ({ principal }) => {
    const [decided, next] = await readAs(commands.pool, principal, (h) =>
      Promise.all([newestRetention(h, principal.office_id), nextSweeps(h)]),
    )
    const answer = {
      decided: decided && present(decided),
      classes: classesOf(decided?.days ?? USUAL_RETENTION, next),
      never: [...RETAINED],
    }
    return success(operations.getRetention, answer, { etag: tagOf(decided?.id ?? null) })
  })

  bind(app, line, operations.changeRetention, ({ body, principal, key, if_match, audience }) => {
    const { days: change, reason } = body
    const seen = (current: string | null) => tagOf(current) === if_match
    return changeRetention(commands, { principal, key, change, reason, seen }, (outcome) => {
      if (outcome.kind === 'refused') return rejected(audience, outcome.rejection)
      if (outcome.kind === 'stale') return refusal(audience, 'STALE', [], tagOf(outcome.current))
      const { version } = outcome
      return success(operations.changeRetention, present(version), { etag: tagOf(version.id) })
    })
  })
}

function tagOf(decided: string | null): string {
  return contentTag(decided ?? 'as usual')
}

function present(version: RetentionVersion): z.input<typeof retentionDecision> {
  const { office_id: _, days, ...decided } = version
  return { ...decided, days: { ...days } }
}

function classesOf(
  days: RetentionDays,
  next: readonly NextSweep[],
): z.input<typeof retainedClass>[] {
  return RETENTION_CLASSES.map((one) => {
    const sweep = next.find((of) => of.class === one) ?? null
    return { class: one, days: days[one], ...RETENTION[one], next: sweep && presentNext(sweep) }
  })
}

function presentNext({ class: _, ...sweep }: NextSweep): z.input<typeof retainedClass>['next'] {
  return sweep
}
