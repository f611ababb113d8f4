/** Why a name is proposed for another, the strongest reason first. */
export const LIKENESSES = ['same', 'place_left_out', 'abbreviated', 'alike'] as const
export type Likeness = (typeof LIKENESSES)[number]

export interface Alike {
  because: Likeness
  /** 0 (exclusive) to 1. */
  score: number
}

/** Names shorter than this say too little to stand for a longer one. */
const TELLING = 3
const LEAST_ALIKE = 0.55

/**
 * The one may leave out the place before it (商务局 for 市商务局) or be made of some characters of the other in their
 * order (人社局 for 人力资源和社会保障局). Null where neither speaks for it.
 */
export function shortForm(a: string, b: string): Alike | null {
  if (a === b) return { because: 'same', score: 1 }
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < TELLING || short.at(-1) !== long.at(-1)) return null
  if (long.endsWith(short)) return { because: 'place_left_out', score: 0.9 }
  if (!isMadeOf(short, long)) return null
  return { because: 'abbreviated', score: round(0.6 + (0.25 * short.length) / long.length) }
}

/** Two plain names with so many different pairs of neighbouring characters, and so many of them shared. */
export function likeness(pairs: number, others: number, shared: number): Alike | null {
  const share = (2 * shared) / (pairs + others)
  return share < LEAST_ALIKE ? null : { because: 'alike', score: round(0.8 * share) }
}

/** The different pairs of neighbouring characters of a name. */
export function pairsOf(plain: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < plain.length; at += 1) pairs.add(plain.slice(at, at + 2))
  return pairs
}

const LEVEL = /^[市县区州省]/

/** Both begin alike, whether or not the long one's level is named, and the short one's characters follow in it. */
function isMadeOf(short: string, long: string): boolean {
  if (short[0] !== long[0] && short[0] !== long.replace(LEVEL, '')[0]) return false
  let from = 0
  for (const character of short) {
    const at = long.indexOf(character, from)
    if (at < 0) return false
    from = at + 1
  }
  return true
}

function round(score: number): number {
  return Math.round(score * 100) / 100
}
