import type { z } from 'zod'
import type { policyVersion } from '../../contracts/policies.js'
import type { StoredPolicy } from '../../db/policy.js'
import type { Proof } from '../../domain/checking/proofs.js'

/** A version of a policy; `current` is the id of the one in force. */
export function presentPolicy(
  { id, policy, created_at, created_by, reason }: StoredPolicy,
  current: string,
): z.input<typeof policyVersion> {
  const { reminder_offsets, rung_offsets, lookback, recipes, ...values } = policy
  const own = Object.entries(recipes).map(([id, proofs]): [string, Proof[]] => [id, [...proofs]])
  return {
    id,
    current: id === current,
    policy: {
      ...values,
      return_window: { ...policy.return_window },
      severity_windows: { ...policy.severity_windows },
      reminder_offsets: [...reminder_offsets],
      rung_offsets: [...rung_offsets],
      recipes: Object.fromEntries(own),
      lookback: { ...lookback, days: [...lookback.days] },
    },
    created_at,
    created_by,
    reason,
  }
}
