import { problemLikeness } from './likeness.js'
import type { NoticeReading, ReadDeadline } from './reading.js'

/** What an answer key says of one finding; `problemText` is how ledgers call it. */
export interface KeyFinding {
  readonly unit: string | null
  readonly asset: string | null
  readonly problem: string
}

/** What an answer key says of one deadline. */
export type KeyDeadline = Pick<ReadDeadline, 'kind' | 'working_days' | 'hours'> & {
  readonly date: string | null
  readonly time: string | null
}

/** How many were wanted, how many read, how many of them agree; and those that do not. */
export interface Score {
  readonly wanted: number
  readonly read: number
  readonly right: number
  readonly missed: readonly KeyFinding[]
  readonly invented: readonly KeyFinding[]
}

/**
 * Compares findings by (unit, object, problem), each with at most one of the key, the most alike first. Units agree when
 * their names are equal without 人民政府, 办公室 or 网站; that nobody or all are meant counts as one. Objects agree when
 * their names are equal without quotation marks, 栏目 or a platform, or one is part of the other; where the key names
 * none, an object out of its problem is let pass. Problems agree when one contains the other or they share half of
 * their pairs of signs.
 */
export function scoreFindings(key: readonly KeyFinding[], read: readonly KeyFinding[]): Score {
  const pairs = key.flatMap((wanted, at) =>
    read.flatMap((found, index) => {
      const likeness = likenessOf(wanted, found)
      return likeness > 0 ? [{ at, index, likeness }] : []
    }),
  )
  const [keys, reads] = [new Set<number>(), new Set<number>()]
  for (const { at, index } of pairs.toSorted((a, b) => b.likeness - a.likeness)) {
    if (keys.has(at) || reads.has(index)) continue
    keys.add(at)
    reads.add(index)
  }
  return {
    ...{ wanted: key.length, read: read.length, right: keys.size },
    missed: key.filter((_, at) => !keys.has(at)),
    invented: read.filter((_, index) => !reads.has(index)),
  }
}

/** Deadlines of the key that were read: the same kind, the same day and time or the same length. */
export function scoreDeadlines(
  key: readonly KeyDeadline[],
  read: readonly KeyDeadline[],
): Pick<Score, 'wanted' | 'read' | 'right'> {
  const left = [...read]
  let right = 0
  for (const wanted of key) {
    const at = left.findIndex((one) =>
      FIELDS.every((name) => (one[name] ?? null) === (wanted[name] ?? null)),
    )
    if (at < 0) continue
    left.splice(at, 1)
    right += 1
  }
  return { wanted: key.length, read: read.length, right }
}

const FIELDS = ['kind', 'date', 'time', 'working_days', 'hours'] as const

function likenessOf(wanted: KeyFinding, found: KeyFinding): number {
  if (unitName(wanted.unit) !== unitName(found.unit)) return 0
  const object = objectLikeness(wanted, found)
  const problem = problemLikeness(wanted.problem, found.problem)
  return object > 0 && problem >= 0.5 ? object + problem : 0
}

function unitName(name: string | null): string {
  const plain = (name ?? '').replace(/\s+/g, '')
  if (/^(?:各|全部|所有|部分|个别|其余)/.test(plain)) return ''
  return plain
    .replace(/(?:人民政府办公室|人民政府|政府办公室|政府|办公室)$/, '')
    .replace(/(?:门户)?网站$/, '')
}

function objectLikeness(wanted: KeyFinding, found: KeyFinding): number {
  const [key, read] = [objectName(wanted.asset), objectName(found.asset)]
  if (key === read) return 2
  if (key === '') return objectName(wanted.problem).includes(read) ? 1 : 0
  if (read === '') return 0
  return key.includes(read) || read.includes(key) ? 1 : 0
}

function objectName(name: string | null): string {
  return (name ?? '')
    .replace(/[（(][^（）()]*[）)]/g, '')
    .replace(/[“”"‘’「」\s]/g, '')
    .replace(/(?:栏目|专栏|微信公众号|公众号|微博|抖音号|网站)$/, '')
}

/** How one notice was read against its key. */
export interface NoticeScore {
  readonly findings: Score
  readonly deadlines: Pick<Score, 'wanted' | 'read' | 'right'>
}

/** Compares a whole reading with the key of its notice. */
export function scoreNotice(
  key: { readonly findings: readonly KeyFinding[]; readonly deadlines: readonly KeyDeadline[] },
  reading: Pick<NoticeReading, 'findings' | 'deadlines'>,
): NoticeScore {
  return {
    findings: scoreFindings(key.findings, reading.findings),
    deadlines: scoreDeadlines(key.deadlines, reading.deadlines),
  }
}

/** Shares over all notices; null where nothing was wanted or read. */
export function totalOf(scores: readonly NoticeScore[]) {
  const sum = (of: (score: NoticeScore) => number) => scores.reduce((all, one) => all + of(one), 0)
  const share = (right: number, all: number) => (all === 0 ? null : right / all)
  const right = sum(({ findings }) => findings.right)
  const wanted = sum(({ findings }) => findings.wanted)
  const read = sum(({ findings }) => findings.read)
  return {
    ...{ wanted, read, right, recall: share(right, wanted), precision: share(right, read) },
    deadlines: share(
      sum(({ deadlines }) => deadlines.right),
      sum(({ deadlines }) => deadlines.wanted),
    ),
    /** Lines read from notices whose key has none. */
    invented_in_empty: sum(({ findings }) => (findings.wanted === 0 ? findings.read : 0)),
  }
}
