import type { z } from 'zod'
import type { CheckedAnswer } from '../../commands/check-answer.js'
import type { answerCheck } from '../../contracts/findings/checking.js'

/** What an answer would come to, with everything it lacks. */
export function presentCheck({
  finding_id,
  revision,
  version,
  check,
}: CheckedAnswer): z.input<typeof answerCheck> {
  const { submittable, recipe, steps, gaps } = check
  return {
    finding_id,
    revision,
    submittable,
    recipe: { source: recipe.source, version, steps: steps.map((step) => ({ ...step })) },
    gaps: gaps.map(({ words: message, ...gap }) => ({ ...gap, message })),
  }
}
