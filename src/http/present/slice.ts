import type { z } from 'zod'
import type { slice } from '../../contracts/notices/slice.js'
import type { ListedSlice } from '../../db/slice-list.js'

/** A unit's part of a notice as it is shown. */
export function presentSlice({
  office_id: _,
  opened_at: __,
  ...stored
}: ListedSlice): z.input<typeof slice> {
  return stored
}
