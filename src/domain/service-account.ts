/** What a machine may be to an office: a unit's own portal, or a tool that inspects. */
export const SERVICE_ACCOUNT_KINDS = ['portal', 'inspection_tool'] as const
export type ServiceAccountKind = (typeof SERVICE_ACCOUNT_KINDS)[number]

/** Chinese words for them. */
export const SERVICE_ACCOUNT_KIND_LABELS: Readonly<Record<ServiceAccountKind, string>> = {
  portal: '单位门户',
  inspection_tool: '监测工具',
}

/** How long a key may live, and how long the one before it may live on beside it. */
export const KEY_DAYS = { most: 366 } as const
export const OVERLAP_HOURS = { usual: 24, most: 168 } as const
