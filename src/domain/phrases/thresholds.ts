import { BOUND, BOUND_BEHIND, excludes, includes, NOT_OVER, OVER } from './bounds.js'
import { family } from './family.js'
import { NUMBER, numberOf } from './numerals.js'

type Side = 'above' | 'below'

const THINGS = '[个条项次处件篇家人份%]'
/** 5个 but not the 5个 of a length of time. */
const COUNT = `(?<![\\d.千万])(?<count>${NUMBER})${THINGS}(?!(?:法定|有效)?工作日|自然日|日历|月|季度|小时|星期|礼拜)`

/** 超过(含)5个, 5个以上, 不足3条: plain 超过、逾、不足 exclude the number; 以上、以下、以内 include it. */
export const THRESHOLDS = [
  family(`(?:${NOT_OVER}|不多于|至多|最多)${COUNT}`, ({ count }) =>
    thresholdOf(count, 'below', true),
  ),
  family(`(?:不少于|不低于|至少)${COUNT}`, ({ count }) => thresholdOf(count, 'above', true)),
  family(`${OVER}${BOUND}${COUNT}${BOUND_BEHIND}`, ({ bound, bound_behind, count }) =>
    thresholdOf(count, 'above', includes(bound ?? bound_behind)),
  ),
  family(`(?:不足|少于|低于|不满)${BOUND}${COUNT}`, ({ bound, count }) =>
    thresholdOf(count, 'below', includes(bound)),
  ),
  family(`${COUNT}以上${BOUND}`, ({ count, bound }) =>
    thresholdOf(count, 'above', !excludes(bound)),
  ),
  family(`${COUNT}(?:以下|以内)${BOUND}`, ({ count, bound }) =>
    thresholdOf(count, 'below', !excludes(bound)),
  ),
]

function thresholdOf(text = '', side: Side, inclusive: boolean) {
  const count = numberOf(text)
  return count === null ? null : { rule: 'threshold' as const, count, side, inclusive }
}
