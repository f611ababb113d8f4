import { addTo } from './by-key.js'
import { type Alike, likeness, pairsOf, shortForm } from './likeness.js'

/**
 * What of a list of plain names is like another, by its place in the list. Which names hold a pair of characters, and
 * which end alike, is counted once: a long list of strange names is then looked up in little time.
 */
export function alikeIn(
  plains: readonly string[],
): (plain: string) => Iterable<readonly [number, Alike]> {
  const holding = new Map<string, number[]>()
  const ending = new Map<string, number[]>()
  const sizes = plains.map((plain, index) => {
    const pairs = pairsOf(plain)
    for (const pair of pairs) addTo(holding, pair, index)
    addTo(ending, plain.slice(-1), index)
    return pairs.size
  })

  return function* alikeTo(plain) {
    for (const index of ending.get(plain.slice(-1)) ?? []) {
      const short = shortForm(plain, plains[index] ?? '')
      if (short) yield [index, short]
    }
    const pairs = pairsOf(plain)
    const shared = new Uint16Array(plains.length)
    for (const pair of pairs) {
      for (const index of holding.get(pair) ?? []) shared[index] = (shared[index] ?? 0) + 1
    }
    for (const [index, count] of shared.entries()) {
      const alike = count === 0 ? null : likeness(pairs.size, sizes[index] ?? 0, count)
      if (alike) yield [index, alike]
    }
  }
}
