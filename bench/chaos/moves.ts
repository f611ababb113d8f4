import type { z } from 'zod'
import type { commandBodies } from '../../src/contracts/findings/commands.js'
import type { finding } from '../../src/contracts/findings/finding.js'
import { dateOf } from '../../src/domain/instant.js'
import type { FindingCommandName, State } from '../../src/domain/vocabulary.js'
import type { Target } from './populate.js'

/** A finding as its newest answer showed it. */
export type Seen = Pick<z.output<typeof finding>, 'state' | 'overdue' | 'round'>

/** One command somebody sends. `words` in its body name the ledger's entry, so that its event can be found. */
export interface Move {
  command: FindingCommandName
  person: string
  body: z.input<(typeof commandBodies)[FindingCommandName]>
}

/** Commands that carry no words; their events are counted per finding instead. */
export const WORDLESS: readonly FindingCommandName[] = ['acknowledge', 'begin_review']

type Write = (target: Target, words: string) => Move
type Chance = readonly [weight: number, write: Write]

const unit = ({ reporter }: Target) => reporter
const officer = ({ office }: Target, subject: string) => `${office.prefix}${subject}`

const talk: Chance = [
  3,
  (target, text) => ({
    command: 'comment',
    person: officer(target, 'second-handler'),
    body: { text, audience: 'unit' },
  }),
]
const call: Chance = [
  1,
  (target, words) => ({
    command: 'record_contact',
    person: officer(target, 'handler'),
    body: { whom: '联络员', words },
  }),
]
const progress: Chance = [
  3,
  (target, note) => ({ command: 'report_progress', person: unit(target), body: { note } }),
]
const acknowledge: Chance = [
  6,
  (target) => ({ command: 'acknowledge', person: unit(target), body: {} }),
]
const respond: Chance = [
  3,
  (target, cause) => ({
    command: 'respond',
    person: unit(target),
    body: {
      result: 'fixed',
      cause,
      measures: '已更正并复核',
      completed_on: dateOf(target.office.today),
      evidence: [target.evidence],
    },
  }),
]
const begin: Chance = [
  2,
  (target) => ({ command: 'begin_review', person: officer(target, 'handler'), body: {} }),
]
const recall: Chance = [
  1,
  (target, reason) => ({ command: 'recall', person: unit(target), body: { reason } }),
]
const accept: Chance = [
  4,
  (target, conclusion) => ({
    command: 'accept',
    person: officer(target, 'handler'),
    body: { conclusion, retest_reason: '人工核对' },
  }),
]
const giveBack: Chance = [
  2,
  (target, comment) => ({
    command: 'return',
    person: officer(target, 'second-handler'),
    body: { kind: 'substantive', reasons: ['not_fixed'], points: [{ claim: '已更正', comment }] },
  }),
]
const close: Chance = [
  4,
  (target, conclusion) => ({
    command: 'close',
    person: officer(target, 'reviewer'),
    body: { conclusion },
  }),
]
const reopen: Chance = [
  4,
  (target, reason) => ({
    command: 'reopen',
    person: officer(target, 'reviewer'),
    body: { reason, evidence: [target.evidence] },
  }),
]
/** Refused whatever the state: an answer without its cause. */
const refused: Chance = [
  0.3,
  (target, measures) => ({ command: 'respond', person: unit(target), body: { measures } }),
]
/** Refused in this state. */
const tooEarly: Chance = [0.3, close[1]]

const WORKING = [talk, call, progress, respond, refused, tooEarly]
const CHANCES: Record<State, readonly Chance[]> = {
  draft: [],
  notified: [talk, call, acknowledge, tooEarly],
  rectifying: WORKING,
  returned: WORKING,
  ongoing: WORKING,
  responded: [talk, call, begin, recall, accept, giveBack, refused],
  verified: [talk, call, giveBack, close],
  closed: [talk, reopen, refused],
  withdrawn: [talk],
}

/**
 * The next thing somebody does with a finding, by chance, so that whole lives are lived and some things refused. In
 * a real office nobody answers before the due, so that there is something to fall due while processes die.
 */
export function nextMove(target: Target, seen: Seen, words: string, random: () => number): Move {
  const early = !target.office.rehearsal && !seen.overdue
  const fitting = CHANCES[seen.state].filter(
    (chance) =>
      !(chance === respond && early) && !(chance === begin && seen.round?.review_begun === true),
  )
  const total = fitting.reduce((sum, [weight]) => sum + weight, 0)
  let left = random() * total
  const [, write] = fitting.find(([weight]) => (left -= weight) < 0) ?? talk
  return write(target, words)
}
