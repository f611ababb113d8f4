import type { Actor } from '../domain/situation.js'
import type { Role } from '../domain/vocabulary.js'

/** One role held; `unit_id` null means in the office. */
export interface Membership {
  role: Role
  unit_id: string | null
}

/** Who is calling, in one office. `scope` decides what row-level security shows. */
export interface Principal {
  person_id: string
  office_id: string
  scope: 'unit' | 'inspector' | 'office'
  units: readonly string[]
  memberships: readonly Membership[]
  rehearsal: boolean
}

/** The caller as an actor towards one unit's finding: office roles, and unit roles in that very unit. */
export function actorTowards(principal: Principal, unit_id: string | null): Actor {
  const roles = principal.memberships
    .filter((held) => held.unit_id === null || held.unit_id === unit_id)
    .map((held) => held.role)
  return { person_id: principal.person_id, roles: [...new Set(roles)] }
}
