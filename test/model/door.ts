import { actorOn, actorTowards, type Principal } from '../../src/commands/principal.js'
import type { Finding } from '../../src/domain/finding.js'
import type { Actor, SignedPaper } from '../../src/domain/situation.js'
import { supportingUnits } from '../../src/domain/support.js'
import type { Role } from '../../src/domain/vocabulary.js'

/** What somebody knocks for: something of a unit, which that unit sees or does not see yet. */
export interface Wanted {
  unit_id: string | null
  shown: boolean
  /** The finding itself, where that is what they knock for: whoever helps with it sees it too. */
  finding?: Finding
}

/**
 * What the interface says before the machine is asked: ROLE_NOT_ALLOWED to whom the route does not admit, NOT_FOUND
 * to whom it admits as somebody who does not see what they want; else who they are there, which is only what the
 * route admits them as.
 */
export function knock(
  principal: Principal,
  admits: readonly Role[],
  { unit_id, shown, finding }: Wanted,
): Actor | 'ROLE_NOT_ALLOWED' | 'NOT_FOUND' {
  const held = principal.memberships.filter(({ role }) => admits.includes(role))
  if (held.length === 0) return 'ROLE_NOT_ALLOWED'
  const sees = held.some((one) => {
    if (one.unit_id === null) return shown || one.role !== 'inspector'
    const helps = helpersOf(finding).some((id) => id === one.unit_id)
    return shown && (one.unit_id === unit_id || helps)
  })
  if (!sees) return 'NOT_FOUND'
  const admitted = { ...principal, memberships: held }
  return finding ? actorOn(admitted, finding) : actorTowards(admitted, unit_id)
}

/** The units that read along: those that help, and the one to which the work was passed on. */
export function helpersOf(finding: Finding | undefined): string[] {
  if (!finding) return []
  const passedOn = finding.delegated_to?.unit_id
  return [...supportingUnits(finding), ...(passedOn ? [passedOn] : [])]
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
