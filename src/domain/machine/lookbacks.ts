import type { NewEvent } from '../events.js'
import { lookbackDays } from '../lookback.js'
import type { Situation } from '../situation.js'
import type { CommandName } from '../vocabulary.js'
import { eventMaker } from './spec.js'

/** What a closing plans for afterwards; nothing where the policy looks at nothing again. */
export function planLookbacks(name: CommandName, situation: Situation): NewEvent[] {
  const { rules, finding, now } = situation
  const on = lookbackDays(rules, finding, now)
  return on.length > 0 ? [eventMaker(name, situation)('lookbacks_planned', { on })] : []
}
