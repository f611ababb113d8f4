/** Keys of the database that say that something is taken, with the field that says so to whoever sent it. */
const TAKEN: Readonly<Record<string, string>> = {
  unit_office_id_name_key: '/name',
  person_office_id_issuer_subject_key: '/login',
  membership_person_id_unit_id_role_from_on_key: '/role',
  notice_number: '/number',
  asset_name: '/name',
}

/**
 * The field of a request that a key of the database refused, as a JSON Pointer; none where it is not one somebody
 * sends. References within an office are named after their field: `unit_office_id_parent_id_fkey`.
 */
export function refusedField(constraint: string | null): string | null {
  if (constraint === null) return null
  const reference = /_office_id_(\w+)_fkey$/.exec(constraint)?.[1]
  return reference ? `/${reference}` : (TAKEN[constraint] ?? null)
}
