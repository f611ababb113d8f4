/** Every figure of the bench, under the name it has in the JSON line. */
export const FIGURES = [
  'latency_p50_ms',
  'latency_p99_ms',
  'commands_per_s',
  'control_commands_per_s',
  'commands_vs_control',
  'lifecycles_per_s',
  'lifecycles_paced_per_s',
  'peer_lifecycles_per_s',
  'textbook_lifecycles_per_s',
  'lifecycles_ratio_median',
  'lifecycles_ratio_second_worst',
  'issue_10k_ms',
  'told_10k_ms',
  'minute_done_ms',
  'minute_p99_ratio',
  'guards_cost',
  'upload_mb_per_s',
  'upload_memory_mb',
  'hits_kept_ms',
  'hits_taken_ms',
  'hits_memory_mb',
  'audit_events_per_s',
  'list_p99_ms_1m',
  'rss_api_mb',
  'rss_worker_mb',
] as const
export type Figure = (typeof FIGURES)[number]
export type Figures = Record<Figure, number>

/** What is aimed at on two cores; a figure without an aim stands beside the others. */
export const AIMS: Partial<Record<Figure, { atMost: number } | { atLeast: number }>> = {
  latency_p50_ms: { atMost: 3 },
  latency_p99_ms: { atMost: 15 },
  commands_per_s: { atLeast: 1_500 },
  commands_vs_control: { atLeast: 0.3 },
  lifecycles_per_s: { atLeast: 200 },
  lifecycles_ratio_median: { atLeast: 1.5 },
  lifecycles_ratio_second_worst: { atLeast: 1.1 },
  issue_10k_ms: { atMost: 8_000 },
  told_10k_ms: { atMost: 60_000 },
  minute_done_ms: { atMost: 120_000 },
  minute_p99_ratio: { atMost: 2 },
  guards_cost: { atMost: 0.2 },
  upload_mb_per_s: { atLeast: 100 },
  upload_memory_mb: { atMost: 32 },
  hits_kept_ms: { atMost: 10_000 },
  hits_memory_mb: { atMost: 32 },
  audit_events_per_s: { atLeast: 100_000 },
  list_p99_ms_1m: { atMost: 25 },
  rss_api_mb: { atMost: 200 },
  rss_worker_mb: { atMost: 400 },
}

export function isReached(figure: Figure, value: number): boolean {
  const aim = AIMS[figure]
  if (!aim) return true
  return 'atMost' in aim ? value <= aim.atMost : value >= aim.atLeast
}
