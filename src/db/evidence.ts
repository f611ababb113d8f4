import { first, type Handle, statement } from './handle.js'
import { insertText, json, type Row } from './setwise.js'

/** What is known of a stored file; `unit_id` null is the office's own. */
export type Evidence = Omit<Row<'evidence'>, 'removed_at'>

const COLUMNS = [
  'id',
  'office_id',
  'unit_id',
  'sha256',
  'size',
  'type',
  'name',
  'captured_on',
  'masked',
  'metadata',
  'uploaded_by',
  'service_account_id',
  'uploaded_at',
  'scan_state',
] as const satisfies readonly (keyof Evidence)[]
const LIST = COLUMNS.join(', ')
/** Masked, then what is from before anybody was asked, then originals. */
const OPEN_FIRST = 'masked is not false desc, masked desc nulls last'

const INSERT = statement<never>(insertText('evidence', COLUMNS))
const HAND_OVER = statement<never>(
  `insert into evidence (${LIST})
   select r.id, r.office_id, r.to, ${COLUMNS.slice(3)
     .map((column) => `e.${column}`)
     .join(', ')}
   from jsonb_to_recordset($1::jsonb) as r (id uuid, office_id uuid, sha256 text, "from" uuid, "to" uuid)
   cross join lateral (select ${LIST} from evidence where office_id = r.office_id and sha256 = r.sha256
     and unit_id = r.from and scan_state <> 'infected' order by ${OPEN_FIRST}, uploaded_at, id limit 1) e
   where not exists (select from evidence own
     where own.office_id = r.office_id and own.sha256 = r.sha256 and own.unit_id = r.to)`,
)
const FIND = statement<Evidence>(`select ${LIST} from evidence where id = $1`)
const BY_HASH = statement<Evidence>(
  `select distinct on (sha256, unit_id) ${LIST} from evidence
   where office_id = $1 and sha256 = any ($2::text[])
   order by sha256, unit_id, ${OPEN_FIRST}, uploaded_at, id`,
)
const OF_UNIT = statement<Evidence>(
  `select ${LIST} from evidence
   where office_id = $1 and sha256 = $2 and scan_state <> 'infected'
     and (unit_id = any ($3::uuid[]) or unit_id is null and uploaded_by = $4)
   order by uploaded_at, id limit 1`,
)
/** One after the other: two uploads at once would each take the room the other takes. */
const LOCK_ROOM = statement<never>(
  `select pg_advisory_xact_lock(hashtextextended('evidence of ' || $1::text, 0))`,
)
const USED = statement<{ bytes: number | null }>(
  `select sum(size)::bigint as bytes from (
     select distinct on (sha256) size from evidence
     where office_id = $1 and unit_id = $2 and sha256 is distinct from $3) one`,
)
const OF_FINDINGS = statement<{ id: string; bytes: number | null }>(
  `select f.id, (select sum(size)::bigint from (
     select distinct on (e.sha256) e.size from evidence e
     where e.office_id = f.office_id and e.sha256 in (
       select jsonb_array_elements_text(data -> 'evidence') from finding_event
         where finding_id = f.id and jsonb_typeof(data -> 'evidence') = 'array'
       union select jsonb_array_elements_text(named.hashes))) one) as bytes
   from jsonb_to_recordset($1::jsonb) as named (id uuid, hashes jsonb) join finding f on f.id = named.id`,
)
const QUEUE_UNSCANNED = statement<{ id: string }>(
  `update evidence set scan_state = 'pending' where id in (
     select id from evidence where scan_state = 'unscanned' limit $1 for update skip locked) returning id`,
)
/** The first of every unit, then the second: one that sends thousands holds nobody else up. */
const PENDING = statement<{ sha256: string }>(
  `select sha256 from (
     select sha256, uploaded_at, id,
       row_number() over (partition by office_id, unit_id order by uploaded_at, id) as place
     from evidence where scan_state = 'pending' and sha256 <> all ($1::text[])) waiting
   order by place, uploaded_at, id limit $2`,
)
const MARK_SCANNED = statement<never>(
  `update evidence set scan_state = $2 where sha256 = $1 and scan_state = 'pending'`,
)
const KNOWN_HASHES = statement<{ sha256: string }>(
  'select distinct sha256 from evidence where sha256 = any ($1::text[]) and removed_at is null',
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

/** The files with these hashes that the principal may refer to, one upload of each unit and the office. */
export function evidenceByHash(
  h: Handle,
  officeId: string,
  hashes: readonly string[],
): Promise<Evidence[]> {
  return h.run(BY_HASH(officeId, [...hashes]))
}

/** The caller's own unit's upload of this content, or their own for the office; null for anybody else's. */
export function ownUpload(
  h: Handle,
  {
    office_id,
    units,
    person_id,
  }: { office_id: string; units: readonly string[]; person_id: string },
  sha256: string,
): Promise<Evidence | null> {
  return first(h.run(OF_UNIT(office_id, sha256, [...units], person_id)))
}

/** The bytes a unit's files take, each content once and `without` this one. */
export async function bytesOfUnit(
  h: Handle,
  officeId: string,
  unitId: string,
  without: string | null,
): Promise<number> {
  return (await first(h.run(USED(officeId, unitId, without))))?.bytes ?? 0
}

/** The bytes of all files that findings' histories name, each with these hashes as well, each content once. */
export async function bytesOfFindings(
  h: Handle,
  findings: readonly { id: string; hashes: readonly string[] }[],
): Promise<Map<string, number>> {
  if (findings.length === 0) return new Map()
  const rows = await h.run(OF_FINDINGS(json(findings)))
  return new Map(rows.map(({ id, bytes }) => [id, bytes ?? 0]))
}

/** Waits until no other upload of this unit is being entered, for the rest of the transaction. */
export async function lockRoomOf(h: Handle, unitId: string): Promise<void> {
  await h.run(LOCK_ROOM(unitId))
}

/** Has up to so many files scanned that were uploaded without a scanner; returns how many there were. */
export async function queueUnscanned(h: Handle, limit: number): Promise<number> {
  return (await h.run(QUEUE_UNSCANNED(limit))).length
}

/** Content of any office that waits for a verdict: of each unit the oldest first, the units in turn. */
export async function pendingFiles(
  h: Handle,
  without: readonly string[],
  limit: number,
): Promise<string[]> {
  const rows = await h.run(PENDING([...without], limit))
  return [...new Set(rows.map(({ sha256 }) => sha256))]
}

/** Writes a verdict into every record of a content that waits for one. */
export async function markScanned(
  h: Handle,
  sha256: string,
  state: 'clean' | 'infected',
): Promise<void> {
  await h.run(MARK_SCANNED(sha256, state))
}

/**
 * Which of these hashes any record names whose file is kept, in any office the principal sees: what a sweep of the store
 * keeps.
 */
export async function knownHashes(h: Handle, hashes: readonly string[]): Promise<Set<string>> {
  return new Set((await h.run(KNOWN_HASHES([...hashes]))).map(({ sha256 }) => sha256))
}
