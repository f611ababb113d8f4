import type { Labels } from './labels.js'
import type { MessageKind, Recipient } from './vocabulary.js'

/** What a message says. */
export const MESSAGE_LABELS: Labels<MessageKind> = {
  slice: '交办',
  reminder: '临期提醒',
  fell_due: '到期',
  overdue: '逾期提醒',
  progress_due: '进展应报',
  returned: '退回整改',
  accepted: '初核通过',
  plan_accepted: '同意限期整改',
  closed: '销号',
  reopened: '重新列入台账',
  withdrawn: '撤销',
  corrected: '更正',
  released: '解除责任',
  rescheduled: '调整时限',
  request_decided: '申请审批结果',
  view_wanted: '征求承接意见',
  response_registered: '代录反馈',
  slip_issued: '督办单',
  slip_withdrawn: '督办单撤回',
  contact_failed: '联系方式失效',
  delegation: '转办',
  consultation: '发文前核实',
  consultation_answered: '核实意见已齐',
  consultation_over: '核实期满',
  unit_comment: '沟通记录',
  response_waits: '待初核',
  request_waits: '申请待审批',
  view_given: '承接意见',
  proposal_waits: '拟办意见待审批',
  decision_waits: '待复核销号',
  delivery_unproven: '送达未证实',
  third_return: '第三次退回',
  slip_waits: '督办单待签发',
  office_comment: '单位留言',
  office_late: '内部催办',
  request_late: '申请审批催办',
  lookback_waits: '回头看待复查',
  seen_again: '回头看未通过',
}

/** Whom it is for. */
export const RECIPIENT_LABELS: Labels<Recipient> = {
  unit: '责任单位',
  handler: '经办人',
  reviewer: '复核人',
  leader: '审签领导',
}
