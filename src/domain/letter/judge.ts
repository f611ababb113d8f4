import type { Command } from '../commands.js'
import { type Run, run } from '../machine/run.js'
import type { Rejection, Situation } from '../situation.js'
import type { RejectionCode } from '../vocabulary.js'
import { commandOf, type LetterHead, type LetterItem } from './item.js'
import type { LetterOutcome } from './words.js'

/** What became of an item: with a refusal or a return its code and the field of the item that is the reason. */
export interface Judged {
  run: Run
  outcome: LetterOutcome
  rejection: Rejection | null
}

/** What a person can still supply. */
const INCOMPLETE: readonly RejectionCode[] = ['FIELD_REQUIRED', 'EVIDENCE_REQUIRED']

/**
 * Does what an item of a letter says, each as the same command by itself. What the office enters from paper and finds incomplete is
 * registered with what it has and returned for completion (退回补正), which is no return of substance; a unit that writes it
 * itself is told what is missing instead, since else an empty letter would win it a working day.
 */
export function judgeItem(
  before: Situation,
  head: LetterHead,
  item: LetterItem,
  request_id: string,
): Judged {
  const command = commandOf(head, item, request_id)
  const done = run(before, command, item.revision)
  const { verdict } = done
  if (verdict.kind === 'stale') return { run: done, outcome: 'stale', rejection: null }
  if (verdict.kind === 'done')
    return { run: done, outcome: OUTCOMES[command.name] ?? 'responded', rejection: null }
  const { rejection } = verdict
  const returned = command.name === 'register_response' && INCOMPLETE.includes(rejection.code)
  const back = returned ? sentBack(before, command, rejection) : null
  return back
    ? { run: back, outcome: 'returned', rejection }
    : { run: done, outcome: 'refused', rejection }
}

const OUTCOMES: { readonly [N in Command['name']]?: LetterOutcome } = {
  dispute: 'disputed',
  request_transfer: 'transfer_requested',
}

/** The answer as it is, and its return; null where that is not to be had either. */
function sentBack(before: Situation, command: Command, { code, field }: Rejection): Run | null {
  if (command.name !== 'register_response') return null
  const entered = run(before, { ...command, as_it_is: true }, null)
  if (entered.verdict.kind !== 'done') return null
  const evidence = code === 'EVIDENCE_REQUIRED'
  const offline = before.finding.handling === 'offline'
  const returned = run(
    entered.situation,
    {
      name: 'return',
      kind: 'formal',
      reasons: [evidence ? 'evidence_missing' : 'report_incomplete'],
      points: offline ? [] : [{ claim: '', comment: missing(field, evidence) }],
      paper_number: command.paper_number,
    },
    null,
  )
  if (returned.verdict.kind !== 'done') return null
  return { ...returned, events: [...entered.events, ...returned.events] }
}

function missing(field: string | null, evidence: boolean): string {
  if (evidence) return '请补充佐证材料。'
  const name = FIELDS[field ?? '']
  return name ? `请补充：${name}。` : '请补充完整。'
}

const FIELDS: Readonly<Record<string, string>> = {
  '/cause': '问题原因',
  '/measures': '整改措施',
  '/completed_on': '完成日期',
  '/fix_plan': '整改方案',
}
