import t from 'tap'
import { CATALOGUE } from '../../../src/domain/catalogue.js'
import { PROOFS } from '../../../src/domain/checking/proofs.js'
import { catalogueRecipe, recipeFor } from '../../../src/domain/checking/recipes.js'

t.test('every fault of the catalogue has a recipe, and nothing else has one', async (t) => {
  for (const { id, bonus } of CATALOGUE) {
    const proofs = catalogueRecipe(id)
    t.equal(proofs.length > 0, !bonus, id)
    t.equal(new Set(proofs).size, proofs.length, `${id} asks for nothing twice`)
  }
  const used = new Set(CATALOGUE.flatMap(({ id }) => catalogueRecipe(id)))
  t.strictSame([...used].toSorted(), PROOFS.toSorted(), 'every proof is asked for somewhere')
  t.strictSame([catalogueRecipe('none'), catalogueRecipe('toString')], [[], []])
})

t.test('what an office asks for instead', async (t) => {
  const recipes = { 'WD-04': ['document'], none: ['picture'], 'WD-20': [] } as const
  t.strictSame(recipeFor({ recipes }, 'WD-04'), { source: 'policy', proofs: ['document'] })
  t.strictSame(recipeFor({ recipes }, 'none'), { source: 'policy', proofs: ['picture'] })
  t.strictSame(recipeFor({ recipes }, null), { source: 'policy', proofs: ['picture'] })
  t.strictSame(recipeFor({ recipes }, 'WD-20'), { source: 'policy', proofs: [] })
  const usual = { source: 'catalogue', proofs: ['newer_date', 'picture'] }
  t.strictSame(recipeFor({ recipes }, 'WD-05'), usual)
  t.strictSame(recipeFor({ recipes }, 'toString'), { source: 'catalogue', proofs: [] })
})
