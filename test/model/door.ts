import { actorOn, actorTowards, type Principal } from '../../src/commands/principal.js'
import type { Finding } from '../../src/domain/finding.js'
import type { Actor, SignedPaper } from '../../src/domain/situation.js'
import type { Role } from '../../src/domain/vocabulary.js'

/** What somebody knocks for: something of a unit, which that unit sees or does not see yet. */
export interface Wanted {
  unit_id: string | null
  shown: boolean
}

/**
 * What the interface says before the machine is asked: ROLE_NOT_ALLOWED to whom the route does not admit, NOT_FOUND
 * to whom it admits as somebody who does not see what they want; else who they are there, which is only what the
 * route admits them as.
 */
export function knock(
  principal: Principal,
  admits: readonly Role[],
  { unit_id, shown }: Wanted,
): Actor | 'ROLE_NOT_ALLOWED' | 'NOT_FOUND' {
  const held = principal.memberships.filter(({ role }) => admits.includes(role))
  if (held.length === 0) return 'ROLE_NOT_ALLOWED'
  const sees = held.some((one) => {
    if (one.unit_id === null) return shown || one.role !== 'inspector'
    return shown && one.unit_id === unit_id
  })
  if (!sees) return 'NOT_FOUND'
  const actor = actorTowards(principal, unit_id)
  return { ...actor, roles: actor.roles.filter((role) => admits.includes(role)) }
}

/** The same for who comes to a finding by a request that they see, as the unit does of which that is asked. */
export function knockByRequest(
  principal: Principal,
  admits: readonly Role[],
  { finding, seen }: { finding: Finding; seen: boolean },
): Actor | 'ROLE_NOT_ALLOWED' | 'NOT_FOUND' {
  const held = principal.memberships.filter(({ role }) => admits.includes(role))
  if (held.length === 0) return 'ROLE_NOT_ALLOWED'
  return seen ? actorOn({ ...principal, memberships: held }, finding) : 'NOT_FOUND'
}

/** A paper as it counts for what concerns no single unit: for what its signer is in the office. */
export function officePaper(paper: SignedPaper | null): SignedPaper | null {
  const signer_roles = paper?.signer_roles.filter((role) => role.startsWith('office.')) ?? []
  return paper && { ...paper, signer_roles }
}
