/** What one side of a pair reached. */
export interface Pair {
  ours: number
  theirs: number
}

/** What interleaved pairs say: each side's median, and of the ratios the median and the second worst. */
export interface Verdict {
  ours: number
  theirs: number
  ratio: number
  secondWorst: number
  /** The worst and the best of our own figures. */
  spread: readonly [number, number]
}

/**
 * Measures A B A B …: whatever the machine is doing meanwhile, it does to both. Every second pair begins with the
 * other side, so that neither always has the warmer place.
 */
export async function inPairs(
  count: number,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<Pair[]> {
  const pairs: Pair[] = []
  for (let index = 0; index < count; index += 1) {
    if (index % 2 === 0) {
      const first = await ours()
      pairs.push({ ours: first, theirs: await theirs() })
    } else {
      const first = await theirs()
      pairs.push({ ours: await ours(), theirs: first })
    }
  }
  return pairs
}

export function verdictOf(pairs: readonly Pair[]): Verdict {
  const ratios = pairs.map(({ ours, theirs }) => ours / theirs).toSorted((a, b) => a - b)
  const ours = pairs.map((pair) => pair.ours)
  return {
    ours: median(ours),
    theirs: median(pairs.map((pair) => pair.theirs)),
    ratio: median(ratios),
    secondWorst: ratios[1] ?? ratios[0] ?? Number.NaN,
    spread: [Math.min(...ours), Math.max(...ours)],
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2
}
