import type { DeliveryProof } from '../domain/events.js'
import type { Instant } from '../domain/instant.js'
import { type Handle, statement } from './handle.js'

/** What rules look at around a finding: the first proof of its delivery and whether its unit, and one that a transfer proposes, exist. */
export interface Surroundings {
  finding_id: string
  proof: DeliveryProof | null
  unit_open: boolean
  target_open: boolean
}

interface Row {
  finding_id: string
  proved_at: Instant | null
  proof: DeliveryProof['how'] | null
  unit_open: boolean
  target_open: boolean
}

const OF = statement<Row>(
  `select f.id as finding_id, p.at as proved_at, p.how as proof,
     coalesce(u.status = 'open', false) as unit_open,
     coalesce(other.status = 'open', false) as target_open
   from finding f
   left join lateral (
     select at, how from slice_proof
     where notice_id = f.notice_id and unit_id = f.unit_id and as_of >= f.served_at and refuted_at is null
     order by at, how limit 1) p on true
   left join unit u on u.id = f.unit_id
   left join unit other on other.id = (f.transfer ->> 'target_unit_id')::uuid
   where f.id = any ($1::uuid[])`,
)

/** The surroundings of these findings, in any order. */
export async function surroundingsOf(h: Handle, ids: readonly string[]): Promise<Surroundings[]> {
  return (await h.run(OF([...ids]))).map(({ proved_at, proof, ...around }) => ({
    ...around,
    proof: proved_at && proof ? { at: proved_at, how: proof } : null,
  }))
}
