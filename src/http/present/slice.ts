import type { z } from 'zod'
import type { slice } from '../../contracts/notices/slice.js'
import type { ListedSlice } from '../../db/slice-list.js'
import { contentTag } from '../frame/etag.js'

/** A unit's part of a notice as it is shown. */
export function presentSlice({
  office_id: _,
  opened_at: __,
  newest_at,
  ...stored
}: ListedSlice): z.input<typeof slice> {
  return { ...stored, etag: sliceTag({ ...stored, newest_at }) }
}

/** What a unit that signs for its slice has seen; a proof of delivery that comes in meanwhile is not its concern. */
export function sliceTag(
  slice: Pick<
    ListedSlice,
    'notice_id' | 'unit_id' | 'findings' | 'newest_at' | 'received_at' | 'received_by'
  >,
): string {
  const { notice_id, unit_id, findings, newest_at, received_at, received_by } = slice
  return contentTag({ notice_id, unit_id, findings, newest_at, received_at, received_by })
}
