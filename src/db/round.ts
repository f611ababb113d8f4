import { ROUND_FIELDS, type RoundField } from '../domain/round-fields.js'
import { type Handle, statement } from './handle.js'
import { insertText, json, type Row } from './setwise.js'

/** One written answer of a unit to one finding, sealed. `cause` and `measures` are null once erased. */
export type Round = Row<'round'>

const COLUMNS = [
  'office_id',
  'finding_id',
  'number',
  'unit_id',
  'result',
  'cause',
  'measures',
  'completed_on',
  'taken_down_at',
  'evidence',
  'submitted_by',
  'service_account_id',
  'signed_paper_id',
  'registered',
  'received_on',
  'submitted_at',
  'effective_at',
  'working_days_late',
  'fixed_by',
  'fix_steps',
  'asked',
] as const satisfies readonly (keyof Round)[]

const INSERT = statement<never>(insertText('round', COLUMNS))
const LIST = statement<Round>(
  `select ${COLUMNS.join(', ')} from round where finding_id = any ($1::uuid[])
   order by finding_id, number`,
)
// An extension that was granted later counts for the lateness of the answer it found waiting.
const LATENESS = `coalesce((select (e.data ->> 'working_days_late')::integer from finding_event e
  where e.finding_id = round.finding_id and e.type = 'request_decided'
    and (e.data ->> 'round')::integer = round.number order by e.seq desc limit 1),
  working_days_late) as working_days_late`
/** An answer with its link's hash in the record, beside the same unit's answer before it; null where there was none. */
export interface RoundInTurn extends Round {
  /** Null where the record has lost its event, which the audit tells. */
  seal: string | null
  before: { fields: RoundField[]; evidence: string[] } | null
}

// Its event hashes all of the answer, its files by their hashes; a hash of its own would let an erased word be tried.
const SEAL = `(select e.hash from finding_event e where e.finding_id = round.finding_id
  and e.type = 'responded' and (e.data -> 'round' ->> 'number')::integer = round.number
  order by e.seq limit 1) as seal`

const DIFFERING = ROUND_FIELDS.map(
  (field) => `case when p.${field} is distinct from round.${field} then '${field}' end`,
)
const BEFORE = `(select jsonb_build_object('evidence', p.evidence,
    'fields', array_remove(array[${DIFFERING.join(', ')}], null))
  from round p where p.finding_id = round.finding_id and p.unit_id = round.unit_id
    and p.number < round.number order by p.number desc limit 1) as before`
const PAGE = statement<RoundInTurn>(
  `select ${COLUMNS.map((column) => (column === 'working_days_late' ? LATENESS : column)).join(', ')}, ${SEAL}, ${BEFORE}
   from round where finding_id = $1 and number > $2 order by number limit $3`,
)

/** Seals answers; they can never be changed. */
export async function insertRounds(h: Handle, rounds: readonly Round[]): Promise<void> {
  if (rounds.length > 0) await h.run(INSERT(json(rounds)))
}

/** The answers to these findings that the principal may read, in order. */
export function listRounds(h: Handle, findingIds: readonly string[]): Promise<Round[]> {
  return h.run(LIST([...findingIds]))
}

/** One page of the answers to a finding that the principal may read, after a number, as late as they now count and beside what went before. */
export function pageRounds(
  h: Handle,
  findingId: string,
  { after, limit }: { after: number | null; limit: number },
): Promise<RoundInTurn[]> {
  return h.run(PAGE(findingId, after ?? 0, limit))
}
