/** What is said, by kind. Who hears it and when is decided in `messages.ts`. */
export const MESSAGES = [
  'slice',
  'reminder',
  'fell_due',
  'overdue',
  'progress_due',
  'returned',
  'accepted',
  'plan_accepted',
  'closed',
  'reopened',
  'withdrawn',
  'corrected',
  'released',
  'rescheduled',
  'request_decided',
  'view_wanted',
  'response_registered',
  'slip_issued',
  'slip_withdrawn',
  'contact_failed',
  'delegation',
  'unit_comment',
  'response_waits',
  'request_waits',
  'view_given',
  'proposal_waits',
  'decision_waits',
  'delivery_unproven',
  'third_return',
  'slip_waits',
  'office_comment',
  'office_late',
  'request_late',
  'lookback_waits',
  'seen_again',
] as const
export type MessageKind = (typeof MESSAGES)[number]

/** Whom a message is for; people are looked up when it is sent. */
export const RECIPIENTS = ['unit', 'handler', 'reviewer', 'leader'] as const
export type Recipient = (typeof RECIPIENTS)[number]
