import type { FoundFinding } from './found-finding.js'

/** What is said of some that are not named introduces those that are: it stays only where nobody is named. */
export function withoutVague(found: readonly FoundFinding[]): FoundFinding[] {
  const named = new Set(
    found
      .filter(({ finding }) => finding.unit && finding.scope === 'unit')
      .map(({ section }) => section),
  )
  const isVague = ({ finding, section }: FoundFinding) =>
    finding.scope === 'unnamed' &&
    finding.unit === null &&
    finding.objects.length === 0 &&
    named.has(section)
  return found.filter((one) => !isVague(one))
}

/** A case told in the body and again in the annex is one. */
export function withoutDoubles(found: readonly FoundFinding[]): FoundFinding[] {
  const kept = new Map<string, FoundFinding[]>()
  for (const one of found) {
    const { unit, objects } = one.finding
    const key = `${unit}|${objects.join('/')}|${one.finding.platform}`
    const others = kept.get(key) ?? []
    const named = unit !== null || objects.length > 0
    if (!named || !others.some((other) => isSame(other, one))) kept.set(key, [...others, one])
  }
  const all = new Set([...kept.values()].flat())
  return found.filter((one) => all.has(one))
}

function isSame({ finding: { problem, objects } }: FoundFinding, other: FoundFinding): boolean {
  const [first, second] = [coreOf(problem), coreOf(other.finding.problem)]
  if (first === second) return true
  return objects.length > 0 && (first.includes(second) || second.includes(first))
}

function coreOf(problem: string): string {
  return problem.replace(/“[^”]*”|栏目|[^\u4e00-\u9fff\d]/g, '')
}
