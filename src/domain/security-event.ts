/** What happened that matters to safety. */
export const SECURITY_EVENTS = [
  'login_refused',
  'attempts_limited',
  'step_up_asked',
  'behalf_refused',
  'login_changed',
  'role_given',
  'role_changed',
  'key_made',
  'key_rotated',
  'key_revoked',
  'words_erased',
  'person_erased',
  'retention_changed',
  'retention_swept',
  'register_exported',
  'reach_changed',
] as const
export type SecurityEventKind = (typeof SECURITY_EVENTS)[number]

/** Chinese words for it. */
export const SECURITY_EVENT_LABELS: Readonly<Record<SecurityEventKind, string>> = {
  login_refused: '登录被拒绝',
  attempts_limited: '验证失败过多，暂停受理',
  step_up_asked: '要求重新登录',
  behalf_refused: '代他人办理被拒绝',
  login_changed: '登录身份或人员状态变更',
  role_given: '授予任职',
  role_changed: '任职变更',
  key_made: '发放密钥',
  key_rotated: '换发密钥',
  key_revoked: '吊销密钥',
  words_erased: '清除原文',
  person_erased: '清除人员信息',
  retention_changed: '更改保存期限',
  retention_swept: '清理超过保存期限的数据',
  register_exported: '导出名册',
  reach_changed: '单位隶属或上级查看范围变更',
}

/** Whether it was done or refused. */
export const SECURITY_RESULTS = ['done', 'refused'] as const
export type SecurityResult = (typeof SECURITY_RESULTS)[number]

/** Chinese words for it. */
export const SECURITY_RESULT_LABELS: Readonly<Record<SecurityResult, string>> = {
  done: '已执行',
  refused: '已拒绝',
}
