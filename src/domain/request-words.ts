/** What a unit may ask of the office; at most one of each kind waits. */
export const REQUEST_KINDS = ['extension', 'dispute', 'transfer'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

/** A request lapses when its finding ends, or a fix plan answers it, before it is decided. */
export const REQUEST_STATUSES = ['pending', 'granted', 'refused', 'withdrawn', 'lapsed'] as const
export type RequestStatus = (typeof REQUEST_STATUSES)[number]

export const VERDICTS = ['granted', 'refused'] as const
export type Verdict = (typeof VERDICTS)[number]

export const EXTENSION_REASONS = [
  'system_upgrade',
  'procurement',
  'other_departments',
  'data_cleaning',
  'force_majeure',
  'other',
] as const
export type ExtensionReason = (typeof EXTENSION_REASONS)[number]

/** What the office gives itself a limit for. */
export const OFFICE_LIMITS = [
  'review',
  'close',
  'lookback',
  'seen_again',
  ...REQUEST_KINDS,
] as const
export type OfficeLimit = (typeof OFFICE_LIMITS)[number]
