import { type Handle, statement } from './handle.js'

/** Ids that should name something of an office, by what they should be. */
export interface Named {
  person: readonly string[]
  unit: readonly string[]
  asset: readonly string[]
  finding: readonly string[]
  notice: readonly string[]
}

const EXISTING = statement<{ kind: keyof Named; id: string }>(
  `select 'person' as kind, id from person where office_id = $1 and id = any ($2::uuid[])
   union all select 'unit', id from unit where office_id = $1 and id = any ($3::uuid[])
   union all select 'asset', id from asset where office_id = $1 and id = any ($4::uuid[])
   union all select 'finding', id from finding
     where office_id = $1 and id = any ($5::uuid[]) and state <> 'draft'
   union all select 'notice', id from notice where office_id = $1 and id = any ($6::uuid[])`,
)

/** Which of these the office has, whatever their status, drafts of findings apart: answers whether it has one of a kind. */
export async function existing(
  h: Handle,
  officeId: string,
  { person, unit, asset, finding, notice }: Named,
): Promise<(kind: keyof Named, id: string) => boolean> {
  const rows = await h.run(
    EXISTING(officeId, [...person], [...unit], [...asset], [...finding], [...notice]),
  )
  const found = new Set(rows.map(({ kind, id }) => `${kind} ${id}`))
  return (kind, id) => found.has(`${kind} ${id}`)
}
