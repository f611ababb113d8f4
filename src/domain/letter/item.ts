import type { Answer, Command } from '../commands.js'
import type { Finding } from '../finding.js'
import type { LocalDate } from '../instant.js'
import { isAnswer, type LetterOutcome, type LetterResult } from './words.js'

/** A stamped report (盖章反馈) as it stands on its head: one for all the findings it names. */
export interface LetterHead {
  number: string | null
  signed_on: LocalDate
  /** The day the paper arrived, where the office enters it; null where the unit sends it itself. */
  received_on: LocalDate | null
  /** SHA-256 of its scan. */
  scan: readonly string[]
}

/** What it says of one finding; fields are optional where the machine says what is missing. */
export interface LetterItem extends Omit<Answer, 'result' | 'report'> {
  finding_id: string
  /** The revision of the finding that the writer has seen. */
  revision: number
  result: LetterResult
  /** Of what is disputed or said to be another's. */
  grounds?: string | undefined
  /** The unit whose it is said to be. */
  unit_id?: string | undefined
  paper_number?: string | undefined
}

/** The command that an item is, and what came of it once it is done. */
export interface ItemCommand {
  command: Command
  outcome: LetterOutcome
}

/**
 * The command that an item is of a finding that stands like this; `request_id` names the request it may begin. The letter comes
 * with an answer as its stamped report, and is that alone where there is an answer already. Of what is handled offline no
 * scan is kept: there its number stands for it.
 */
export function commandOf(
  head: LetterHead,
  item: LetterItem,
  request_id: string,
  { state, reported, handling }: Pick<Finding, 'state' | 'reported' | 'handling'>,
): ItemCommand {
  const { finding_id: _, revision: _seen, result, grounds, unit_id, ...answer } = item
  const { paper_number, evidence } = answer
  const asked = { request_id, grounds, evidence, paper_number }
  if (result === 'disputed') return { command: { name: 'dispute', ...asked }, outcome: 'disputed' }
  if (!isAnswer(result)) {
    const command = { name: 'request_transfer', unit_id, ...asked } as const
    return { command, outcome: 'transfer_requested' }
  }
  const { signed_on: on, number, received_on, scan } = head
  const stamped = handling === 'offline' ? [] : scan
  const report = { on, report_number: number ?? undefined, evidence: stamped }
  if (reported === 'no' && (state === 'responded' || state === 'verified')) {
    return { command: { name: 'register_report', ...report }, outcome: 'reported' }
  }
  const given = { ...answer, result, report }
  const command: Command =
    received_on === null
      ? { name: 'respond', ...given }
      : { name: 'register_response', ...given, received_on }
  return { command, outcome: 'responded' }
}
