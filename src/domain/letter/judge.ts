import type { CommandOf } from '../commands.js'
import { type Run, run } from '../machine/run.js'
import type { Rejection, Situation } from '../situation.js'
import type { RejectionCode } from '../vocabulary.js'
import { commandOf, type LetterHead, type LetterItem } from './item.js'
import { lacksOf } from './lacks.js'
import type { LetterOutcome } from './words.js'

/** What became of an item: with a refusal its code and the field of the item that is the reason. */
export interface Judged {
  run: Run
  outcome: LetterOutcome
  rejection: Rejection | null
  /** What is to be done next, by whoever registers the letter: an incomplete answer is sent back. */
  next: CommandOf<'return'> | null
}

/** What a person can still supply. */
const INCOMPLETE: readonly RejectionCode[] = ['FIELD_REQUIRED', 'EVIDENCE_REQUIRED']

/**
 * Does what an item of a letter says, each as the same command by itself; to one that is answered already the letter is the
 * stamped report. What the office enters from paper and finds incomplete is registered as it is, and to be returned for
 * completion (退回补正), which is no return of substance; a unit that writes it itself is told what is missing instead, since
 * else an empty letter would win it a working day.
 */
export function judgeItem(
  before: Situation,
  head: LetterHead,
  item: LetterItem,
  request_id: string,
): Judged {
  const { command, outcome } = commandOf(head, item, request_id, before.finding)
  const done = run(before, command, item.revision)
  const { verdict } = done
  if (verdict.kind === 'stale') {
    return { run: done, outcome: 'stale', rejection: null, next: null }
  }
  if (verdict.kind === 'done') return { run: done, outcome, rejection: null, next: null }
  const refused = {
    run: done,
    outcome: 'refused',
    rejection: verdict.rejection,
    next: null,
  } as const
  const open = command.name === 'register_response' && INCOMPLETE.includes(verdict.rejection.code)
  if (!open) return refused
  const entered = run(before, { ...command, as_it_is: true }, null)
  if (entered.verdict.kind === 'refused') {
    return { ...refused, rejection: entered.verdict.rejection }
  }
  const next = sentBack(before, item)
  return { run: entered, outcome: 'returned', rejection: verdict.rejection, next }
}

function sentBack({ finding, known }: Situation, item: LetterItem): CommandOf<'return'> {
  const lacks = lacksOf(item, known)
  const offline = finding.handling === 'offline'
  const claim = '来文未写明或未附'
  return {
    name: 'return',
    kind: 'formal',
    reasons: lacks.map(({ reason }) => reason).filter((one, at, all) => all.indexOf(one) === at),
    points: offline ? [] : lacks.map(({ words }) => ({ claim, comment: `请补充：${words}。` })),
    paper_number: item.paper_number,
  }
}
