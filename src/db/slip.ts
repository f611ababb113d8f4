import type { Instant } from '../domain/instant.js'
import { reachesUnit, type Slip } from '../domain/slip.js'
import { first, type Handle, statement } from './handle.js'
import { everyRowText, json, rowsOf, updateText } from './setwise.js'
import { TURN } from './states.js'

const COLUMNS = [
  'id',
  'office_id',
  'notice_id',
  'unit_id',
  'rung',
  'number',
  'addressee',
  'copies',
  'text',
  'status',
  'drafted_at',
  'issued_at',
  'issued_by',
  'entered_by',
  'signed_paper_id',
  'acknowledged_at',
  'acknowledged_by',
  'service_account_id',
  'withdrawn_at',
  'reason',
  'revision',
] as const satisfies readonly (keyof Slip)[]
const LIST = COLUMNS.join(', ')
const DRAFT = ['id', 'office_id', 'notice_id', 'unit_id', 'rung', 'drafted_at'] as const

const FIND = statement<Slip>(`select ${LIST} from slip where id = $1`)
const LOCK = statement<Slip>(`select ${LIST} from slip where id = $1 for no key update`)
const UPDATE = statement<never>(
  everyRowText(
    'slip',
    updateText('slip', ['id'], [...COLUMNS.filter((column) => column !== 'id'), 'audience']),
  ),
)
// One order for all who lock several drafts. A draft that exists is touched, so that it is locked and returned.
const ORDER = 'notice_id, unit_id, rung'
const OPEN = statement<OpenDraft>(
  `insert into slip (${DRAFT.join(', ')}, revision)
   select ${DRAFT.join(', ')}, 0 from ${rowsOf('slip')} order by ${ORDER}
   on conflict (${ORDER}) where status = 'draft' do update set drafted_at = slip.drafted_at
   returning id, ${ORDER}, (xmax = 0) as opened`,
)
// Whoever signs has seen a list: one that grew is another revision.
const JOIN = statement<never>(
  `with joined as (
     insert into slip_finding (office_id, slip_id, finding_id, joined_at)
     select s.office_id, s.id, r.finding_id, r.joined_at
     from jsonb_to_recordset($1::jsonb) as r (notice_id uuid, unit_id uuid, rung integer,
       finding_id uuid, joined_at timestamptz)
     join slip s using (${ORDER}) where s.status = 'draft'
     on conflict do nothing returning slip_id)
   update slip set revision = revision + 1 where id in (select slip_id from joined)`,
)
const FINDINGS = statement<SlipFinding>(
  `select slip_id, finding_id, joined_at from slip_finding where slip_id = any ($1::uuid[])
   order by slip_id, joined_at, finding_id`,
)
const DRAFTS_OF = `select slip_id from slip_finding where finding_id = any ($1::uuid[])`
const LOCK_DRAFTS = statement<never>(
  `select from slip where status = 'draft' and id in (${DRAFTS_OF})
   order by ${ORDER} for no key update`,
)
const SUPERSEDE = statement<{ id: string }>(
  `update slip s set status = 'superseded', revision = revision + 1
   where status = 'draft' and id in (${DRAFTS_OF}) and not exists (
     select from slip_finding sf join finding f on f.id = sf.finding_id
     where sf.slip_id = s.id and f.unit_id = s.unit_id and f.rung >= s.rung
       and f.state in (${TURN})
   ) returning id`,
)

export interface OpenDraft {
  id: string
  notice_id: string
  unit_id: string
  rung: Slip['rung']
  /** False when findings join a draft that was there. */
  opened: boolean
}

/** The draft slips of these notices, units and rungs, opened empty (revision 0) where there is none, and locked. */
export function openDraftSlips(
  h: Handle,
  drafts: readonly Pick<Slip, (typeof DRAFT)[number]>[],
): Promise<OpenDraft[]> {
  return h.run(OPEN(json(drafts)))
}

export interface SlipFinding {
  slip_id: string
  finding_id: string
  joined_at: Instant
}

export interface SlipJoin extends Pick<Slip, 'notice_id' | 'unit_id' | 'rung'> {
  finding_id: string
  joined_at: Instant
}

/**
 * Lists findings on the draft slips of their notice, unit and rung, opened before, and raises the revision of those
 * that grew; one that is on it stays.
 */
export async function joinDraftSlips(h: Handle, joins: readonly SlipJoin[]): Promise<void> {
  await h.run(JOIN(json(joins)))
}

/**
 * Supersedes the draft slips of these findings whose findings have all been answered or no longer stand on their rung,
 * and returns their ids. Only in a transaction, after the findings were written: two answers at once each wait for the
 * other's slip lock, and the second statement's fresh snapshot sees what the first one wrote.
 */
export async function supersedeUnowed(h: Handle, findingIds: readonly string[]): Promise<string[]> {
  const locked = h.run(LOCK_DRAFTS([...findingIds]))
  const superseded = h.run(SUPERSEDE([...findingIds]))
  await locked
  return (await superseded).map(({ id }) => id)
}

/** A slip the principal may read, or null. */
export function findSlip(h: Handle, id: string): Promise<Slip | null> {
  return first(h.run(FIND(id)))
}

/** The slip, locked for the rest of the transaction, or null. */
export function lockSlip(h: Handle, id: string): Promise<Slip | null> {
  return first(h.run(LOCK(id)))
}

/** Writes locked slips back. A slip reaches its unit by being issued; a proposal to the leader never does. */
export async function updateSlips(h: Handle, slips: readonly Slip[]): Promise<void> {
  const rows = slips.map((slip) => ({ ...slip, audience: reachesUnit(slip) ? 'unit' : 'office' }))
  await h.run(UPDATE(json(rows)))
}

/** Which findings these slips list, in order of joining. */
export function findingsOfSlips(h: Handle, slipIds: readonly string[]): Promise<SlipFinding[]> {
  return h.run(FINDINGS([...slipIds]))
}
