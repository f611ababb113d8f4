/** What a written answer may say otherwise than the one before it, its files apart. */
export const ROUND_FIELDS = [
  'result',
  'cause',
  'measures',
  'completed_on',
  'taken_down_at',
  'fixed_by',
  'fix_steps',
  'asked',
] as const
export type RoundField = (typeof ROUND_FIELDS)[number]

export const ROUND_FIELD_LABELS: Readonly<Record<RoundField, string>> = {
  result: '整改结果',
  cause: '原因',
  measures: '整改措施',
  completed_on: '完成日期',
  taken_down_at: '下线时间',
  fixed_by: '计划完成日',
  fix_steps: '分步安排',
  asked: '提出请求的证明',
}
