import type { Line } from '../commands.js'
import type { NoticeDeadline } from '../due.js'
import type { NewEvent } from '../events.js'
import type { Finding } from '../finding.js'
import type { LocalDate, LocalTime } from '../instant.js'
import type { Earlier } from '../repeats.js'
import type { Situation } from '../situation.js'
import type { NoticeKind, NoticeStatus, RejectionCode } from '../vocabulary.js'
import type { ConsultAnswer } from './consultation.js'

/** What the act of issuing needs of the notice itself; `number` null stands for 无文号. */
export interface NoticeHead {
  title: string
  kind: NoticeKind
  number: string | null
  signer_id: string | null
  issued_on: LocalDate | null
  deadline: NoticeDeadline
  /** How the notice stands that this one adds to; null where it adds to none. */
  supplements: NoticeStatus | null
  /** Whether a unit may still say something of what it was shown. */
  consulting: boolean
}

/** A line of a draft notice with what is known of its unit. */
export interface DraftLine {
  finding: Finding
  line: Line | Partial<Line>
  problem: string
  own_due: { date: LocalDate; time: LocalTime | null } | null
  severity_confirmed: boolean
  /** The closed finding that was seen again and is taken up with this one. */
  follows: string | null
  /** What its unit said when it was asked before the issue; null where it was not, or was silent. */
  says: ConsultAnswer | null
  /** Whether its words are others than those its unit was shown. */
  reworded: boolean
  /** A collective line that nobody has expanded or assigned stays with the office. */
  dispatched: boolean
  unit: { id: string; name: string; open: boolean; reachable: boolean } | null
  /** The units that are to help its own. */
  supporting: readonly { id: string; open: boolean }[]
}

/** Why a draft cannot be issued; `line` is the finding's number, null for the notice itself. */
export interface IssueProblem {
  line: number | null
  code: RejectionCode
  field: string
}

export const DOUBTS = [
  'due_on_day_off',
  'due_provisional',
  'unit_unreachable',
  'same_problem_twice',
  'problem_repeated',
  'no_indicator',
  'outside_hours',
  'said_false_alarm',
  'said_fixed',
  'reworded',
] as const
export type DoubtKind = (typeof DOUBTS)[number]

/** Something a person should look at before issuing; it does not stop them. */
export interface Doubt {
  line: number | null
  kind: DoubtKind
}

/** One finding as it will be issued. */
export interface IssuedLine {
  draft: DraftLine
  situation: Situation
  events: readonly NewEvent[]
}

/** Actor, rules, clock and paper that all lines share. */
export type IssueContext = Omit<
  Situation,
  'finding' | 'milestones' | 'proof' | 'unit_open' | 'target_open'
> & {
  policy_version: string
  /** The office's findings that the lines may repeat, and those they follow, the newest first. */
  earlier: readonly Earlier[]
}
