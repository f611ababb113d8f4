import { findOffice, updateOffice } from '../db/office.js'
import { lockOffice } from '../db/office-clock.js'
import { insertPolicy, listPolicies, type StoredPolicy } from '../db/policy.js'
import { canonicalText } from '../domain/chain.js'
import type { Policy } from '../domain/policy.js'
import { type Rejection, reject } from '../domain/situation.js'
import type { Deps } from './deps.js'
import { CommandError } from './errors.js'
import { type Answer, type KeyUse, once } from './once.js'
import type { Principal } from './principal.js'

export interface PolicyChange {
  principal: Principal
  key: KeyUse | null
  change: { readonly [K in keyof Policy]?: Policy[K] | undefined }
  reason: string
  /** Whether the version in force is the one the caller has seen. */
  seen: (current: string) => boolean
}

export type PolicyOutcome =
  | { kind: 'done'; version: StoredPolicy }
  | { kind: 'stale'; current: string }
  | { kind: 'refused'; rejection: Rejection }

/**
 * Makes a new version of the office's policy from the one in force, for notices issued from now on: every finding keeps
 * the version under which it was issued, so nothing moves. Under the office's lock, so that of two at once one is
 * stale. Throws CommandError NOT_FOUND, LOCKED.
 */
export function changePolicy(
  deps: Deps,
  { principal, key, change, reason, seen }: PolicyChange,
  present: (outcome: PolicyOutcome) => Answer,
): Promise<Answer> {
  const { office_id, person_id } = principal
  return once(deps, principal, key, {
    async load(tx) {
      await lockOffice(tx, office_id)
      return Promise.all([findOffice(tx, office_id), listPolicies(tx, office_id)])
    },
    async act(tx, [office, versions]) {
      const current = versions.find(({ id }) => id === office?.policy_version_id)
      if (!office || !current) throw new CommandError('NOT_FOUND')
      if (!seen(current.id))
        return { answer: present({ kind: 'stale', current: current.id }), writes: [] }
      const policy = changed(current.policy, change)
      if (canonicalText(policy) === canonicalText(current.policy)) {
        const rejection = reject('NOTHING_TO_CHANGE', '/policy')
        return { answer: present({ kind: 'refused', rejection }), writes: [] }
      }
      const id = deps.newId()
      const [, , now] = await Promise.all([
        insertPolicy(tx, { id, office_id, policy, created_by: person_id, reason }),
        updateOffice(tx, office_id, { policy_version_id: id }),
        listPolicies(tx, office_id),
      ])
      const version = now.find((one) => one.id === id)
      if (!version) throw new CommandError('NOT_FOUND')
      return { answer: present({ kind: 'done', version }), writes: [] }
    },
  })
}

function changed(policy: Policy, change: PolicyChange['change']): Policy {
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  return { ...policy, ...Object.fromEntries(given) }
}
