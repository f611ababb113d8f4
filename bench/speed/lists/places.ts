import type { Principal } from '../../../src/commands/principal.js'
import { findingOperations } from '../../../src/contracts/findings/operations.js'
import { findingQuery } from '../../../src/contracts/findings/query.js'
import {
  type FindingFilter,
  type FindingPlace,
  listFindings,
} from '../../../src/db/finding-list.js'
import { type Handle, sqlb, statement } from '../../../src/db/handle.js'
import type { Instant } from '../../../src/domain/instant.js'
import { createCursors } from '../../../src/http/frame/cursor.js'
import type { TypicalList } from './queries.js'

/** A page's size when nobody asks for another, and the one row more that tells whether another page follows. */
export const READ = 51

/** Whether a query only asks which findings have some words, before the list is read. */
export function looksUpWords(text: string): boolean {
  return text.includes('findings_saying')
}

const EVERYTHING = 2_000_000_000

/** The conditions of a list as its route understands them. */
export function filterOf({ query }: TypicalList, office_id: string, now: Instant): FindingFilter {
  const {
    unit,
    notice,
    state,
    severity,
    indicator,
    limit: _,
    cursor: __,
    ...same
  } = findingQuery.parse(query)
  return {
    ...same,
    office_id,
    now,
    unit_ids: unit,
    notice_id: notice,
    states: state,
    severities: severity,
    indicator_id: indicator,
  }
}

/** Where the first, the middle and the last page of a list begin; null is its beginning. */
export async function placesIn(h: Handle, filter: FindingFilter): Promise<(FindingPlace | null)[]> {
  const places: FindingPlace[] = []
  const finding: Handle = {
    async run(query) {
      const { sql: text, parameters } = query.compile(sqlb)
      if (looksUpWords(text)) return h.run(query)
      const wanted = statement<FindingPlace>(
        `select due_at, id from (
           select due_at, id, count(*) over () as all,
             row_number() over (order by due_at nulls last, id) as n from (${text}) found) numbered
         where n in ("all" / 2, "all" - ${READ - 1}) order by n`.replaceAll(
          ' as all,',
          ' as "all",',
        ),
      )
      places.push(...(await h.run(wanted(...parameters))))
      return []
    },
  }
  await listFindings(finding, filter, { limit: EVERYTHING, after: null })
  return [null, ...places]
}

/** The address of a page of the list, with the cursor the interface itself would give. */
export function addressOf(
  list: TypicalList,
  after: FindingPlace | null,
  { person_id }: Principal,
  secret: string,
): string {
  const parameters = new URLSearchParams(list.query)
  if (after) {
    const { limit: _, cursor: __, ...filter } = findingQuery.parse(list.query)
    const scope = { list: findingOperations.listFindings.id, filter, person_id }
    parameters.set('cursor', createCursors(secret).write(after, scope))
  }
  return `${findingOperations.listFindings.path}?${parameters.toString()}`
}
