import { type Handle, statement } from './handle.js'

/** Ids and hashes a command refers to, by what they should be. */
export interface References {
  people: readonly string[]
  units: readonly string[]
  assets: readonly string[]
  evidence: readonly string[]
}

const KNOWN = statement<{ known: string }>(
  `select id::text as known from person
     where office_id = $1 and id = any ($2::uuid[]) and status = 'active'
   union all select id::text from unit
     where office_id = $1 and id = any ($3::uuid[]) and status = 'open'
   union all select id::text from asset
     where office_id = $1 and id = any ($4::uuid[]) and status = 'open'
   union all select distinct sha256 from evidence
     where office_id = $1 and sha256 = any ($5::text[]) and scan_state <> 'infected'`,
)

/** Which of these the office has and the principal may refer to: active people, open units and assets, stored files. */
export async function knownReferences(
  h: Handle,
  officeId: string,
  { people, units, assets, evidence }: References,
): Promise<ReadonlySet<string>> {
  const rows = await h.run(KNOWN(officeId, [...people], [...units], [...assets], [...evidence]))
  return new Set(rows.map(({ known }) => known))
}
