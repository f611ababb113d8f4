import { BOUND, BOUND_BEHIND, includes, OVER } from './bounds.js'
import { family } from './family.js'
import { LENGTH, lengthOf } from './lengths.js'

/**
 * 超过5个工作日未回复, 超过6个月, 前2周内无更新: the length itself is still in time, unless 超过(含) says it is not.
 * 逾期5个工作日 says how late something is, and is no limit.
 */
export const LAPSES = [
  family(`${OVER}${BOUND}(?<over>${LENGTH})${BOUND_BEHIND}`, ({ bound, bound_behind, over }) =>
    lapseOf(over, bound ?? bound_behind),
  ),
  family(
    `(?<!每)(?:前|近|最近|连续|过去)?(?<over>${LENGTH})(?:以内|内)?(?:均|都|一直)?[无未没]`,
    ({ over }) => lapseOf(over, undefined),
  ),
]

function lapseOf(over = '', bound: string | undefined) {
  const length = lengthOf(over)
  return length && { rule: 'lapse' as const, length, inclusive: includes(bound) }
}
