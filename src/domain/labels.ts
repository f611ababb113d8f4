import type {
  Audience,
  CommandName,
  ErasedAbout,
  EventType,
  Fixed,
  Handling,
  Holder,
  Medium,
  MilestoneKind,
  PersonRole,
  Reported,
  Result,
  RetestResult,
  ReturnKind,
  ReturnReason,
  Role,
  Severity,
  State,
  WithdrawnReason,
} from './vocabulary.js'

/** The Chinese word for every value people see. A value without one does not compile. */
export type Labels<Value extends string | number> = Readonly<Record<Value, string>>

export const STATE_LABELS: Labels<State> = {
  draft: '草稿',
  notified: '待签收',
  rectifying: '整改中',
  responded: '已反馈（待初核）',
  verified: '待复核销号',
  returned: '退回整改',
  ongoing: '持续整改',
  closed: '已销号',
  withdrawn: '已撤销',
}

export const PERSON_ROLE_LABELS: Labels<PersonRole> = {
  'unit.reporter': '联络员',
  'unit.signatory': '单位签发人',
  'office.handler': '经办人',
  'office.reviewer': '复核人',
  'office.leader': '审签领导',
  inspector: '监测单位',
  auditor: '监督查阅人',
  security: '安全管理员',
  admin: '系统管理员',
}

export const ROLE_LABELS: Labels<Role> = { ...PERSON_ROLE_LABELS, system: '系统自动' }

export const COMMAND_LABELS: Labels<CommandName> = {
  issue: '交办',
  acknowledge: '签收',
  delegate: '转办',
  name_supporting: '确定协办单位',
  contribute: '提供协办情况',
  report_takedown: '报告先行处置',
  report_progress: '报送进展',
  respond: '报送整改情况',
  register_response: '代录整改情况',
  recall: '撤回',
  begin_review: '开始初核',
  accept: '初核通过',
  accept_plan: '同意限期整改',
  return: '退回整改',
  close: '复核销号',
  close_unreported: '未反馈销号',
  reopen: '重新列入台账',
  follow: '另行交办',
  withdraw: '撤销问题',
  revoke: '撤销通报',
  correct: '更正',
  reassign: '调整责任单位',
  reschedule: '调整时限',
  recalculate: '按新日历重算',
  request_extension: '申请延期',
  dispute: '提出异议',
  request_transfer: '申请调整责任单位',
  give_view: '反馈承接意见',
  withdraw_request: '撤回申请',
  propose_decision: '拟办意见',
  decide_request: '审批申请',
  record_retest: '复查',
  register_report: '登记盖章反馈',
  exempt_report: '免予书面反馈',
  record_contact: '电话沟通',
  record_instruction: '领导批示',
  comment: '沟通记录',
  erase_words: '清除原文',
  catch_up: '时钟推进',
}

export const EVENT_LABELS: Labels<EventType> = {
  drafted: '列入草稿',
  redrafted: '修改草稿',
  issued: '交办',
  acknowledged: '签收',
  receipt_deemed: '视同签收',
  receipt_unproven: '送达待核实',
  delegated: '转办',
  support_asked: '交办协办单位',
  support_ended: '解除协办',
  contributed: '提供协办情况',
  takedown_reported: '先行处置',
  progress_reported: '报送进展',
  responded: '报送整改情况',
  recalled: '撤回',
  review_begun: '开始初核',
  accepted: '初核通过',
  plan_accepted: '同意限期整改',
  returned: '退回',
  closed: '复核销号',
  closed_unreported: '未反馈销号',
  lookbacks_planned: '安排回头看',
  reopened: '重新列入台账',
  followed: '另行交办',
  withdrawn: '撤销问题',
  revoked: '通报撤销',
  corrected: '更正',
  released: '解除责任',
  reassigned: '调整责任单位',
  rescheduled: '调整时限',
  recalculated: '按新日历重算',
  extension_requested: '申请延期',
  dispute_raised: '提出异议',
  transfer_requested: '申请调整责任单位',
  view_given: '反馈承接意见',
  request_withdrawn: '撤回申请',
  decision_proposed: '拟办意见',
  request_decided: '审批申请',
  retest_recorded: '复查',
  report_registered: '登记盖章反馈',
  report_exempted: '免予书面反馈',
  contact_recorded: '电话沟通',
  instruction_recorded: '领导批示',
  commented: '沟通记录',
  words_erased: '清除原文',
  reminded: '临期提醒',
  delegate_reminded: '转办临期提醒',
  support_reminded: '协办临期提醒',
  fell_due: '到期未反馈',
  climbed: '逾期升级',
  office_nagged: '内部催办',
  progress_missed: '进展未报',
  lookback_opened: '启动回头看',
}

