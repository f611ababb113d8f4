import type { DueRule } from './finding.js'
import type { Labels } from './labels.js'
import type { DoubtKind } from './notice/draft.js'

export const DUE_RULE_LABELS: Labels<DueRule> = {
  finding_date: '该问题单独规定的日期',
  notice_date: '通报规定的日期',
  notice_period: '通报规定的期限（自送达、签收或印发起计）',
  urgent_takedown: '紧急问题先行处置时限',
  urgent_report: '紧急问题书面报告时限',
  indicator_window: '该指标的整改时限',
  severity_window: '该严重程度的整改时限',
  default_window: '缺省整改时限',
  public_report_window: '我为政府网站找错留言的办结时限',
  repeat_window: '重复出现问题的缩短时限',
  return_window: '退回后的再次反馈时限',
  kept: '退回时原时限未到，予以保留',
  rescheduled: '办公室调整后的时限',
  plan_accepted: '批准的整改方案所定期限',
  extension_granted: '批准延期后的时限',
  extension_refused: '延期未获批准，至批复后次一工作日止',
  pause_ended: '异议处理期间暂停计时，顺延后的时限',
  recalculated: '放假安排公布后提前的时限，至重算后次一工作日止',
}

export const DOUBT_LABELS: Labels<DoubtKind> = {
  due_on_day_off: '时限落在休息日',
  due_provisional: '该年度放假安排尚未公布，时限暂定',
  unit_unreachable: '责任单位没有联络员，也没有公共邮箱',
  same_problem_twice: '同一单位同一问题出现多次',
  problem_repeated: '同一问题以前出现过',
  no_indicator: '没有对应的检查指标',
  outside_hours: '现在不是上班时间，送达日按下一个工作日计',
  said_false_alarm: '责任单位核实时反馈为误报',
  said_fixed: '责任单位核实时反馈已改',
  reworded: '送核实后内容有更改，责任单位没有看到现在的表述',
}
