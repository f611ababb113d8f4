/** Adds a value to the list of its key. */
export function addTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** The items by their key, in their order; those without one are left out. */
export function byKey<T>(
  items: readonly T[],
  keyOf: (item: T) => string | null,
): ReadonlyMap<string, readonly T[]> {
  const lists = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key !== null) addTo(lists, key, item)
  }
  return lists
}
