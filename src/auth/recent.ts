/** What was looked up a moment ago, by key. Callers asking for one key at once share one look-up. */
export interface Recent<V> {
  get(key: string): Promise<V>
  /** Whether `get` would answer without a look-up of its own. */
  has(key: string): boolean
  forget(key: string): void
}

/**
 * Remembers look-ups for `ms` milliseconds and at most `max` of them, the oldest forgotten first. Failures are not
 * remembered.
 */
export function rememberFor<V>(
  ms: number,
  max: number,
  look: (key: string) => Promise<V>,
): Recent<V> {
  const held = new Map<string, { value: Promise<V>; until: number }>()
  return {
    get(key) {
      const known = held.get(key)
      if (known && performance.now() < known.until) return known.value
      const entry = { value: look(key), until: performance.now() + ms }
      entry.value.catch(() => {
        if (held.get(key) === entry) held.delete(key)
      })
      held.delete(key)
      held.set(key, entry)
      const oldest = held.keys().next()
      if (held.size > max && !oldest.done) held.delete(oldest.value)
      return entry.value
    },
    has: (key) => performance.now() < (held.get(key)?.until ?? 0),
    forget: (key) => void held.delete(key),
  }
}
