/** How alike two problems are, from 0 to 1: 1 where one contains the other, else the share of their pairs of signs. */
export function problemLikeness(wanted: string, found: string): number {
  const [key, read] = [bareWords(wanted), bareWords(found)]
  if (key === '' || read === '') return 0
  if (key.includes(read) || read.includes(key)) return 1
  const [first, second] = [pairsIn(key), pairsIn(read)]
  const shared = [...first].filter((pair) => second.has(pair)).length
  return (2 * shared) / (first.size + second.size)
}

function bareWords(words: string): string {
  return words.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
}

function pairsIn(words: string): Set<string> {
  return new Set(Array.from(words, (_, at) => words.slice(at, at + 2)))
}
