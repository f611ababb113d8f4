import type { LocalDate } from '../../domain/instant.js'
import { heading, item, type Message, message, paragraph } from '../blocks.js'
import type { FindingFacts } from './facts.js'
import { hiddenBlocks, hiddenSubject, split } from './hidden.js'
import { day, placeWords, problemWords, titleOf } from './words.js'

/** A finding that its unit passed on inside: to a unit below, or to one of its people. */
export interface DelegatedFinding {
  finding: FindingFacts
  /** Null where the unit that is written to passed it on to a person. */
  by: string | null
  person: string | null
  /** Null where none was set. */
  inner_due: LocalDate | null
  /** Working days until then. */
  working_days: number | null
}

/** What a unit below works on, or a person of the unit, with the unit's own due; the unit itself answers. */
export function delegated(entries: readonly DelegatedFinding[]): Message {
  const { shown, hidden } = split(entries, (entry) => entry.finding)
  const subject = shown.length > 0 ? [`转办${shown.length}项`] : []
  return message([...subject, ...hiddenSubject(hidden)].join('、'), [
    ...(shown.length > 0 ? [heading(`转办事项（${shown.length}项）`)] : []),
    ...shown.map(({ finding, by, person, inner_due, working_days }) =>
      item(titleOf(finding), [
        problemWords(finding),
        placeWords(finding),
        by && `由${by}转办`,
        person && `承办人：${person}`,
        inner_due && `内部时限：${day(inner_due)}（还有${working_days}个工作日）`,
      ]),
    ),
    ...hiddenBlocks(hidden),
    ...(shown.length > 0 ? [paragraph('请按要求办理，由责任单位统一反馈。')] : []),
  ])
}
