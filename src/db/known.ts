import { type Handle, statement } from './handle.js'

/** Ids and hashes a command refers to, by what they should be. */
export interface References {
  people: readonly string[]
  /** Units below the finding's own. */
  units: readonly string[]
  /** Other units of the office. */
  others: readonly string[]
  assets: readonly string[]
  evidence: readonly string[]
  /** Events of the finding, by number, whose words there still are. */
  events: readonly number[]
}

/** The finding a command is about, and whether somebody of the office sends it. */
export interface ReferenceFrom {
  finding_id: string
  by_office: boolean
  /** Units whose files it names, of those that help, where they are not the finding's own. */
  files_of: readonly string[] | null
}

// The unit of the finding with all below it, and the day by the office's own clock.
const KNOWN = statement<{ known: string }>(
  `with recursive own as (
     select office_id, unit_id, helping_unit_ids from finding where id = $1
   ), within (id) as (
     select unit_id from own
     union select u.id from unit u join within on u.parent_id = within.id
   ), day as (
     select (coalesce(o.standing_clock, now()) at time zone o.zone)::date as today
     from office o join own on own.office_id = o.id
   )
   select distinct p.id::text || '@' || m.unit_id::text as known
     from own cross join day join person p on p.office_id = own.office_id
     join membership m on m.person_id = p.id
     join unit u on u.id = m.unit_id and (u.status = 'open' or u.id = own.unit_id)
     where p.id = any ($3::uuid[]) and p.status = 'active' and m.unit_id in (select id from within)
       and m.from_on <= day.today and (m.until_on is null or m.until_on >= day.today)
   union all select u.id::text from unit u, own
     where u.id = any ($4::uuid[]) and u.id in (select id from within) and u.id <> own.unit_id
       and u.status = 'open'
   union all select u.id::text from unit u, own
     where u.office_id = own.office_id and u.id = any ($7::uuid[]) and u.id <> own.unit_id
       and u.status = 'open'
   union all select a.id::text from asset a, own
     where a.office_id = own.office_id and a.id = any ($5::uuid[]) and a.status = 'open'
   union all select distinct e.sha256 from evidence e, own
     where e.office_id = own.office_id and e.sha256 = any ($6::text[]) and e.scan_state <> 'infected'
       and case when $8::uuid[] is null then e.unit_id = own.unit_id or ($2 and e.unit_id is null)
         else e.unit_id = any ($8) and e.unit_id = any (own.helping_unit_ids) end
   union all select said.finding_id::text || '/' || said.seq::text from finding_event said
     where said.finding_id = $1 and said.seq = any ($9::integer[]) and said.texts is not null`,
)

/**
 * Which of these a command on the finding may refer to: units below its own and people, each with every one of these that they are of, other units, open assets,
 * the events named of it that have words, and files stored for its unit, or for the units that are said; the office may also show its own files. Ask as the office's clock: a unit's people
 * do not see the units below theirs.
 */
export async function knownReferences(
  h: Handle,
  { finding_id, by_office, files_of }: ReferenceFrom,
  { people, units, others, assets, evidence, events }: References,
): Promise<ReadonlySet<string>> {
  const named = [[...people], [...units], [...assets], [...evidence], [...others]] as const
  const rows = await h.run(
    KNOWN(finding_id, by_office, ...named, files_of && [...files_of], [...events]),
  )
  return new Set(rows.map(({ known }) => known))
}
