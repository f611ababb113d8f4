import type { Verified } from '../../auth/issuer.js'

/** How fresh and how strong a login has to be where much depends on it; nothing is asked where both are empty. */
export interface StepUp {
  /** Seconds since somebody last showed that it is they. */
  max_age: number | null
  /** One of these, where any is named. */
  acr_values: readonly string[]
}

/** Clocks differ by as much; a login from further ahead is none. */
const SKEW_SECONDS = 60

/** The challenge of RFC 9470 for a login that is too old or too weak; null where it will do. */
export function challengeOf(asked: StepUp, verified: Verified): string | null {
  if (isFresh(asked, verified) && isStrong(asked, verified)) return null
  const { max_age, acr_values } = asked
  const challenge = [
    'Bearer error="insufficient_user_authentication"',
    ...(max_age === null ? [] : [`max_age="${max_age}"`]),
    ...(acr_values.length === 0 ? [] : [`acr_values="${acr_values.join(' ')}"`]),
  ]
  return challenge.join(', ')
}

function isFresh({ max_age }: StepUp, { auth_time }: Verified): boolean {
  if (max_age === null) return true
  const age = Date.now() / 1_000 - (auth_time ?? Number.NEGATIVE_INFINITY)
  return age >= -SKEW_SECONDS && age <= max_age
}

function isStrong({ acr_values }: StepUp, { acr }: Verified): boolean {
  return acr_values.length === 0 || (acr !== null && acr_values.includes(acr))
}
