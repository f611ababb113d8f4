import { type Labels, RESULT_LABELS } from '../labels.js'
import type { LetterOutcome, LetterResult } from './words.js'

export const LETTER_RESULT_LABELS: Labels<LetterResult> = {
  ...RESULT_LABELS,
  disputed: '有异议',
  not_ours: '不属本单位',
}

export const LETTER_OUTCOME_LABELS: Labels<LetterOutcome> = {
  responded: '已登记反馈',
  reported: '已登记盖章件',
  returned: '已登记并退回补正',
  disputed: '已受理异议',
  transfer_requested: '已受理调整责任单位申请',
  refused: '未受理',
  stale: '问题已有变化，请核对后重报',
}
