import { build, type Histogram } from 'hdr-histogram-js'

/** How long things took, in milliseconds, to three digits. */
export interface Latencies {
  record(ms: number): void
  /** The value below which so many of a hundred lie. */
  at(percentile: number): number
  readonly count: number
}

const MICROSECONDS = 1_000
const LONGEST = 600 * 1_000 * MICROSECONDS

/** An empty HDR histogram. */
export function createHistogram(): Latencies {
  const histogram: Histogram = build({ highestTrackableValue: LONGEST })
  return {
    record: (ms) => histogram.recordValue(Math.max(1, Math.round(ms * MICROSECONDS))),
    at: (percentile) => histogram.getValueAtPercentile(percentile) / MICROSECONDS,
    get count() {
      return histogram.totalCount
    },
  }
}
