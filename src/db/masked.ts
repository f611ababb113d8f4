import { type Handle, statement } from './handle.js'

const HIDDEN = statement<{ id: string }>(
  `select distinct m.person_id as id from membership m
   join office o on o.id = m.office_id join policy_version p on p.id = o.policy_version_id
   where m.office_id = $1 and m.unit_id is null and m.role in ('office.handler', 'office.reviewer')
     and (p.policy ->> 'reviewers_masked')::boolean`,
)

/**
 * Who is not to be known to units: all who ever were handlers or reviewers of an office whose policy says so, else nobody. As
 * the system, which alone sees them all.
 */
export async function hiddenPeople(h: Handle, officeId: string): Promise<Set<string>> {
  return new Set((await h.run(HIDDEN(officeId))).map(({ id }) => id))
}
