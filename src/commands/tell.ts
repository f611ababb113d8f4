import { planGather } from '../db/gather.js'
import type { Handle } from '../db/handle.js'
import { insertMessages, type WaitingMessage } from '../db/message.js'
import { gatherAt } from '../domain/clock/gather.js'
import type { Instant } from '../domain/instant.js'
import type { Rules } from '../domain/rules.js'
import { WITHIN_MINUTES } from '../domain/saying.js'
import type { Deps } from './deps.js'

/** The office something happens in, when by its own clock, and its rules. */
export interface Moment {
  office_id: string
  now: Instant
  rules: Rules
}

/** Sends the writes by which messages wait in their table and, where that is soon, the office's clock gathers them. */
export function tell(
  h: Handle,
  deps: Pick<Deps, 'newId'>,
  moment: Moment,
  messages: readonly WaitingMessage[],
): Promise<unknown>[] {
  if (messages.length === 0) return []
  const urgent = messages.some((message) => message.urgent)
  const soon = urgent || messages.some(({ kind }) => WITHIN_MINUTES.includes(kind))
  return [insertMessages(h, messages), ...(soon ? gatherSoon(h, deps, moment, urgent) : [])]
}

/** Sends the write that has the office's clock gather what waits within minutes; none where the next opening says it. */
export function gatherSoon(
  h: Handle,
  deps: Pick<Deps, 'newId'>,
  { office_id, now, rules }: Moment,
  urgent: boolean,
): Promise<unknown>[] {
  const at = gatherAt(rules, now, urgent)
  return at ? [planGather(h, { id: deps.newId(), office_id, at })] : []
}
