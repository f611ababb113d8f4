import type { LocalDate } from '../domain/instant.js'
import type { SignedPaper } from '../domain/situation.js'
import type { PersonRole } from '../domain/vocabulary.js'
import { first, type Handle, statement } from './handle.js'

// The roles the signer held on the day of signing, in the office and in the unit whose finding it is used for.
const FIND = statement<{
  id: string
  signer_id: string
  signed_on: LocalDate
  signer_roles: PersonRole[] | null
}>(
  `select p.id, p.signer_id, p.signed_on, (
     select array_agg(distinct m.role) from membership m
     where m.person_id = p.signer_id and m.from_on <= p.signed_on
       and (m.until_on is null or m.until_on >= p.signed_on)
       and (m.unit_id is null or m.unit_id = (select unit_id from finding where id = $2))
   ) as signer_roles
   from signed_paper p where p.id = $1`,
)

/** A signed paper as rules read it for a finding, or null when there is none the principal may read. */
export async function paperFor(
  h: Handle,
  paperId: string,
  findingId: string | null,
): Promise<SignedPaper | null> {
  const row = await first(h.run(FIND(paperId, findingId)))
  return row && { ...row, signer_roles: row.signer_roles ?? [] }
}

/** The same for an act of the office that concerns no single unit, such as issuing a notice. */
export function paperForOffice(h: Handle, paperId: string): Promise<SignedPaper | null> {
  return paperFor(h, paperId, null)
}
