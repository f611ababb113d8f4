import { type Instant, toEpoch } from '../domain/instant.js'
import { type Handle, statement } from './handle.js'

// One row an office and minute, whoever comes first; only then the office's own clock has to be told. A row that was
// taken comes back: urgent words may follow each other within a minute, and a rehearsal's clock stands still. One
// that is live is locked all the same, so that it cannot be taken before this transaction's messages are there.
const PLAN = statement<never>(
  `with planned as (
     insert into milestone as m (id, office_id, subject_id, plan, kind, step, at, wake_at)
     values ($1, $2, $2, 0, 'gather', $3, $4, $4)
     on conflict (subject_id, plan, kind, step) do update
       set outcome = null, taken_at = null, at = excluded.at, wake_at = excluded.wake_at
       where m.outcome is not null
     returning office_id
   )
   insert into workflow_sync (subject_id, office_id, kind)
   select office_id, office_id, 'office' from planned
   on conflict (subject_id) do update set wanted = nextval('workflow_version')`,
)

/** Plans that an office's messages are gathered and said at an instant; nothing when that is planned and not yet done. */
export async function planGather(
  h: Handle,
  { id, office_id, at }: { id: string; office_id: string; at: Instant },
): Promise<void> {
  await h.run(PLAN(id, office_id, Math.floor(toEpoch(at) / 60_000), at))
}
