import { AIMS, FIGURES, type Figure, type Figures, isReached } from './aims.js'

const WORDS: Record<Figure, string> = {
  latency_p50_ms: 'command latency, 1 caller, p50 (ms)',
  latency_p99_ms: 'command latency, 1 caller, p99 (ms)',
  commands_per_s: 'commands/s, 16 callers',
  control_commands_per_s: '  control: one bare statement',
  commands_vs_control: '  ours / control',
  lifecycles_per_s: 'lifecycles/s, back to back',
  lifecycles_paced_per_s: 'lifecycles/s, every step told',
  peer_lifecycles_per_s: '  DBOS, back to back',
  textbook_lifecycles_per_s: '  textbook Temporal, back to back',
  lifecycles_ratio_median: '  ours / DBOS, median pair',
  lifecycles_ratio_second_worst: '  ours / DBOS, second worst pair',
  issue_10k_ms: 'notice of 10,000: answered (ms)',
  told_10k_ms: 'notice of 10,000: all told (ms)',
  minute_done_ms: '20,000 due at once: all taken (ms)',
  minute_p99_ratio: '  p99 of commands meanwhile / usually',
  guards_cost: 'row security and signatures, of the commands/s',
  upload_mb_per_s: 'evidence stored (MB/s)',
  upload_memory_mb: '  the API grew meanwhile by (MB)',
  hits_kept_ms: '100,000 hits in one call: kept (ms)',
  hits_taken_ms: '100,000 hits: all taken (ms)',
  hits_memory_mb: '  the API grew with the next 100,000 by (MB)',
  audit_events_per_s: 'the record verified (events/s)',
  list_p99_ms_1m: 'lists with 1M findings, p99 (ms)',
  rss_api_mb: 'API with 10,000 open (MB)',
  rss_worker_mb: 'worker with 10,000 open (MB)',
}
const WIDTH = Math.max(...Object.values(WORDS).map((word) => word.length))

/** The table: every figure, its aim and whether it is reached. A figure that misses its aim is a fact, not a failure. */
export function tableOf(figures: Partial<Figures>): string[] {
  return FIGURES.flatMap((figure) => {
    const value = figures[figure]
    if (value === undefined) return []
    const aim = AIMS[figure]
    const wanted = aim ? ('atMost' in aim ? `≤ ${aim.atMost}` : `≥ ${aim.atLeast}`) : ''
    const verdict = aim ? (isReached(figure, value) ? 'reached' : 'missed') : ''
    const columns = [WORDS[figure].padEnd(WIDTH), rounded(value).padStart(9), wanted.padStart(9)]
    return [`${columns.join('  ')}  ${verdict}`.trimEnd()]
  })
}

/** The figures as one line, rounded to what they are good for. */
export function lineOf(figures: Partial<Figures>): string {
  const measured = FIGURES.flatMap((figure) => {
    const value = figures[figure]
    return value === undefined ? [] : [[figure, Number(rounded(value))]]
  })
  return JSON.stringify(Object.fromEntries(measured))
}

function rounded(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2)
}
