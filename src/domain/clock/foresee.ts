import type { Finding } from '../finding.js'
import { type Instant, later } from '../instant.js'
import { messagesOf, type NewMessage } from '../messages.js'
import { isLive } from '../milestone.js'
import type { Situation } from '../situation.js'
import { takeDue } from './advance.js'

/** What the clock does to a finding at one instant: the finding after it, and what is to be said of it. */
export interface Step {
  at: Instant
  finding: Finding
  messages: readonly NewMessage[]
}

/**
 * What the clock will do to a finding up to an instant (inclusive) were nobody to act, step by step: every milestone
 * taken at its own instant, as by workers that are always awake. The first step takes what is late already.
 */
export function foresee(situation: Situation, until: Instant): Step[] {
  const steps: Step[] = []
  let current = situation
  for (let at = nextOf(current); at !== null && at <= until; at = nextOf(current)) {
    const before = { ...current, now: later(at, current.now) }
    const { situation: after, events } = takeDue(before)
    const { finding, rules } = after
    const messages = messagesOf(finding, rules.policy, events, before.finding.seq + 1)
    steps.push({ at: before.now, finding, messages })
    current = after
  }
  return steps
}

function nextOf({ milestones }: Situation): Instant | null {
  const ahead = milestones.filter(isLive).map(({ at }) => at)
  return ahead.length === 0 ? null : ahead.reduce((a, b) => (a < b ? a : b))
}
