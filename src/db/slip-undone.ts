import type { Instant } from '../domain/instant.js'
import type { SlipRung } from '../domain/slip.js'
import { type Handle, statement } from './handle.js'
import { json } from './setwise.js'

// Whoever signs has seen a list: a draft that shrank is another revision.
const LEAVE = statement<never>(
  `with gone as (
     delete from slip_finding sf using slip s, jsonb_to_recordset($1::jsonb) as r (finding_id uuid, rung integer)
     where s.id = sf.slip_id and sf.finding_id = r.finding_id and s.rung = r.rung and s.status = 'draft'
     returning sf.slip_id)
   update slip set revision = revision + 1 where id in (select slip_id from gone)`,
)
/** The newest slip of the rung and the turn that lists the finding, where an answer or a new due has ended it. */
const ENDED = `jsonb_to_recordset($1::jsonb) as r (finding_id uuid, rung integer, since timestamptz,
    joined_at timestamptz)
  cross join lateral (
    select s.id, s.status, s.notice_id, s.unit_id, s.rung from slip s join slip_finding sf on sf.slip_id = s.id
    where sf.finding_id = r.finding_id and s.rung = r.rung and sf.joined_at >= r.since
    order by s.drafted_at desc, s.id desc limit 1) old`

// What the answer had superseded is the draft once more, unless another was opened meanwhile. Its status is asked for of the
// row itself, which may have changed while this waited for it.
const REVIVE = statement<never>(
  `update slip s set status = 'draft', revision = revision + 1 from ${ENDED}
   where s.status = 'superseded' and s.id = old.id and not exists (
     select from slip new where new.status = 'draft'
       and (new.notice_id, new.unit_id, new.rung) = (old.notice_id, old.unit_id, old.rung))`,
)
// Whoever signs has seen a list: a draft that grew is another revision. It is locked, so that none is signed meanwhile.
const REJOIN = statement<never>(
  `with draft as (
     select new.office_id, new.id, r.finding_id, r.joined_at from ${ENDED}
     join slip new on (new.notice_id, new.unit_id, new.rung) = (old.notice_id, old.unit_id, old.rung)
     where old.status = 'superseded' and new.status = 'draft' for no key update of new),
   joined as (
     insert into slip_finding (office_id, slip_id, finding_id, joined_at)
     select distinct office_id, id, finding_id, joined_at from draft
     on conflict do nothing returning slip_id)
   update slip set revision = revision + 1 where id in (select slip_id from joined)`,
)
// A superseded slip keeps what it listed; some of that may have lost the rung before it was a draft again. Only a draft that
// this transaction has made another revision: of a list that somebody may sign nothing goes unseen.
const FORGET = statement<never>(
  `delete from slip_finding sf using slip s, finding f, jsonb_to_recordset($1::jsonb) as r (finding_id uuid, rung integer)
   where s.status = 'draft' and s.rung = r.rung and s.xmin = pg_current_xact_id()::xid
     and sf.slip_id = s.id and f.id = sf.finding_id and (f.rung < s.rung or f.unit_id <> s.unit_id)
     and exists (select from slip_finding own where own.slip_id = s.id and own.finding_id = r.finding_id)`,
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
 * Takes findings off the drafts of rungs that do not count after all, which are another revision then. Only after `supersedeUnowed`, which holds the
 * drafts: one that listed nothing else is superseded by then and keeps what it listed.
 */
export async function leaveDraftSlips(h: Handle, leavers: readonly SlipLeaver[]): Promise<void> {
  await h.run(LEAVE(json(leavers)))
}

/**
 * Puts findings back on the draft that their answer had ended: revived, without those that stand below its rung by now,
 * or the one opened since, which is another revision then. A slip once issued stays so.
 */
export async function rejoinDraftSlips(
  h: Handle,
  rejoiners: readonly SlipRejoiner[],
): Promise<void> {
  const revived = h.run(REVIVE(json(rejoiners)))
  const rejoined = h.run(REJOIN(json(rejoiners)))
  const forgotten = h.run(FORGET(json(rejoiners)))
  await revived
  await rejoined
  await forgotten
}
