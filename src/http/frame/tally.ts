/** What happens over and over, recorded seldom. */
export interface Tally<T> {
  /** Something has happened; its first time in a window is recorded before this resolves. */
  add(one: T): Promise<void>
  /** Records what is not yet recorded; what cannot be is kept for the next time. */
  flush(): Promise<void>
}

interface TallySettings<T> {
  /** The window, in milliseconds. */
  ms: number
  /** So many different things are told apart in a window. */
  max: number
  /** As what all others count, past that many. */
  rest: (one: T) => T
  record: (one: T, times: number) => Promise<void>
}

/**
 * Records the first of a kind at once and how often it came again once, at the end of the window: however often and
 * in however many kinds things come, no more than twice `max` and two records are made in a window. A process that
 * dies takes with it the count of its last window, never the first of a kind.
 */
export function tallyOf<T>({ ms, max, rest, record }: TallySettings<T>): Tally<T> {
  let held = new Map<string, { one: T; again: number }>()
  let timer: NodeJS.Timeout | null = null

  const flush = async () => {
    if (timer) clearTimeout(timer)
    timer = null
    const over = held
    held = new Map()
    for (const { one, again } of over.values()) {
      if (again > 0) await record(one, again).catch(() => keep(one, again))
    }
  }
  const wait = () => {
    timer ??= setTimeout(() => void flush(), ms).unref()
  }
  const keep = (one: T, times: number) => {
    const key = JSON.stringify(one)
    const again = (held.get(key)?.again ?? 0) + times
    held.set(key, { one, again })
    wait()
  }
  return {
    flush,
    async add(one) {
      const told = held.has(JSON.stringify(one)) || held.size < max ? one : rest(one)
      if (held.has(JSON.stringify(told))) return keep(told, 1)
      keep(told, 0)
      await record(told, 1).catch((error: unknown) => {
        keep(told, 1)
        throw error
      })
    },
  }
}
