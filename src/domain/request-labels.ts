import type { Labels } from './labels.js'
import type { ExtensionReason, RequestKind, RequestStatus, Verdict } from './vocabulary.js'

/** What a unit asks for. */
export const REQUEST_KIND_LABELS: Labels<RequestKind> = {
  extension: '申请延期',
  dispute: '提出异议',
  transfer: '申请调整责任单位',
}

export const REQUEST_STATUS_LABELS: Labels<RequestStatus> = {
  pending: '待审批',
  granted: '已同意',
  refused: '未同意',
  withdrawn: '已撤回',
  lapsed: '已失效',
}

export const VERDICT_LABELS: Labels<Verdict> = { granted: '同意', refused: '不同意' }

export const EXTENSION_REASON_LABELS: Labels<ExtensionReason> = {
  system_upgrade: '系统改造',
  procurement: '采购流程',
  other_departments: '需其他部门配合',
  data_cleaning: '数据清理工作量大',
  force_majeure: '不可抗力',
  other: '其他原因',
}
