import { type Handle, statement } from './handle.js'
import { everyRowText, insertText, json, type Row, rowsOf, updateText } from './setwise.js'

/** A unit's part of a notice: when it was served, and when received. */
export type Slice = Row<'slice'>

const COLUMNS = [
  'office_id',
  'notice_id',
  'unit_id',
  'served_at',
  'service_date',
  'received_at',
  'received_by',
  'service_account_id',
  'receipt_deemed',
] as const satisfies readonly (keyof Slice)[]
const LIST = COLUMNS.join(', ')

const INSERT = statement<never>(insertText('slice', COLUMNS, 'on conflict do nothing'))
const UPDATE = statement<never>(
  everyRowText('slice', updateText('slice', ['notice_id', 'unit_id'], COLUMNS)),
)
const LOCK = statement<Slice>(
  `select ${LIST} from slice where notice_id = $1 and unit_id = any ($2::uuid[])
   order by unit_id for no key update`,
)
// A mail may come back before it is written that it was accepted.
const PROVE = statement<never>(
  `insert into slice_proof (office_id, notice_id, unit_id, at, as_of, how, mail_id, refuted_at)
   select s.office_id, s.notice_id, s.unit_id, r.at, r.as_of, r.how, r.mail_id,
     case when exists (select from mail m where m.id = r.mail_id and m.status = 'bounced') then r.at end
   from ${rowsOf('slice_proof')} r join slice s using (notice_id, unit_id)
   on conflict do nothing`,
)

/** Stores the slices of a notice as it is served; one that its unit has already stays as it is. */
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
  /** `as_of`: when what reached the unit was put together; what is served after that it did not hold. `mail_id`: by which. */
  proof: Pick<Row<'slice_proof'>, 'at' | 'as_of' | 'how' | 'mail_id'>
}

/** Records that slices reached their units. What was served since the last proof rests on this one (time.md, rule 3). */
export async function proveSlices(h: Handle, proofs: readonly SliceProof[]): Promise<void> {
  const rows = proofs.map(({ proof, ...slice }) => ({ ...slice, ...proof }))
  if (rows.length > 0) await h.run(PROVE(json(rows)))
}
