import { blankConsultations } from '../db/consultation.js'
import { eraseWords } from '../db/erasure.js'
import { appendEvents } from '../db/event.js'
import { handOverEvidence } from '../db/evidence.js'
import { patchLines, updateFindings } from '../db/finding.js'
import type { Handle } from '../db/handle.js'
import { giveBackHits } from '../db/hit.js'
import type { WaitingMessage } from '../db/message.js'
import { insertMilestones, markMilestones } from '../db/milestone.js'
import { changeRequests, insertRequests } from '../db/request.js'
import { endRetests, openRetests } from '../db/retest.js'
import { insertRounds } from '../db/round.js'
import { insertSlices } from '../db/slice.js'
import { joinDraftSlips, openDraftSlips, supersedeUnowed } from '../db/slip.js'
import { leaveDraftSlips, rejoinDraftSlips } from '../db/slip-undone.js'
import { wantSubjects } from '../db/workflow-sync.js'
import type { Deps } from './deps.js'
import type { Effect } from './effect.js'
import { milestoneRows } from './milestone-rows.js'
import { roundsOf } from './rounds.js'
import { type Moment, tell } from './tell.js'

/**
 * Sends every write of these effects, set-wise: the number of statements does not grow with their number. The
 * caller awaits them with its commit. Findings are locked before; an event's number taken twice fails the whole.
 */
export function persist(
  h: Handle,
  deps: Pick<Deps, 'newId'>,
  moment: Moment,
  effects: readonly Effect[],
): Promise<unknown>[] {
  const some = effects.filter(({ events, created, changed }) => {
    return events.length + created.length + changed.length > 0
  })
  if (some.length === 0) return []
  const findings = some.map(({ locked }) => locked)
  const events = some.flatMap((effect) => effect.events)
  const lines = some.flatMap(({ line, locked }) =>
    line ? [{ id: locked.finding.id, ...line }] : [],
  )
  const wordless = lines.flatMap(({ id, problem }) => (problem === '' ? [id] : []))
  const handed = some.flatMap((effect) => effect.handed)
  const marks = some.flatMap(({ changed }) => changed)
  const freed = some.filter((effect) => effect.freed).map(({ locked }) => locked.finding.id)
  // A line that never went out leaves what it was made of to another.
  const undone = some.flatMap(({ events, locked }) =>
    events.some((event) => event.type === 'withdrawn' && event.data.from === 'draft')
      ? [locked.finding.id]
      : [],
  )
  const erasing = some.filter(({ erases }) => erases).map(({ locked }) => locked.finding.id)
  const left = some.flatMap(({ slips, locked }) =>
    slips.leaves.map((rung) => ({ finding_id: locked.finding.id, rung })),
  )
  const rejoined = some.flatMap(({ slips: { rejoins: rung }, locked: { finding } }) =>
    rung
      ? [{ finding_id: finding.id, rung, since: finding.turn_since, joined_at: moment.now }]
      : [],
  )
  return [
    updateFindings(h, findings),
    appendEvents(h, events),
    insertRounds(
      h,
      some.flatMap(({ locked, events }) => roundsOf(locked.finding, events)),
    ),
    insertRequests(
      h,
      some.flatMap(({ requests }) => requests.asked),
    ),
    changeRequests(
      h,
      some.flatMap(({ requests }) => requests.changed),
    ),
    insertSlices(
      h,
      some.flatMap(({ served }) => served ?? []),
    ),
    insertMilestones(h, some.flatMap(milestoneRows)),
    markMilestones(h, marks),
    wantSubjects(
      h,
      // Nothing is told of a draft.
      findings
        .filter(({ finding }) => finding.state !== 'draft')
        .map(({ finding }) => ({
          subject_id: finding.id,
          office_id: finding.office_id,
          kind: 'finding',
        })),
    ),
    ...(handed.length > 0 ? [handOverEvidence(h, handed)] : []),
    ...(lines.length > 0 ? [patchLines(h, lines)] : []),
    ...(wordless.length > 0 ? [blankConsultations(h, wordless)] : []),
    // The order in which all commands lock: slips before what is gathered and the office's own workflow.
    draftSlips(h, deps, moment, some),
    ...(freed.length > 0 ? [supersedeUnowed(h, freed)] : []),
    ...(left.length > 0 ? [leaveDraftSlips(h, left)] : []),
    ...(rejoined.length > 0 ? [rejoinDraftSlips(h, rejoined)] : []),
    ...(undone.length > 0 ? [giveBackHits(h, undone)] : []),
    ...changeRetests(h, deps, moment, some),
    ...tell(h, deps, moment, messagesIn(moment, some)),
    ...(erasing.length > 0 ? [eraseWords(h, erasing)] : []),
  ]
}

/** Tasks that are no longer wanted end before others open: of a sort there is one at a time. */
function changeRetests(
  h: Handle,
  { newId }: Pick<Deps, 'newId'>,
  { office_id, now }: Moment,
  effects: readonly Effect[],
): Promise<void>[] {
  const ends = effects.flatMap(({ retests, locked: { finding } }) =>
    retests.ends.map((end) => ({ finding_id: finding.id, ...end, at: now })),
  )
  const opens = effects.flatMap(({ retests, locked: { finding } }) =>
    retests.opens.map((task) => ({
      ...{ id: newId(), office_id, finding_id: finding.id, ...task, opened_at: now },
    })),
  )
  return [
    ...(ends.length > 0 ? [endRetests(h, ends)] : []),
    ...(opens.length > 0 ? [openRetests(h, opens)] : []),
  ]
}

/** What the effects say, as it waits to be said. */
function messagesIn({ office_id, now }: Moment, effects: readonly Effect[]): WaitingMessage[] {
  return effects.flatMap(({ messages, locked: { finding } }) =>
    messages.map((message) => ({
      ...message,
      office_id,
      finding_id: finding.id,
      notice_id: finding.notice_id,
      slip_id: null,
      contact_fault_id: null,
      created_at: now,
    })),
  )
}

/** Findings that climbed join the draft slip of their unit, notice and rung, opened where there is none. */
async function draftSlips(
  h: Handle,
  deps: Pick<Deps, 'newId'>,
  { office_id, now }: Moment,
  effects: readonly Effect[],
): Promise<void> {
  const joins = effects.flatMap(({ slips: { joins: rung }, locked: { finding } }) => {
    const { id: finding_id, notice_id, unit_id } = finding
    return rung && unit_id ? [{ finding_id, notice_id, unit_id, rung, joined_at: now }] : []
  })
  if (joins.length === 0) return
  const drafts = new Map(
    joins.map(({ notice_id, unit_id, rung }) => [
      `${notice_id}/${unit_id}/${rung}`,
      { id: deps.newId(), office_id, notice_id, unit_id, rung, drafted_at: now },
    ]),
  )
  await Promise.all([openDraftSlips(h, [...drafts.values()]), joinDraftSlips(h, joins)])
}
