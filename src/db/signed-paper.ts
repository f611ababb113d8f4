import { first, type Handle, statement } from './handle.js'
import { insertText, json, type Row } from './setwise.js'

/** What a leader or signatory signed on paper and somebody else entered; `unit_id` null is the office's own. */
export type SignedPaper = Row<'signed_paper'>

const COLUMNS = [
  'id',
  'office_id',
  'unit_id',
  'signer_id',
  'signed_on',
  'paper_number',
  'evidence_id',
  'entered_by',
  'created_at',
] as const satisfies readonly (keyof SignedPaper)[]

const INSERT = statement<never>(insertText('signed_paper', COLUMNS))
const FIND = statement<SignedPaper>(`select ${COLUMNS.join(', ')} from signed_paper where id = $1`)

/** Enters a signed paper; it can never be changed. */
export async function insertSignedPaper(h: Handle, paper: SignedPaper): Promise<void> {
  await h.run(INSERT(json([paper])))
}

/** A signed paper the principal may read, or null. */
export function findSignedPaper(h: Handle, id: string): Promise<SignedPaper | null> {
  return first(h.run(FIND(id)))
}
