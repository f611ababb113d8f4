import type { DeliveryProof } from '../domain/events.js'
import { type Handle, sqlb, statement } from './handle.js'
import { insertText, json, type Row, updateText } from './setwise.js'

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
const UPDATE = statement<{ unit_id: string }>(
  updateText('slice', ['notice_id', 'unit_id'], COLUMNS, 'returning t.unit_id'),
)
const LOCK = statement<Slice>(
  `select ${LIST} from slice where notice_id = $1 and unit_id = any ($2::uuid[])
   order by unit_id for no key update`,
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
  const written = await h.run(UPDATE(json(slices)))
  if (written.length !== slices.length) throw new Error('a slice was not written')
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

/** The earliest proof of delivery, as rules read it. */
export function proofOf({ proved_at, proof }: Slice): DeliveryProof | null {
  return proved_at !== null && proof !== null ? { at: proved_at, how: proof } : null
}

/** The slices of a notice that the principal may read. */
export function listSlices(h: Handle, noticeId: string): Promise<Slice[]> {
  const query = sqlb.selectFrom('slice').select(COLUMNS).where('notice_id', '=', noticeId)
  return h.run(query.orderBy('unit_id'))
}