export const SEVERITY_LABELS: Labels<Severity> = {
  veto: '单项否决',
  major: '严重问题',
  deduction: '扣分问题',
  management: '管理问题',
}

export const ERASED_ABOUT_LABELS: Labels<ErasedAbout> = {
  letter_writer: '来信人信息',
  person: '工作人员信息',
  other: '其他个人信息',
}

export const HANDLING_LABELS: Labels<Handling> = {
  normal: '一般',
  sensitive: '敏感',
  offline: '线下保密渠道处置',
}

export const MEDIUM_LABELS: Labels<Medium> = {
  website: '政府网站',
  channel: '网站栏目',
  'new-media': '政务新媒体',
  mailbox: '互动信箱',
  service: '办事服务',
  unknown: '未注明',
}

export const RESULT_LABELS: Labels<Result> = {
  fixed: '已整改',
  fixed_before_notice: '立行立改',
  partly_fixed: '部分整改',
  column_removed: '栏目撤并',
  account_closed: '账号注销',
  planned: '限期整改',
  beyond_unit: '客观原因挂账',
}

export const RETURN_KIND_LABELS: Labels<ReturnKind> = {
  substantive: '退回整改',
  formal: '退回补正',
}

export const RETURN_REASON_LABELS: Labels<ReturnReason> = {
  not_fixed: '未整改',
  perfunctory: '敷衍整改',
  false_report: '虚假整改',
  partly_fixed: '整改不彻底',
  evidence_missing: '佐证材料不全',
  report_incomplete: '反馈内容不完整',
  wrong_form: '格式不符合要求',
}

export const WITHDRAWN_REASON_LABELS: Labels<WithdrawnReason> = {
  false_alarm: '误报',
  duplicate: '重复交办',
  wrong_unit: '责任单位有误',
  notice_revoked: '通报已撤销',
  dispute_upheld: '异议成立',
  other: '其他原因',
}

export const RETEST_RESULT_LABELS: Labels<RetestResult> = {
  pass: '通过',
  fail: '未通过',
  inconclusive: '无法判定',
}

export const FIXED_LABELS: Labels<Fixed> = {
  unknown: '未复查',
  no: '复查未改',
  yes: '复查已改',
}

export const REPORTED_LABELS: Labels<Reported> = {
  no: '未收到盖章反馈',
  yes: '已收到盖章反馈',
  exempt: '免予书面反馈',
}

export const AUDIENCE_LABELS: Labels<Audience> = { office: '仅办公室可见', unit: '责任单位可见' }

export const MILESTONE_LABELS: Labels<MilestoneKind> = {
  deem_received: '视同签收',
  remind: '临期提醒',
  fall_due: '到期',
  climb: '逾期升级',
  nag_office: '内部催办',
  progress_due: '进展应报',
  open_lookback: '启动回头看',
  remind_delegate: '转办临期提醒',
  remind_support: '协办临期提醒',
}

/** Who has a finding in hand. */
export const HOLDER_LABELS: Labels<Holder> = {
  unit: '责任单位',
  office: '办公室',
  transfer: '调整责任单位期间',
  former_unit: '原责任单位',
}
