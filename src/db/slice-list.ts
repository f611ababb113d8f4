import { first, type Handle, statement } from './handle.js'
import type { Slice } from './slice.js'

/** A slice with its unit's name, how many findings it holds and whether receipt of any of them was deemed. */
export type ListedSlice = Slice & { unit_name: string; findings: number }

const LIST = statement<ListedSlice>(
  `select s.office_id, s.notice_id, s.unit_id, s.served_at, s.service_date, s.received_at,
     s.received_by, s.proved_at, s.proof, s.opened_at, u.name as unit_name, (
       select count(*)::integer from finding f
       where f.notice_id = s.notice_id and f.unit_id = s.unit_id) as findings, exists (
       select from finding f
       where f.notice_id = s.notice_id and f.unit_id = s.unit_id and f.receipt_deemed
     ) as receipt_deemed
   from slice s join unit u on u.id = s.unit_id
   where s.notice_id = $1 and ($2::uuid is null or s.unit_id = $2)
     and ($3::text is null or (u.name, s.unit_id) > ($3, $4::uuid))
   order by u.name, s.unit_id limit $5`,
)

/** The place of a slice in its list: by the name of its unit. */
export interface SlicePlace {
  unit_name: string
  unit_id: string
}

/** One page of the slices of a notice that the principal may read, by the name of their unit. */
export function sliceList(
  h: Handle,
  noticeId: string,
  { limit, after }: { limit: number; after: SlicePlace | null },
): Promise<ListedSlice[]> {
  return h.run(LIST(noticeId, null, after?.unit_name ?? null, after?.unit_id ?? null, limit))
}

/** One slice as it stands in the list, or null. */
export function findSlice(
  h: Handle,
  noticeId: string,
  unitId: string,
): Promise<ListedSlice | null> {
  return first(h.run(LIST(noticeId, unitId, null, null, 1)))
}
