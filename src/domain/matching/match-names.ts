import { alikeIn } from './alike-in.js'
import { byKey } from './by-key.js'
import type { Alike, Likeness } from './likeness.js'
import { plainName } from './plain-name.js'

/** Something of the register, by all it is called. */
export interface Named {
  id: string
  name: string
  aliases: readonly string[]
}

export interface Proposal {
  id: string
  /** As the register has it. */
  name: string
  /** 0 (exclusive) to 1; 1 where its own name or alias is meant, but also another's. */
  score: number
  because: Likeness
}

/** What a name in a notice stands for. Only a name or an alias that is one's alone is taken; all else is a person's to decide. */
export type Match =
  | { found: 'name' | 'alias'; id: string; proposals: readonly [] }
  | { found: 'none'; id: null; proposals: readonly Proposal[] }

/** More than these help nobody to choose. */
const MOST = 3

interface Written {
  of: Named
  spelling: string
  plain: string
  rank: 'name' | 'alias'
}

/**
 * Finds what names stand for in a register: exactly, by an alias, else by up to three proposals, the likeliest first. A
 * name said to be a former one (原市粮食局) is proposed, and taken only where that very spelling was learnt.
 */
export function nameMatcher(register: readonly Named[]): (name: string) => Match {
  const written = register.flatMap((of): Written[] => [
    { of, spelling: of.name, plain: plainName(of.name).plain, rank: 'name' },
    ...of.aliases.map(
      (spelling): Written => ({ of, spelling, plain: plainName(spelling).plain, rank: 'alias' }),
    ),
  ])
  const bySpelling = byKey(written, ({ spelling }) => spelling)
  const byPlain = byKey(written, ({ spelling, plain }) =>
    plainName(spelling).former ? null : plain,
  )
  const alikeTo = alikeIn(written.map(({ plain }) => plain))

  return (name) => {
    const { plain, former } = plainName(name)
    const same = bySpelling.get(name.trim()) ?? (former ? [] : (byPlain.get(plain) ?? []))
    return alone(same) ?? { found: 'none', id: null, proposals: proposed(written, alikeTo(plain)) }
  }
}

/** Whose name it is, else whose alias it is, where that is one's alone. */
function alone(same: readonly Written[]): Match | null {
  for (const found of ['name', 'alias'] as const) {
    const [id, ...others] = new Set(
      same.filter(({ rank }) => rank === found).map(({ of }) => of.id),
    )
    if (others.length > 0) return null
    if (id !== undefined) return { found, id, proposals: [] }
  }
  return null
}

function proposed(
  written: readonly Written[],
  alike: Iterable<readonly [number, Alike]>,
): Proposal[] {
  const best = new Map<string, Proposal>()
  for (const [index, how] of alike) {
    const of = written[index]?.of
    if (!of || how.score <= (best.get(of.id)?.score ?? 0)) continue
    best.set(of.id, { id: of.id, name: of.name, ...how })
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
    .slice(0, MOST)
}
