import type { LocalDate } from '../../domain/instant.js'
import { heading, item, type Message, message, paragraph } from '../blocks.js'
import type { FindingFacts } from './facts.js'
import { hiddenBlocks, hiddenSubject, split } from './hidden.js'
import { day, placeWords, problemWords, titleOf } from './words.js'

/** A finding with which the unit that is written to helps another. */
export interface SupportedFinding {
  finding: FindingFacts
  /** The unit that answers. */
  lead: string
  /** The day by which it is to contribute. */
  due: LocalDate | null
}

/** What a unit helps with, by a due of its own; the unit that answers is named. */
export function supporting(entries: readonly SupportedFinding[]): Message {
  const { shown, hidden } = split(entries, (entry) => entry.finding)
  const subject = shown.length > 0 ? [`协办${shown.length}项`] : []
  return message([...subject, ...hiddenSubject(hidden)].join('、'), [
    ...(shown.length > 0 ? [heading(`协办事项（${shown.length}项）`)] : []),
    ...shown.map(({ finding, lead, due }) =>
      item(titleOf(finding), [
        problemWords(finding),
        placeWords(finding),
        `牵头单位：${lead}`,
        due && `协办时限：${day(due)}`,
      ]),
    ),
    ...hiddenBlocks(hidden),
    ...(shown.length > 0 ? [paragraph('请在协办时限前提供协办情况，由牵头单位统一反馈。')] : []),
  ])
}
