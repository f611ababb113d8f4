import type { Mutant } from './mutants.js'
import { SAME } from './same.js'

/** A change that no test can or need notice, and why; of the kind given, or of any. */
export interface Survivor {
  /** Below src/domain. */
  file: string
  was: string
  kind?: string
  why: string
}

const NARROWS = 'state table and guard have refused this before; the check tells the compiler'
const NEVER_ASKED = 'nobody is shown what this command needs: no person fills it in'

/** The list of roles from the highest: what it lacks comes first, where the leader stands; the clock holds no second role. */
const RANKS = ["list lacks 'system'", "list lacks 'office.leader'"]
const RANK = {
  file: 'permissions.ts',
  was: "[ 'system', 'office.leader', 'office.reviewer', 'office.handler', 'uni",
  why: 'a role that the list lacks comes first, where this one stands, or is held alone',
}

const NARROWED: readonly (readonly [file: string, ...was: readonly string[]])[] = [
  ['machine/accept.ts', '!finding.round || by === null', "'NOT_IN_THIS_STATE'"],
  ['machine/answer.ts', '!state || !due', "'NOT_IN_THIS_STATE'", 'actor.person_id === null'],
  ['clock/plan.ts', '!finding.turn_since'],
  ['evolve/answering.ts', '!finding.round'],
  ['evolve/judging.ts', 'finding.round'],
  ['machine/takedown.ts', 'cycle_since && serviceDate(calendar, hours, cycle_since)'],
  ['phrases/named-days.ts', 'text === undefined', '!near'],
  ['phrases/thresholds.ts', 'count === null'],
  ['phrases/times.ts', 'hour === null'],
  ['machine/accept-plan.ts', '!finding.round || by === null', "'NOT_IN_THIS_STATE'"],
  ['machine/give-view.ts', 'by === null', "'ROLE_NOT_ALLOWED'"],
  ['machine/propose-decision.ts', 'by === null', "'ROLE_NOT_ALLOWED'"],
  ['machine/decide-request.ts', 'by === null', "'ROLE_NOT_ALLOWED'"],
  ['machine/begin-review.ts', '!round', "'NOT_IN_THIS_STATE'"],
  ['machine/close.ts', '!finding.round', "'NOT_IN_THIS_STATE'"],
  ['machine/recall.ts', '!finding.round', "'NOT_IN_THIS_STATE'"],
  ['machine/return.ts', '!round', '!due', "'NOT_IN_THIS_STATE'"],
  [
    'machine/separation.ts',
    '!round || person_id === null || entering === null',
    '!round || person_id === null',
    "'NOT_IN_THIS_STATE'",
  ],
]

const TIED = 'of two at one instant, or of one text twice, either may come first'
const TIES: readonly (readonly [file: string, was: string])[] = [
  ['chain.ts', 'a < b'],
  ['clock/advance.ts', 'a.at < b.at'],
  ['clock/foresee.ts', 'a < b'],
  ['clock/plan.ts', 'a.at < b.at'],
  ['instant.ts', 'a < b'],
  ['clock/plan.ts', 'due.at < afterService'],
  ['due-of-request.ts', 'resumed.at < least.at'],
  ['evolve/recording.ts', 'at < contact_at'],
  ['explain.ts', 'at < first'],
  ['explain.ts', 'at > last'],
  ['explain.ts', 'named < until'],
  ['forecast.ts', 'a.said_at < b.said_at'],
  ['forecast.ts', 'a.due_at < b.due_at'],
  ['forecast.ts', 'a.id < b.id'],
  ['hours.ts', 'to < at'],
  ['calendar.ts', 'from < to'],
  ['machine/acknowledge.ts', 'moved.at < finding.due.at'],
  ['phrases/read-due.ts', 'first < second'],
  ['slip-rungs.ts', 'highest > finding.rung'],
]

export const SURVIVORS: readonly Survivor[] = [
  ...TIES.map(([file, was]) => ({ file, was, kind: '< becomes <=', why: TIED })),
  ...TIES.map(([file, was]) => ({ file, was, kind: '> becomes >=', why: TIED })),
  ...Object.entries(SAME).flatMap(([why, places]) =>
    places.flatMap(([file, kind, ...all]) => all.map((was) => ({ file, was, kind, why }))),
  ),
  ...NARROWED.flatMap(([file, ...all]) => all.map((was) => ({ file, was, why: NARROWS }))),
  { file: 'machine/catch-up.ts', was: 'needs: () => []', why: NEVER_ASKED },
  { file: 'machine/catch-up.ts', was: '[]', why: NEVER_ASKED },
  { file: 'machine/issue.ts', was: 'needs: () => []', why: NEVER_ASKED },
  { file: 'machine/issue.ts', was: '[]', why: NEVER_ASKED },
  {
    file: 'permissions.ts',
    was: "'system'",
    kind: 'string is another',
    why: 'whoever holds no role at all is refused before a role is recorded',
  },
  ...RANKS.map((kind) => ({ ...RANK, kind })),
  { file: 'permissions.ts', was: "'office.leader'", kind: 'string is another', why: RANK.why },
  {
    file: 'machine/report-progress.ts',
    was: 'done === undefined || total === undefined',
    kind: '|| becomes &&',
    why: 'one without the other is refused in the line before',
  },
]

/** Why this mutant may live, or null when nobody has said. */
export function reasonFor(mutant: Mutant): string | null {
  const known = SURVIVORS.find(
    ({ file, was, kind }) =>
      mutant.file.endsWith(`/${file}`) &&
      mutant.was === was &&
      (kind === undefined || kind === mutant.kind),
  )
  return known?.why ?? null
}
