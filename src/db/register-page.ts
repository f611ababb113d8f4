import type { Asset } from './asset.js'
import { type Handle, statement } from './handle.js'
import type { Membership } from './membership.js'
import type { Person } from './person.js'
import type { Unit } from './unit.js'

/** The place of a row in a register: by name, then by id. */
export interface NamePlace {
  name: string
  id: string
}

export interface Page<Place> {
  limit: number
  after: Place | null
}

const AFTER_NAME = `($2::text is null or (name, id) > ($2, $3::uuid)) order by name, id limit $4`

const UNITS = statement<Unit>(
  `select id, office_id, parent_id, name, aliases, mailbox, office_head, status, reads_below from unit
   where office_id = $1 and ($5::text is null or status = $5) and ${AFTER_NAME}`,
)
const PEOPLE = statement<Person>(
  `select id, office_id, name, email, phone, issuer, subject, status from person
   where office_id = $1 and ($5::text is null or status = $5) and ${AFTER_NAME}`,
)
const ASSETS = statement<Asset>(
  `select id, office_id, unit_id, operating_unit_id, medium, name, aliases, platform, url, status
   from asset
   where office_id = $1 and ($5::text is null or status = $5)
     and ($6::uuid is null or unit_id = $6) and ${AFTER_NAME}`,
)
const MEMBERSHIPS = statement<Membership>(
  `select id, office_id, person_id, unit_id, role, from_on, until_on from membership
   where office_id = $1 and ($2::uuid is null or id > $2)
     and ($4::uuid is null or person_id = $4) and ($5::uuid is null or unit_id = $5)
   order by id limit $3`,
)

/** One page of an office's units that the principal may read, by name. */
export function pageUnits(
  h: Handle,
  officeId: string,
  filter: { status?: Unit['status'] | undefined },
  { limit, after }: Page<NamePlace>,
): Promise<Unit[]> {
  const { name = null, id = null } = after ?? {}
  return h.run(UNITS(officeId, name, id, limit, filter.status ?? null))
}

/** One page of an office's people that the principal may read, by name. */
export function pagePeople(
  h: Handle,
  officeId: string,
  filter: { status?: Person['status'] | undefined },
  { limit, after }: Page<NamePlace>,
): Promise<Person[]> {
  const { name = null, id = null } = after ?? {}
  return h.run(PEOPLE(officeId, name, id, limit, filter.status ?? null))
}

/** One page of an office's assets that the principal may read, by name. */
export function pageAssets(
  h: Handle,
  officeId: string,
  filter: { status?: Asset['status'] | undefined; unit?: string | undefined },
  { limit, after }: Page<NamePlace>,
): Promise<Asset[]> {
  const { name = null, id = null } = after ?? {}
  const { status = null, unit = null } = filter
  return h.run(ASSETS(officeId, name, id, limit, status, unit))
}

/** One page of an office's memberships that the principal may read, ended ones too, in order of entry. */
export function pageMemberships(
  h: Handle,
  officeId: string,
  filter: { person?: string | undefined; unit?: string | undefined },
  { limit, after }: Page<string>,
): Promise<Membership[]> {
  return h.run(MEMBERSHIPS(officeId, after, limit, filter.person ?? null, filter.unit ?? null))
}
