import type { LocalDate } from '../instant.js'
import { problemLikeness } from '../reading/likeness.js'
import type { Medium, Severity } from '../vocabulary.js'

/** A line as a text gives it, its names looked up in the register. */
export interface ReadLine {
  unit_id: string | null
  asset_id: string | null
  indicator_id: string | null
  severity: Severity
  category: string
  problem: string
  sentence: string
  sentence_start: number
  sentence_end: number
  medium: Medium
  place: string | null
  own_due: { date: LocalDate; time: null } | null
  dispatch: 'unit' | 'none'
}

/** What a line is known by: whose it is, of what, and what is wrong. */
export interface LineMark {
  unit_id: string | null
  asset_id: string | null
  place: string | null
  problem: string
}

/** A line of the draft. */
export interface KnownLine extends LineMark {
  number: number
  /** Null where no text said it, but a person. */
  sentence: string | null
  /** A person decided on it: it stays as it is. */
  decided: boolean
  /** As it was before anybody decided on it; null where that is not known. */
  was: LineMark | null
}

/** What a new reading means for the lines of a draft, by their numbers. */
export interface Reread {
  /** Lines of the text that stand in the draft already, with the line of each. */
  pairs: readonly { known: KnownLine; read: ReadLine }[]
  added: readonly ReadLine[]
  /** Nobody decided on them, and the text says them no more; proposed to be dropped, never dropped by themselves. */
  gone: readonly KnownLine[]
}

/**
 * Matches a new reading of a notice with the lines of its draft, each with one at most. First what is said alike, now or before
 * somebody decided on it; then, of one unit and object, the problem in nearly the same words or another of the same sentence; at
 * last the same words of another unit. Of several that are as near the earlier line is taken.
 */
export function matchReading(known: readonly KnownLine[], read: readonly ReadLine[]): Reread {
  const [left, open] = [new Set(known), new Set(read)]
  const pairs: { known: KnownLine; read: ReadLine }[] = []
  for (const { keysOf, nearness, most } of TIERS) {
    const candidates = new Map<string, Set<KnownLine>>()
    for (const one of left) {
      for (const key of new Set(marksOf(one).flatMap(keysOf))) {
        const alike = candidates.get(key) ?? new Set()
        candidates.set(key, alike.add(one))
      }
    }
    for (const line of open) {
      const groups = keysOf(line).flatMap((key) => candidates.get(key) ?? [])
      const one = nearest(groups, most, (each) => nearness(each, line))
      if (!one) continue
      pairs.push({ known: one, read: line })
      left.delete(one)
      open.delete(line)
      for (const group of candidates.values()) group.delete(one)
    }
  }
  const gone = [...left].filter(({ decided, sentence }) => !decided && sentence !== null)
  return { pairs, added: [...open], gone }
}

interface Tier {
  /** Lines that share none of these are not compared. */
  keysOf: (mark: LineMark) => readonly string[]
  /** 0 where they are not the same. */
  nearness: (known: KnownLine, read: ReadLine) => number
  /** How many are compared: of more that share all but their words, whoever looks cannot tell them apart either. */
  most: number
}

/** Nothing is nearer than that. */
const NEAREST = 2

/** Words are compared with those of so many at most. */
const MANY = 50

const TIERS: readonly Tier[] = [
  {
    keysOf: (mark) => thingsOf(mark).map((thing) => `${thing}\n${bareWords(mark.problem)}`),
    nearness: (known, read) => {
      if (known.sentence === read.sentence) return NEAREST
      // What no text has said yet this one may say: rather that than what another sentence said.
      return known.sentence === null ? 1.5 : 1
    },
    most: Number.POSITIVE_INFINITY,
  },
  {
    keysOf: thingsOf,
    nearness: (known, read) => {
      const alike = Math.max(
        ...marksOf(known).map(({ problem }) => problemLikeness(problem, read.problem)),
      )
      if (alike >= ALIKE) return 1 + alike
      return known.sentence === read.sentence ? 1 : 0
    },
    most: MANY,
  },
  {
    keysOf: ({ problem, place }) => [`${bareWords(place ?? '')}\n${bareWords(problem)}`],
    nearness: ({ sentence }, read) => {
      if (sentence === read.sentence) return NEAREST
      const alike = problemLikeness(sentence ?? '', read.sentence)
      return alike >= ALIKE ? alike : 0
    },
    most: MANY,
  },
]

/** The least that words share of their pairs of signs to be the same with a change. */
const ALIKE = 0.5

/** As a line is, and as it was before a person decided on it. */
function marksOf(known: KnownLine): readonly LineMark[] {
  return known.was ? [known, known.was] : [known]
}

/** The unit with the object, by its entry in the register and by its name. */
function thingsOf({ unit_id, asset_id, place }: LineMark): string[] {
  const objects = [asset_id && `asset ${asset_id}`, place && `place ${bareWords(place)}`]
  const named = objects.filter((one) => one !== null && one !== '')
  return (named.length > 0 ? named : ['']).map((object) => `${unit_id} ${object}`)
}

/** The nearest; of several the one with the lowest number, which ends the search where no other could be nearer. */
function nearest(
  groups: readonly ReadonlySet<KnownLine>[],
  most: number,
  nearness: (one: KnownLine) => number,
): KnownLine | null {
  let best: KnownLine | undefined
  let nearestYet = 0
  for (const group of groups) {
    let looked = 0
    for (const one of group) {
      if (looked >= most) break
      looked += 1
      const near = nearness(one)
      const earlier = near > 0 && near === nearestYet && best && one.number < best.number
      if (near > nearestYet || earlier) {
        best = one
        nearestYet = near
      }
      if (near === NEAREST) break
    }
  }
  return best ?? null
}

function bareWords(words: string): string {
  return words.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
}

/** Where a text says it; null for a line that no text has said yet. */
type Told = 'sentence' | 'sentence_start' | 'sentence_end'

/** What of a line follows its text: all of it that was not decided. */
export type RereadFields = Omit<ReadLine, 'own_due' | 'dispatch' | Told> & {
  [F in Told]: ReadLine[F] | null
}

/**
 * What becomes of a line nobody has decided on, by a new reading of it. Where its sentence stands as it stood, its words do too, which
 * somebody may have put better when the draft was made, and only what is missing is filled in; so too where no text had said it. Nothing that is known gives way to
 * something that is not, nor a severity that was confirmed to a proposal.
 */
export function rereadLine(
  line: RereadFields & { severity_confirmed: boolean },
  read: ReadLine,
): RereadFields {
  const { sentence, sentence_start, sentence_end } = read
  const { severity_confirmed, ...before } = line
  const same = line.sentence === null || line.sentence === read.sentence
  const proposes = read.indicator_id !== null && !severity_confirmed
  const indicated = proposes && (!same || line.indicator_id === null)
  const { indicator_id, severity } = indicated ? read : line
  const codes = { indicator_id, severity, sentence, sentence_start, sentence_end }
  if (same) {
    const { unit_id, asset_id } = line
    return {
      ...before,
      ...codes,
      unit_id: unit_id ?? read.unit_id,
      asset_id: asset_id ?? read.asset_id,
    }
  }
  const unit_id = read.unit_id ?? line.unit_id
  const kept = unit_id === line.unit_id ? line.asset_id : null
  return {
    ...{ ...before, ...codes, unit_id, asset_id: read.asset_id ?? kept },
    ...{ category: read.category, problem: read.problem },
    medium: read.medium === 'unknown' ? line.medium : read.medium,
    place: read.place ?? line.place,
  }
}
