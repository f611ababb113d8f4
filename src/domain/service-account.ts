/** What a machine may be to an office: a unit's own portal, or a tool that inspects. */
export const SERVICE_ACCOUNT_KINDS = ['portal', 'inspection_tool'] as const
export type ServiceAccountKind = (typeof SERVICE_ACCOUNT_KINDS)[number]

/** Chinese words for them. */
export const SERVICE_ACCOUNT_KIND_LABELS: Readonly<Record<ServiceAccountKind, string>> = {
  portal: '单位门户',
  inspection_tool: '监测工具',
}

/** What a portal may be let do for people of its unit. */
export const PORTAL_SCOPES = [
  'read',
  'receive',
  'answer',
  'request',
  'letters',
  'files',
  'preferences',
] as const
/** What a tool may be let do. */
export const TOOL_SCOPES = ['hits', 'retests'] as const

export const KEY_SCOPES = [...PORTAL_SCOPES, ...TOOL_SCOPES] as const
export type KeyScope = (typeof KEY_SCOPES)[number]

/** Everything an account of a kind may be let do; never more, whatever is chosen. */
export const SCOPES_OF: Readonly<Record<ServiceAccountKind, readonly KeyScope[]>> = {
  portal: PORTAL_SCOPES,
  inspection_tool: TOOL_SCOPES,
}

/** Chinese words for them. */
export const KEY_SCOPE_LABELS: Readonly<Record<KeyScope, string>> = {
  read: '查阅',
  receive: '签收',
  answer: '办理和反馈',
  request: '申请和异议',
  letters: '登记盖章反馈',
  files: '佐证材料',
  preferences: '提醒设置',
  hits: '报送线索',
  retests: '复测',
}

/** How long a key may live, and how long the one before it may live on beside it. */
export const KEY_DAYS = { most: 366 } as const
export const OVERLAP_HOURS = { usual: 24, most: 168 } as const
