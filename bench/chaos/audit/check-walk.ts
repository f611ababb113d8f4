import type { Case } from '../../../src/audit/case.js'
import { evolve } from '../../../src/domain/evolve/evolve.js'
import { blankFinding, type Finding } from '../../../src/domain/finding.js'
import type { EventType, State } from '../../../src/domain/vocabulary.js'

const TURN = ['notified', 'rectifying', 'returned', 'ongoing'] as const
const OPEN = [...TURN, 'responded', 'verified'] as const
const ISSUED = [...OPEN, 'closed', 'withdrawn'] as const
const STAYS = 'stays'

/**
 * The legal steps, written down a second time: from which states an event may come, and where it leads. Only what
 * happens in a run is named; anything else is illegal there.
 */
const STEPS: Partial<
  Record<EventType, readonly [from: readonly State[], to: readonly State[] | 'stays']>
> = {
  drafted: [['draft'], STAYS],
  issued: [['draft'], ['notified']],
  acknowledged: [['notified'], ['rectifying']],
  receipt_deemed: [['notified'], ['rectifying']],
  receipt_unproven: [['notified'], STAYS],
  progress_reported: [TURN, STAYS],
  responded: [['rectifying', 'returned', 'ongoing'], ['responded']],
  recalled: [['responded'], ['rectifying', 'returned', 'ongoing']],
  review_begun: [['responded'], STAYS],
  accepted: [['responded'], ['verified']],
  returned: [
    ['responded', 'verified'],
    ['returned', 'ongoing'],
  ],
  closed: [['verified'], ['closed']],
  lookbacks_planned: [['closed'], STAYS],
  lookback_opened: [['closed'], STAYS],
  reopened: [['closed'], ['rectifying']],
  commented: [ISSUED, STAYS],
  contact_recorded: [OPEN, STAYS],
  reminded: [TURN, STAYS],
  fell_due: [TURN, STAYS],
  climbed: [TURN, STAYS],
  office_nagged: [['responded', 'verified', 'closed'], STAYS],
}

/** Every step of a finding's events that no rule allows. */
export function illegalSteps({ stored, events }: Case): string[] {
  const wrong: string[] = []
  let finding: Finding = blankFinding(stored.finding)
  for (const event of events) {
    const before = finding.state
    finding = evolve(finding, event)
    const [from, to] = STEPS[event.type] ?? [[], STAYS]
    const arrives = to === STAYS ? finding.state === before : to.includes(finding.state)
    if (!from.includes(before) || !arrives) {
      wrong.push(`${finding.id} 第${event.seq}步 ${event.type}：${before} → ${finding.state}`)
    }
  }
  return wrong
}
