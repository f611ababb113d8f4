import type { LockedFinding } from '../db/finding-row.js'
import type { KnownPerson } from '../db/principal.js'
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

/** Somebody as those of their roles that count for what they ask: an administrator's seat shows a unit's reporter no other unit. */
export function principalFor(
  { person_id, office_id, rehearsal }: Pick<KnownPerson, 'person_id' | 'office_id' | 'rehearsal'>,
  memberships: readonly Membership[],
): Principal {
  const units = memberships.flatMap(({ unit_id }) => (unit_id ? [unit_id] : []))
  const scope = scopeOf(memberships)
  return { person_id, office_id, scope, units: [...new Set(units)], memberships, rehearsal }
}

/** Whoever inspects reads of every unit what has been issued; the office's own people read everything. */
function scopeOf(memberships: readonly Membership[]): Principal['scope'] {
  const seats = memberships.filter(({ unit_id }) => unit_id === null)
  if (seats.length === 0) return 'unit'
  return seats.every(({ role }) => role === 'inspector') ? 'inspector' : 'office'
}

/** Whether a finding is the caller's to see, as the fence around the table says it. */
export function sees(
  { office_id, scope, units }: Pick<Principal, 'office_id' | 'scope' | 'units'>,
  { finding, audience }: Pick<LockedFinding, 'finding' | 'audience'>,
): boolean {
  if (finding.office_id !== office_id || scope === 'tool') return false
  if (scope === 'office') return true
  if (audience !== 'unit') return false
  const theirs = [finding.unit_id ?? '', ...contributingUnits(finding)]
  return scope === 'inspector' || theirs.some((id) => units.includes(id))
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
