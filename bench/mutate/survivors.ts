import type { Mutant } from './mutants.js'

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
  ['evolve/recording.ts', 'at < contact_at'],
  ['explain.ts', 'at < first'],
  ['explain.ts', 'named < until'],
  ['forecast.ts', 'a.said_at < b.said_at'],
  ['hours.ts', 'to < at'],
  ['calendar.ts', 'from < to'],
  ['machine/acknowledge.ts', 'moved.at < finding.due.at'],
  ['phrases/read-due.ts', 'first < second'],
]

/** What comes to the same whichever way it is done: why, and where. */
const SAME: Readonly<
  Record<string, readonly (readonly [file: string, kind: string, ...was: readonly string[]])[]>
> = {
  'a quicker way to what the rules of the zone give as well': [
    [
      'zone.ts',
      'condition is false',
      'zone === SHANGHAI && local >= SHANGHAI_STEADY_FROM + DAY_MS',
      'zone === SHANGHAI && ms >= SHANGHAI_STEADY_FROM',
      'known',
    ],
  ],
  'the quicker way begins a little sooner or later, where both give the same': [
    ['zone.ts', 'number is one more', '86_400_000', '1992', '0', '1'],
    [
      'zone.ts',
      '>= becomes >',
      'local >= SHANGHAI_STEADY_FROM + DAY_MS',
      'ms >= SHANGHAI_STEADY_FROM',
    ],
    ['zone.ts', '+ becomes -', 'SHANGHAI_STEADY_FROM + DAY_MS'],
  ],
  'without the quicker way the rules of the zone are asked': [
    ['zone.ts', 'block is empty', '{ return fromEpoch(local - SHANGHAI_OFFSET_MS) }'],
  ],
  'the quicker way is never taken then': [['zone.ts', 'string is another', "'Asia/Shanghai'"]],
  'it is built again each time': [
    ['zone.ts', 'statement is left out', 'formatters.set(zone, made)'],
  ],
  '24:00 is read as the next midnight anyway': [
    ['zone.ts', 'string is another', "'24:00'"],
    ['zone.ts', 'condition is false', "time === '24:00'"],
  ],
  'no working day after a working day is that day itself': [
    ['clock/plan.ts', 'condition is false', 'offset === 0'],
  ],
  'before the first rung stands none, which counts as 0': [
    ['clock/plan.ts', 'condition is false', 'rung === 0'],
    ['clock/plan.ts', 'number is one more', '0'],
  ],
  'no milestone is planned that finds nothing to record': [
    ['clock/advance.ts', 'condition is true', 'event'],
    ['clock/advance.ts', 'string is another', "'skipped'"],
  ],
  'all that sorting asks is the sign': [
    ['clock/advance.ts', 'number is one more', '1'],
    ['phrases/read-due.ts', 'number is one more', '1', '0'],
    ['chain.ts', 'number is one more', '1'],
    ['clock/plan.ts', 'number is one more', '1'],
    ['forecast.ts', 'number is one more', '1'],
  ],
  'sorts behind every instant as well': [['phrases/read-due.ts', 'string is another', "'~'"]],
  'what the clock causes is named by its own instant, not by its number': [
    ['clock/foresee.ts', '+ becomes -', 'before.finding.seq + 1'],
  ],
  'spreading nothing changes no more than spreading an empty object': [
    ['evolve/recording.ts', 'function answers nothing', '({})'],
    ['evolve/waiting.ts', 'function answers nothing', '({})'],
  ],
  'a table that lacks it answers undefined, and the fact stays as it is all the same': [
    ['evolve/recording.ts', 'entry is left out', 'inconclusive: null'],
  ],
  'a kind the switch does not know has no base either': [
    [
      'phrases/due-of-day.ts',
      'string is another',
      "'weekday'",
      "'end_of_month'",
      "'end_of_quarter'",
      "'days_later'",
    ],
  ],
  'whether the office is open at once is asked before': [
    ['clock/gather.ts', 'condition is true', 'first'],
  ],
  'what cannot be read is caught below and answers null as well': [
    [
      'chain-check.ts',
      '&& becomes ||',
      "typeof link === 'object' && link !== null",
      "typeof link === 'object' && link !== null && 'texts' in link",
    ],
    [
      'chain-check.ts',
      'condition is true',
      "typeof link === 'object' && link !== null && 'texts' in link",
    ],
  ],
  'no text that cannot be read is canonical': [
    ['chain-check.ts', 'block is empty', '{ return null }'],
  ],
  'planning anew a plan that stands changes no row': [
    ['clock/advance.ts', 'condition is true', 'proof && waiting'],
    ['clock/advance.ts', '&& becomes ||', 'proof && waiting'],
    [
      'clock/advance.ts',
      '&& becomes ||',
      "situation.finding.state === 'notified' && situation.finding.receipt_un",
    ],
  ],
  'an indicator that is none is in no catalogue, whatever it is called': [
    ['due.ts', 'string is another', "'none'"],
    ['machine/correct.ts', 'string is another', "'none'"],
  ],
  'of the finding only its handling is asked': [
    ['machine/correct.ts', 'spread is left out', '...finding'],
  ],
  'what a draft begins with is none of the fields that revise': [
    ['evolve/evolve.ts', 'string is another', "'drafted'"],
  ],
  'a draft begins with the first plan anyway': [
    ['evolve/issuing.ts', '+ becomes -', 'finding.last_plan + 1'],
    ['evolve/issuing.ts', 'entry is left out', 'cycle_plan: finding.last_plan + 1'],
  ],
  'closing reads nothing of its event': [
    ['evolve/judging.ts', 'entry is left out', 'round: finding.rounds'],
    ['evolve/judging.ts', 'spread is left out', '...data'],
  ],
  'the first instant of an hour that begins is in office hours, where this is not asked': [
    ['clock/gather.ts', '> becomes >=', 'start > now'],
  ],
  'hours have both ends or none': [['hours.ts', '|| becomes &&', '!first || !last']],
  'such years have been refused before': [['instant.ts', 'condition is false', '!isDay(day)']],
  'in the first cycle both are the day of service': [
    ['machine/takedown.ts', 'condition is false', 'cycle === 1'],
  ],
  'how the slice will be proved is not foretold, only when': [
    ['forecast.ts', 'entry is left out', "how: 'mail' as const"],
    ['forecast.ts', 'string is another', "'mail'"],
  ],
  'every line has been counted before': [['notice/doubts.ts', 'number is one more', '0']],
  'whatever is issued has a due': [['notice/doubts.ts', 'false becomes true', 'false']],
  'any sign between the words will do': [['notice/doubts.ts', 'string is another', "'\\n'"]],
  'a recall is dealt with before the table is asked': [
    ['time-ledger.ts', 'entry is left out', "recalled: 'same'"],
  ],
  'a spread of one moment is none': [['explain.ts', 'list lacks until', '[until, until]']],
}

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
