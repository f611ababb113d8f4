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
const HAND_OVER = statement<never>(
  `insert into evidence (${LIST})
   select r.id, r.office_id, r.to, ${COLUMNS.slice(3)
     .map((column) => `e.${column}`)
     .join(', ')}
   from jsonb_to_recordset($1::jsonb) as r (id uuid, office_id uuid, sha256 text, "from" uuid, "to" uuid)
   cross join lateral (select ${LIST} from evidence where office_id = r.office_id and sha256 = r.sha256
     and unit_id = r.from and scan_state <> 'infected' order by uploaded_at, id limit 1) e
   where not exists (select from evidence own
     where own.office_id = r.office_id and own.sha256 = r.sha256 and own.unit_id = r.to)`,
)
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

/** A stored file that one unit gives to another, under an id of its own there. */
export interface HandedFile {
  id: string
  office_id: string
  sha256: string
  from: string
  to: string
}

/** Gives units the files that others handed them, once each: from then on they are theirs to read and to name. */
export async function handOverEvidence(h: Handle, files: readonly HandedFile[]): Promise<void> {
  await h.run(HAND_OVER(json(files)))
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
