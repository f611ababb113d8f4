import type { Finding } from '../domain/finding.js'
import type { Actor } from '../domain/situation.js'
import { contributingUnits } from '../domain/support.js'
import type { Role } from '../domain/vocabulary.js'

/** One role held; `unit_id` null means in the office. */
export interface Membership {
  role: Role
  unit_id: string | null
}

/** Who is calling, in one office. `scope` decides what row-level security shows. */
export interface Principal {
  /** A person's id; an inspection tool acts for nobody, and has its account's. */
  person_id: string
  /** The account of the key that was shown; left out where somebody comes themselves. */
  service_account_id?: string
  /** From where they call, as far as the proxies are trusted; left out where nobody calls. */
  address?: string
  office_id: string
  scope: 'unit' | 'tool' | 'inspector' | 'office'
  units: readonly string[]
  /** Reads for once what units below read, where the office says so; never writes so. */
  below?: boolean
  memberships: readonly Membership[]
  rehearsal: boolean
}

/** The caller as an actor towards one unit's finding: office roles, and unit roles in that very unit. */
export function actorTowards(principal: Principal, unit_id: string | null): Actor {
  const { person_id, service_account_id } = principal
  const roles = rolesIn(principal, [null, unit_id])
  return { person_id, roles, ...(service_account_id ? { service_account_id } : {}) }
}

/** The same with what the caller is in the unit that a transfer of the finding proposes, and in those that help with it or work on it. */
export function actorOn(
  principal: Principal,
  finding: Pick<Finding, 'unit_id' | 'transfer' | 'supports' | 'delegated_to'>,
): Actor {
  const target = finding.transfer?.target_unit_id
  const helping = contributingUnits(finding)
    .map((unit_id) => ({ unit_id, roles: rolesIn(principal, [unit_id]) }))
    .filter(({ roles }) => roles.length > 0)
  return {
    ...actorTowards(principal, finding.unit_id),
    ...(target ? { target_roles: rolesIn(principal, [target]) } : {}),
    ...(helping.length > 0 ? { helping } : {}),
  }
}

function rolesIn({ memberships }: Principal, units: readonly (string | null)[]): Role[] {
  const held = memberships.filter(({ unit_id }) => units.includes(unit_id))
  return [...new Set(held.map(({ role }) => role))]
}
