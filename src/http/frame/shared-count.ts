/** What everybody together has done in a window, and how long it lasts. */
export interface Sum {
  hits: number
  left_ms: number
}

/** Adds to the sums of all processes and answers with them. */
export type Share = (
  more: ReadonlyMap<string, number>,
) => Promise<readonly (Sum & { subject: string })[]>

/** After so long what was counted here is told to the others: nobody waits for it, and a request costs no statement. */
const TELL_MS = 1_000

interface Counted {
  /** Of everybody, as last heard. */
  heard: number
  /** Here, since it was last told. */
  own: number
  until: number
}

/**
 * Counts here and shares now and then, so that a sum lags behind by a second and never by a request of this process. While it
 * cannot be shared each process counts by itself.
 */
export function sharedCount(share: Share, windowMs: number) {
  const all = new Map<string, Counted>()
  let toldAt = performance.now()
  let telling = false

  const tell = async () => {
    const more = new Map(
      [...all].flatMap(([subject, { own }]) => (own > 0 ? [[subject, own]] : [])),
    )
    for (const [subject] of more) {
      const counted = all.get(subject)
      if (counted) Object.assign(counted, { heard: counted.heard + counted.own, own: 0 })
    }
    const now = performance.now()
    for (const { subject, hits, left_ms } of more.size > 0 ? await share(more) : []) {
      const counted = all.get(subject)
      if (counted) Object.assign(counted, { heard: hits, until: now + left_ms })
    }
    for (const [subject, { until }] of all) if (until <= now) all.delete(subject)
  }

  return (subject: string, more = 1): Sum => {
    const now = performance.now()
    const known = all.get(subject)
    const counted = known && known.until > now ? known : { heard: 0, own: 0, until: now + windowMs }
    counted.own += more
    all.set(subject, counted)
    if (!telling && now - toldAt > TELL_MS) {
      telling = true
      toldAt = now
      tell()
        .catch(ignore)
        .finally(() => {
          telling = false
        })
    }
    return { hits: counted.heard + counted.own, left_ms: counted.until - now }
  }
}

function ignore(): void {}
