/**
 * A closed loop: so many callers, each taking the next item as soon as its last is done. Rejects with the first
 * failure, after which nobody takes another item.
 */
export async function inLanes<T>(
  items: readonly T[],
  lanes: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = items.values()
  let failed = false
  const lane = async () => {
    for (const item of left) {
      if (failed) return
      await work(item).catch((error: unknown) => {
        failed = true
        throw error
      })
    }
  }
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane))
}
