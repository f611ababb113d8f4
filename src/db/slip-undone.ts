import type { Instant } from '../domain/instant.js'
import type { SlipRung } from '../domain/slip.js'
import { type Handle, statement } from './handle.js'
import { json } from './setwise.js'

const LEAVE = statement<never>(
  `delete from slip_finding sf using slip s, jsonb_to_recordset($1::jsonb) as r (finding_id uuid, rung integer)
   where s.id = sf.slip_id and sf.finding_id = r.finding_id and s.rung = r.rung and s.status = 'draft'`,
)
// What the answer had superseded is the draft once more, unless another was opened meanwhile.
const REVIVE = statement<never>(
  `update slip s set status = 'draft', revision = revision + 1
   from jsonb_to_recordset($1::jsonb) as r (finding_id uuid, rung integer, since timestamptz)
   where s.id = (
     select old.id from slip old join slip_finding sf on sf.slip_id = old.id
     where sf.finding_id = r.finding_id and old.rung = r.rung and old.status = 'superseded'
       and sf.joined_at >= r.since and not exists (
         select from slip new where new.status = 'draft'
           and (new.notice_id, new.unit_id, new.rung) = (old.notice_id, old.unit_id, old.rung))
     order by old.drafted_at desc, old.id desc limit 1)`,
)
// Whoever signs has seen a list: a draft that grew is another revision. It is locked, so that none is signed meanwhile.
const REJOIN = statement<never>(
  `with draft as (
     select new.office_id, new.id, r.finding_id, r.joined_at
     from jsonb_to_recordset($1::jsonb) as r (finding_id uuid, rung integer, since timestamptz,
       joined_at timestamptz)
     join slip_finding sf on sf.finding_id = r.finding_id and sf.joined_at >= r.since
     join slip old on old.id = sf.slip_id and old.rung = r.rung and old.status = 'superseded'
     join slip new on (new.notice_id, new.unit_id, new.rung) = (old.notice_id, old.unit_id, old.rung)
     where new.status = 'draft' for no key update of new),
   joined as (
     insert into slip_finding (office_id, slip_id, finding_id, joined_at)
     select distinct office_id, id, finding_id, joined_at from draft
     on conflict do nothing returning slip_id)
   update slip set revision = revision + 1 where id in (select slip_id from joined)`,
)

export interface SlipLeaver {
  finding_id: string
  rung: SlipRung
}

export interface SlipRejoiner extends SlipLeaver {
  /** When the turn began that the recall gives back: drafts of an earlier one do not come back. */
  since: Instant | null
  joined_at: Instant
}

/**
 * Takes findings off the drafts of rungs that do not count after all. Only after `supersedeAnswered`, which holds the
 * drafts: one that listed nothing else is superseded by then and keeps what it listed.
 */
export async function leaveDraftSlips(h: Handle, leavers: readonly SlipLeaver[]): Promise<void> {
  await h.run(LEAVE(json(leavers)))
}

/**
 * Puts findings back on the draft that their answer had ended: revived, or the one opened since, which is another
 * revision then. A slip once issued stays so.
 */
export async function rejoinDraftSlips(
  h: Handle,
  rejoiners: readonly SlipRejoiner[],
): Promise<void> {
  const revived = h.run(REVIVE(json(rejoiners)))
  const rejoined = h.run(REJOIN(json(rejoiners)))
  await revived
  await rejoined
}
