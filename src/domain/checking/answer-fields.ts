/** Chinese names of an answer's fields by their place; a star stands for the number of one of several. */
const NAMES: Readonly<Record<string, string>> = {
  result: '整改结果',
  cause: '原因',
  measures: '整改措施',
  completed_on: '完成日期',
  evidence: '佐证材料',
  taken_down_at: '下线时间',
  paper_number: '纸质件编号',
  signed_paper_id: '签批件',
  report: '盖章反馈',
  'report/on': '盖章反馈的日期',
  'report/report_number': '盖章反馈的文号',
  'report/evidence': '盖章反馈的扫描件',
  fix_plan: '整改方案',
  'fix_plan/fixed_by': '整改方案的完成日期',
  'fix_plan/steps': '整改方案的分步安排',
  'fix_plan/steps/*/on': '分步安排中的日期',
  'fix_plan/steps/*/text': '分步安排中的事项',
  asked: '已提出请求的证明',
  'asked/on': '提出请求的日期',
  'asked/whom': '向谁提出请求',
  'asked/evidence': '提出请求的证明材料',
}

/** What a field of an answer is called; of steps with its number, counted from 1. */
export function fieldName(pointer: string): string {
  const parts = pointer.split('/').slice(1)
  const at = parts.findIndex((part) => /^\d+$/.test(part))
  const name = NAMES[parts.map((part, index) => (index === at ? '*' : part)).join('/')] ?? pointer
  return at < 0 ? name : `${name}（第${Number(parts[at]) + 1}步）`
}
