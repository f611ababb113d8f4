import { performance } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'

/** Upper bounds of the buckets of answer times, in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

interface Series {
  labels: string
  count: number
  seconds: number
  buckets: number[]
}

export interface Metrics {
  observe(method: string, route: string, status: number, seconds: number): void
  /** Counts that a stored due was found not to follow from its basis or its record. */
  disagrees(): void
  /** Everything counted so far, in the text form of Prometheus. */
  text(): string
}

/** Counts answers by method, route and status; routes carry no ids, so their number is bounded. */
export function createMetrics(): Metrics {
  const all = new Map<string, Series>()
  let disagreements = 0
  return {
    disagrees() {
      disagreements += 1
    },
    observe(method, route, status, seconds) {
      const labels = `method="${method}",route="${route}",status="${status}"`
      const series = all.get(labels) ?? { labels, count: 0, seconds: 0, buckets: BOUNDS.map(zero) }
      series.count += 1
      series.seconds += seconds
      const bucket = BOUNDS.findIndex((bound) => seconds <= bound)
      if (bucket >= 0) series.buckets[bucket] = (series.buckets[bucket] ?? 0) + 1
      all.set(labels, series)
    },
    text: () =>
      [
        '# TYPE http_request_duration_seconds histogram',
        ...[...all.values()].flatMap(linesOf),
        '',
      ].join('\n') +
      `# TYPE zhenggai_due_disagreements_total counter\nzhenggai_due_disagreements_total ${disagreements}\n` +
      gauge('process_resident_memory_bytes', process.memoryUsage().rss) +
      gauge('process_uptime_seconds', Math.round(process.uptime())) +
      gauge(
        'nodejs_eventloop_utilization',
        Number(performance.eventLoopUtilization().utilization.toFixed(4)),
      ),
  }
}

/** The lines of a figure that goes up and down. */
export function gauge(name: string, value: number): string {
  return `# TYPE ${name} gauge\n${name} ${value}\n`
}

/** Counts every answer of an application. */
export function addMetrics(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    metrics.observe(request.method, route, reply.statusCode, reply.elapsedTime / 1_000)
  })
}

function linesOf({ labels, count, seconds, buckets }: Series): string[] {
  let below = 0
  const lines = BOUNDS.map((bound, index) => {
    below += buckets[index] ?? 0
    return `http_request_duration_seconds_bucket{${labels},le="${bound}"} ${below}`
  })
  return [
    ...lines,
    `http_request_duration_seconds_bucket{${labels},le="+Inf"} ${count}`,
    `http_request_duration_seconds_sum{${labels}} ${seconds.toFixed(6)}`,
    `http_request_duration_seconds_count{${labels}} ${count}`,
  ]
}

function zero(): number {
  return 0
}
