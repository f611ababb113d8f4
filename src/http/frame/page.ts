import type { Principal } from '../../commands/principal.js'
import type { Operation } from '../../contracts/operation.js'
import { MAX_LIMIT } from '../../contracts/query.js'
import type { CursorScope, Cursors } from './cursor.js'

const USUAL_LIMIT = 50

interface PageQuery {
  limit?: number | undefined
  cursor?: string | undefined
}

/** One page of a list as it is asked for and as it is answered. */
export interface PageRequest<Place> {
  limit: number
  after: Place | null
  /** The page of these rows: one more than `limit` was read, to know whether another follows. */
  of<Row, Item>(
    rows: readonly Row[],
    place: (row: Row) => Place,
    present: (row: Row) => Item,
  ): { items: Item[]; next: string | null }
}

/** Reads limit and cursor of a list. Throws CURSOR_INVALID for a cursor of another list, filter or caller. */
export function pageRequest<Place>(
  cursors: Cursors,
  { id }: Operation,
  { limit = USUAL_LIMIT, cursor, ...filter }: PageQuery,
  { person_id }: Principal,
): PageRequest<Place> {
  const scope: CursorScope = { list: id, filter, person_id }
  const wanted = Math.min(limit, MAX_LIMIT)
  return {
    limit: wanted + 1,
    after: cursor === undefined ? null : cursors.read<Place>(cursor, scope),
    of(rows, place, present) {
      const shown = rows.slice(0, wanted)
      const last = rows.length > wanted ? shown.at(-1) : undefined
      return {
        items: shown.map(present),
        next: last === undefined ? null : cursors.write(place(last), scope),
      }
    },
  }
}

/** `Link: <…>; rel="next"` for the page that follows. */
export function nextLink(url: string, next: string): string {
  const [path = '', query = ''] = url.split('?')
  const parameters = new URLSearchParams(query)
  parameters.set('cursor', next)
  return `<${path}?${parameters.toString()}>; rel="next"`
}
