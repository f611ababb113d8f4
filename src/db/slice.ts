import type { DeliveryProof } from '../domain/events.js'
import type { Instant } from '../domain/instant.js'
import { type Handle, sqlb, statement } from './handle.js'
import { everyRowText, insertText, json, type Row, updateText } from './setwise.js'

/** A unit's part of a notice: when it was served, by what proof, and when received. */
export type Slice = Row<'slice'>

const COLUMNS = [
  'office_id',
  'notice_id',
  'unit_id',
  'served_at',
  'service_date',
  'received_at',
  'received_by',
  'receipt_deemed',
  'proved_at',
  'proof',
  'opened_at',
] as const satisfies readonly (keyof Slice)[]
const LIST = COLUMNS.join(', ')

const INSERT = statement<never>(insertText('slice', COLUMNS))
const UPDATE = statement<never>(
  everyRowText('slice', updateText('slice', ['notice_id', 'unit_id'], COLUMNS)),
)
const LOCK = statement<Slice>(
  `select ${LIST} from slice where notice_id = $1 and unit_id = any ($2::uuid[])
   order by unit_id for no key update`,
)
/** A slice its unit has read has reached it; the first reading stays, and so does an earlier proof. */
const OPEN = statement<never>(
  `update slice set opened_at = $3, proof = case when proved_at <= $3 then proof else 'opened' end,
     proved_at = least(proved_at, $3)
   where notice_id = $1 and unit_id = any ($2::uuid[]) and opened_at is null`,
)
const PROVE = statement<never>(
  updateText(
    'slice',
    ['notice_id', 'unit_id'],
    ['proved_at', 'proof'],
    'and (t.proved_at is null or t.proved_at > r.proved_at)',
  ),
)

/** Stores the slices of a notice as it is served. */
export async function insertSlices(h: Handle, slices: readonly Slice[]): Promise<void> {
  if (slices.length > 0) await h.run(INSERT(json(slices)))
}

/** Locks slices of a notice, units ascending; commands on many findings do so before they lock these. */
export function lockSlices(
  h: Handle,
  noticeId: string,
  unitIds: readonly string[],
): Promise<Slice[]> {
  return h.run(LOCK(noticeId, [...unitIds]))
}

/** Writes locked slices back. */
export async function updateSlices(h: Handle, slices: readonly Slice[]): Promise<void> {
  await h.run(UPDATE(json(slices)))
}

export interface SliceProof {
  notice_id: string
  unit_id: string
  proof: DeliveryProof
}

/** Records that slices reached their units; the earliest proof stays. */
export async function proveSlices(h: Handle, proofs: readonly SliceProof[]): Promise<void> {
  const rows = proofs.map(({ proof, ...slice }) => ({
    ...slice,
    proved_at: proof.at,
    proof: proof.how,
  }))
  if (rows.length > 0) await h.run(PROVE(json(rows)))
}

/** Records that these units have read their slices of a notice, which proves delivery (time.md, rule 3). */
export async function openSlices(
  h: Handle,
  noticeId: string,
  unitIds: readonly string[],
  at: Instant,
): Promise<void> {
  await h.run(OPEN(noticeId, [...unitIds], at))
}

/** The slices of a notice that the principal may read. */
export function listSlices(h: Handle, noticeId: string): Promise<Slice[]> {
  const query = sqlb.selectFrom('slice').select(COLUMNS).where('notice_id', '=', noticeId)
  return h.run(query.orderBy('unit_id'))
}
