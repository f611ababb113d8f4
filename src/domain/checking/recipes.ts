import type { Policy } from '../policy.js'
import type { Proof } from './proofs.js'

/** Raised whenever a recipe below changes. An office's own are of its policy's version. */
export const RECIPES_VERSION = '2026-12-01'

const UPDATED: readonly Proof[] = ['newer_date', 'picture']
const REACHED: readonly Proof[] = ['link_answers', 'picture']
const CORRECTED: readonly Proof[] = ['text_gone', 'picture']
const REPLIED: readonly Proof[] = ['number', 'picture']
const SETTLED: readonly Proof[] = ['document']

/** Every indicator by what its fault is: something stale, not to be reached, wrongly said, left without reply, or not in order. */
const GROUPS: readonly (readonly [proofs: readonly Proof[], indicators: readonly string[]])[] = [
  [
    UPDATED,
    [
      ...['WV-3', 'WV-4.1', 'WV-4.2', 'WV-4.3', 'NV-2.1', 'ND-01', 'ND-06'],
      ...['WD-04', 'WD-05', 'WD-06', 'WD-07', 'WD-08', 'WD-09', 'WD-10', 'WD-12', 'WD-16', 'WD-17'],
    ],
  ],
  [
    REACHED,
    [
      ...['WV-2', 'WV-5.1', 'WV-6.1', 'WV-6.2', 'WV-6.3', 'NV-2.2', 'NV-3.1', 'ND-02'],
      ...['WD-01', 'WD-02', 'WD-11', 'WD-13', 'WD-18', 'WD-20', 'WD-21', 'LC-03'],
    ],
  ],
  [
    CORRECTED,
    [
      ...['WV-1.1', 'WV-1.2', 'WV-1.3', 'WV-1.5', 'NV-1.1', 'NV-1.2', 'ND-04', 'WD-03'],
      ...['LC-01', 'LC-02', 'LC-08'],
    ],
  ],
  [REPLIED, ['WV-5.2', 'WD-14', 'WD-15', 'ND-03', 'ND-05', 'LC-04', 'LC-05']],
  [SETTLED, ['WV-1.4', 'WV-1.6', 'NV-3.2', 'ND-07', 'WD-19', 'WD-22', 'LC-06', 'LC-07']],
]

const RECIPES: ReadonlyMap<string, readonly Proof[]> = new Map(
  GROUPS.flatMap(([proofs, indicators]) => indicators.map((id) => [id, proofs] as const)),
)

/** Whose recipe is used: that of the catalogue or the office's own. */
export const RECIPE_SOURCES = ['catalogue', 'policy'] as const
export type RecipeSource = (typeof RECIPE_SOURCES)[number]

/** Chinese words for whose it is. */
export const RECIPE_SOURCE_LABELS: Readonly<Record<RecipeSource, string>> = {
  catalogue: '指标目录',
  policy: '办公室政策',
}

/** What proves that a problem is gone, and by whose word. */
export interface Recipe {
  source: RecipeSource
  proofs: readonly Proof[]
}

/** What the catalogue asks for of an indicator; nothing where it has none, or no recipe for it. */
export function catalogueRecipe(indicator_id: string): readonly Proof[] {
  return RECIPES.get(indicator_id) ?? []
}

/**
 * What proves that a problem of this indicator is gone: as the office's policy says, else as the catalogue does. One that
 * nobody has named yet is as `none`.
 */
export function recipeFor(
  { recipes }: Pick<Policy, 'recipes'>,
  indicator_id: string | null,
): Recipe {
  const id = indicator_id ?? 'none'
  const own = Object.hasOwn(recipes, id) ? recipes[id] : undefined
  return own
    ? { source: 'policy', proofs: own }
    : { source: 'catalogue', proofs: catalogueRecipe(id) }
}
