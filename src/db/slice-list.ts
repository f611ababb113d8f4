import type { DeliveryProof } from '../domain/events.js'
import type { Instant } from '../domain/instant.js'
import { first, type Handle, statement } from './handle.js'
import type { Slice } from './slice.js'

/**
 * A slice with its unit's name, its first proof of delivery, when its unit read it since the newest of its findings was
 * served, how many findings it holds and whether receipt of any of them was deemed. Where nobody
 * signed for it as a whole it is received when the last of its findings is, each deemed or signed for by itself. A line
 * that was withdrawn before the notice was issued is no part of it, whoever looks.
 */
export type ListedSlice = Slice & {
  unit_name: string
  findings: number
  proved_at: Instant | null
  proof: DeliveryProof['how'] | null
  opened_at: Instant | null
  /** When the newest of its findings was served. */
  newest_at: Instant
}

const LIST = statement<ListedSlice>(
  `select s.office_id, s.notice_id, s.unit_id, s.served_at, s.service_date,
     case when held.unsigned then null else coalesce(s.received_at, held.received_at) end
       as received_at, coalesce(held.served_at, s.served_at) as newest_at,
     s.received_by, s.service_account_id, first.at as proved_at, first.how as proof, read.opened_at, u.name as unit_name, held.findings,
     coalesce(held.receipt_deemed, false) as receipt_deemed
   from slice s join unit u on u.id = s.unit_id, lateral (
     select count(*)::integer as findings, bool_or(f.receipt_deemed) as receipt_deemed,
       case when bool_and(f.received_at is not null) then max(f.received_at) end as received_at,
       max(f.served_at) as served_at, bool_or(f.state = 'notified') as unsigned
     from finding f
     where f.notice_id = s.notice_id and f.unit_id = s.unit_id and f.served_at is not null
   ) held left join lateral (
     select p.at, p.how from slice_proof p where p.notice_id = s.notice_id and p.unit_id = s.unit_id and p.refuted_at is null
     order by p.at, p.how limit 1
   ) first on true, lateral (
     select min(p.at) as opened_at from slice_proof p
     where p.notice_id = s.notice_id and p.unit_id = s.unit_id and p.how = 'opened'
       and p.as_of >= coalesce(held.served_at, s.served_at)
   ) read
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
