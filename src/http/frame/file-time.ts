const USUAL_MS = 120_000
/** Half a megabit: the slowest line of a unit over which a file still gets through. */
const BYTES_PER_MS = 64

/** How long a file of this size may take on its way, either way. */
export function fileTime(bytes: number): number {
  return Math.max(USUAL_MS, Math.ceil(bytes / BYTES_PER_MS))
}
