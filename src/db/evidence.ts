import { first, type Handle, statement } from './handle.js'
import { insertText, json, type Row } from './setwise.js'

/** What is known of a stored file; `unit_id` null is the office's own. */
export type Evidence = Row<'evidence'>

const COLUMNS = [
  'id',
  'office_id',
  'unit_id',
  'sha256',
  'size',
  'type',
  'name',
  'captured_on',
  'uploaded_by',
  'uploaded_at',
  'scan_state',
] as const satisfies readonly (keyof Evidence)[]
const LIST = COLUMNS.join(', ')

const INSERT = statement<never>(insertText('evidence', COLUMNS))
const FIND = statement<Evidence>(`select ${LIST} from evidence where id = $1`)
const BY_HASH = statement<Evidence>(
  `select distinct on (sha256, unit_id) ${LIST} from evidence
   where office_id = $1 and sha256 = any ($2::text[])
   order by sha256, unit_id, uploaded_at, id`,
)
const KNOWN_HASHES = statement<{ sha256: string }>(
  'select distinct sha256 from evidence where sha256 = any ($1::text[])',
)

/** Registers a file that is already safe in the store. */
export async function insertEvidence(h: Handle, evidence: Evidence): Promise<void> {
  await h.run(INSERT(json([evidence])))
}

/** A file's record, if the principal may read it. */
export function findEvidence(h: Handle, id: string): Promise<Evidence | null> {
  return first(h.run(FIND(id)))
}

/** The files with these hashes that the principal may refer to, the first upload of each unit and the office. */
export function evidenceByHash(
  h: Handle,
  officeId: string,
  hashes: readonly string[],
): Promise<Evidence[]> {
  return h.run(BY_HASH(officeId, [...hashes]))
}

/** Which of these hashes any record names, in any office the principal sees: what a sweep of the store keeps. */
export async function knownHashes(h: Handle, hashes: readonly string[]): Promise<Set<string>> {
  return new Set((await h.run(KNOWN_HASHES([...hashes]))).map(({ sha256 }) => sha256))
}
