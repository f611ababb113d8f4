import type { NewEvent } from './events.js'
import type { Finding } from './finding.js'
import { isUnitsTurn } from './overdue.js'
import type { SlipRung } from './slip.js'
import { RUNGS } from './vocabulary.js'

const SLIP_RUNGS = RUNGS.filter((rung): rung is SlipRung => rung !== 1)

/** What the events of one transaction mean for the drafts of slips. */
export interface SlipChange {
  /** The highest rung newly climbed, while the unit still owes an answer: the finding joins its draft. */
  joins: SlipRung | null
  /** The rung a recall gives back: the draft that its answer ended is needed again. */
  rejoins: SlipRung | null
  /** Rungs that turned out not to count, or that a new due or a reopening took back: their drafts no longer list the finding. */
  leaves: readonly SlipRung[]
}

/** The change of slips, given the rung before and the finding the events led to. */
export function slipChange(
  before: Pick<Finding, 'rung'>,
  finding: Finding,
  events: readonly NewEvent[],
): SlipChange {
  const owes = isUnitsTurn(finding)
  const climbed = events.flatMap((event) => (event.type === 'climbed' ? [event.data.rung] : []))
  const voided = events.flatMap((event) => (event.type === 'responded' ? event.data.voided : []))
  const recalled = owes && events.some((event) => event.type === 'recalled')
  const moved = owes && events.some((event) => startsLadder(event) || event.type === 'reopened')
  const highest = Math.max(0, ...climbed)
  const reached = Math.max(before.rung, highest)
  return {
    // A ladder that began afresh has not climbed what the old one did.
    joins: owes && !(moved && highest > finding.rung) ? slipRung(highest) : null,
    rejoins: recalled ? slipRung(finding.rung) : null,
    leaves: SLIP_RUNGS.filter(
      (rung) =>
        voided.some(({ kind, step }) => kind === 'climb' && step === rung) ||
        (moved && rung > finding.rung && rung <= reached),
    ),
  }
}

/** Whether an event moves the due and lets the ladder begin afresh: the office's date counts for everything. */
export function startsLadder(event: NewEvent): boolean {
  if (event.type !== 'request_decided') {
    return ['rescheduled', 'plan_accepted', 'reassigned'].includes(event.type)
  }
  return event.data.kind === 'extension' && event.data.verdict === 'granted'
}

function slipRung(rung: number): SlipRung | null {
  return SLIP_RUNGS.find((one) => one === rung) ?? null
}
