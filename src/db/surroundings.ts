import type { DeliveryProof } from '../domain/events.js'
import type { Instant } from '../domain/instant.js'
import { type Handle, statement } from './handle.js'

/** What rules look at around a finding: its slice's proof of delivery and whether its unit still exists. */
export interface Surroundings {
  finding_id: string
  proof: DeliveryProof | null
  unit_open: boolean
}

interface Row {
  finding_id: string
  proved_at: Instant | null
  proof: DeliveryProof['how'] | null
  unit_open: boolean
}

const OF = statement<Row>(
  `select f.id as finding_id, s.proved_at, s.proof, coalesce(u.status = 'open', false) as unit_open
   from finding f
   left join slice s on s.notice_id = f.notice_id and s.unit_id = f.unit_id
   left join unit u on u.id = f.unit_id
   where f.id = any ($1::uuid[])`,
)

/** The surroundings of these findings, in any order. */
export async function surroundingsOf(h: Handle, ids: readonly string[]): Promise<Surroundings[]> {
  return (await h.run(OF([...ids]))).map(({ finding_id, proved_at, proof, unit_open }) => ({
    finding_id,
    proof: proved_at && proof ? { at: proved_at, how: proof } : null,
    unit_open,
  }))
}
