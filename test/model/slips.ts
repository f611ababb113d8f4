import type { NewEvent } from '../../src/domain/events.js'
import type { Finding } from '../../src/domain/finding.js'
import type { Instant } from '../../src/domain/instant.js'
import type { Slip, SlipRung } from '../../src/domain/slip.js'
import { type SlipChange, slipChange } from '../../src/domain/slip-rungs.js'

/** A slip of one unit and notice with the findings it lists. Twins stand in the order in which they were opened. */
export interface SlipTwin {
  slip: Slip
  listed: readonly { finding_id: string; joined_at: Instant }[]
}

/** What one transaction did to a finding, as far as slips are concerned. */
export interface SlipEffect {
  before: Finding
  finding: Finding
  events: readonly NewEvent[]
  /** It was the unit's turn and no longer is, or its ladder began afresh. */
  freed: boolean
}

interface Standing {
  /** Whether a finding of the slip's unit has climbed to its rung. */
  stands: (finding_id: string, slip: Slip) => boolean
  /** Whether the unit moreover still owes an answer to it. */
  owes: (finding_id: string, slip: Slip) => boolean
}

/**
 * What lifecycle.md says of slips, written down again: findings that climbed join the draft of their rung; a draft
 * all of whose findings are answered or stand below its rung is superseded; rungs that do not count leave; a recall
 * gives back its draft.
 */
export function changeSlips(
  slips: SlipTwin[],
  effects: readonly SlipEffect[],
  { owes, stands }: Standing,
  now: Instant,
): void {
  const changes = effects.map(({ before, finding, events }) => ({
    finding,
    ...slipChange(before, finding, events),
  }))
  joins(slips, changes, now)
  for (const twin of slips) {
    const ended = effects.some(
      ({ finding, freed }) => freed && lists(twin, finding.id, twin.slip.rung),
    )
    const owed = twin.listed.some(({ finding_id }) => owes(finding_id, twin.slip))
    if (isDraft(twin) && ended && !owed) {
      revise(twin, 'superseded')
    }
  }
  const shrunk = new Set<SlipTwin>()
  for (const { finding, leaves } of changes) {
    const left = slips.filter(
      (twin) => isDraft(twin) && leaves.some((rung) => lists(twin, finding.id, rung)),
    )
    for (const twin of left) {
      twin.listed = twin.listed.filter(({ finding_id }) => finding_id !== finding.id)
      shrunk.add(twin)
    }
  }
  for (const twin of shrunk) revise(twin, 'draft')
  for (const { finding, rejoins: rung } of changes)
    if (rung) rejoin(slips, finding, rung, stands, now)
}

type Change = SlipChange & { finding: Finding }

function joins(slips: SlipTwin[], changes: readonly Change[], now: Instant): void {
  const grown = new Set<SlipTwin>()
  for (const { finding, joins: rung } of changes) {
    if (!rung) continue
    const draft = draftOf(slips, rung, finding.unit_id) ?? opened(slips, finding, rung, now)
    if (enlist(draft, finding.id, now)) grown.add(draft)
  }
  for (const twin of grown) revise(twin, 'draft')
}

/** The newest slip of this turn is a draft once more if its answer ended it, unless another was opened meanwhile. */
function rejoin(
  slips: SlipTwin[],
  finding: Finding,
  rung: SlipRung,
  stands: Standing['stands'],
  now: Instant,
): void {
  const since = finding.turn_since
  const newest = slips.findLast(
    ({ slip, listed }) =>
      slip.rung === rung &&
      listed.some(
        ({ finding_id, joined_at }) =>
          finding_id === finding.id && since !== null && joined_at >= since,
      ),
  )
  if (newest?.slip.status !== 'superseded') return
  const draft = draftOf(slips, rung, newest.slip.unit_id) ?? newest
  if (draft !== newest && !enlist(draft, finding.id, now)) return
  revise(draft, 'draft')
  draft.listed = draft.listed.filter(({ finding_id }) => stands(finding_id, draft.slip))
}

function opened(slips: SlipTwin[], finding: Finding, rung: SlipRung, now: Instant): SlipTwin {
  const { office_id, notice_id, unit_id } = finding
  const twin: SlipTwin = {
    listed: [],
    slip: {
      ...{ id: '', office_id, notice_id, unit_id: unit_id ?? '', rung, revision: 0 },
      ...{ status: 'draft', number: null, drafted_at: now, issued_at: null, issued_by: null },
      ...{ entered_by: null, signed_paper_id: null, acknowledged_at: null, acknowledged_by: null },
      ...{
        service_account_id: null,
        withdrawn_at: null,
        reason: null,
        addressee: null,
        copies: [],
        text: null,
      },
    },
  }
  slips.push(twin)
  return twin
}

/** Whether it was not on the list before. */
function enlist(twin: SlipTwin, finding_id: string, joined_at: Instant): boolean {
  if (lists(twin, finding_id, twin.slip.rung)) return false
  twin.listed = [...twin.listed, { finding_id, joined_at }]
  return true
}

function revise(twin: SlipTwin, status: Slip['status']): void {
  twin.slip = { ...twin.slip, status, revision: twin.slip.revision + 1 }
}

const isDraft = ({ slip }: SlipTwin) => slip.status === 'draft'

const draftOf = (slips: readonly SlipTwin[], rung: SlipRung, unit_id: string | null) =>
  slips.find((twin) => isDraft(twin) && twin.slip.rung === rung && twin.slip.unit_id === unit_id)

const lists = ({ slip, listed }: SlipTwin, finding_id: string, rung: SlipRung) =>
  slip.rung === rung && listed.some((one) => one.finding_id === finding_id)
