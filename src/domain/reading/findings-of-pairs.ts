import type { Pair } from './pairs.js'
import type { Need } from './reading.js'
import type { Around, SentenceFinding, SentenceReading } from './sentence-finding.js'
import { thingOfHeading, topicOf } from './topics.js'

/** How a problem is told: its words, of which noun where no thing is named, and what speaks for doubt. */
export interface Told {
  readonly problem: string
  readonly noun: string | null
  readonly needs: readonly Need[]
}

/** One finding for each pair; a pair without its own unit is of those the sentence speaks of. */
export function findingsOf(pairs: readonly Pair[], told: Told, around: Around): SentenceFinding[] {
  return pairs.flatMap(({ unit, objects }) => {
    const units = unit ? [unit] : around.subject.length > 0 ? around.subject : [null]
    return units.map((unit) => findingOf(unit, objects, told, around))
  })
}

function findingOf(
  unit: string | null,
  objects: Pair['objects'],
  { problem, noun, needs }: Told,
  { object, above }: Around,
): SentenceFinding {
  const [first] = objects
  const account = object?.platform && !first?.platform ? object : null
  const own = objects.map(({ name }) => name)
  const ahead = unit === null ? null : topicOf(problem)
  // 官网首页图片…: what is named first is the thing, and the rest a part of it.
  const before =
    ahead &&
    noun &&
    !problem.includes(`“${noun}”`) &&
    problem.indexOf(ahead) <= problem.indexOf(noun)
  const foremost = before ? ahead : noun
  const headed = unit === null ? null : thingOfHeading(above.split(' ').at(-1) ?? '')
  const fallback = foremost ?? object?.name ?? ahead ?? headed
  const names = account ? [account.name] : own.length > 0 ? own : fallback ? [fallback] : []
  return {
    unit,
    objects: names,
    platform:
      account?.platform ??
      first?.platform ??
      (own.length === 0 ? (object?.platform ?? null) : null),
    problem,
    scope: unit === null ? 'unnamed' : 'unit',
    needs: unit === null ? [...needs, 'unit'] : needs,
  }
}

/** What a sentence says that names these pairs: its units go on into the next one, its thing where it is the only one. */
export function readingOf(
  findings: readonly SentenceFinding[],
  pairs: readonly Pair[],
): SentenceReading {
  const subject = [...new Set(pairs.flatMap(({ unit }) => unit ?? []))]
  const [object] = pairs.length === 1 ? (pairs[0]?.objects ?? []) : []
  const named = subject.length > 0 ? subject : null
  return { findings, subject: named, object: object ?? null, topic: null, introduces: false }
}
